import ChildJourney
import WorkingDays

/// Visits to a child in need stopped, or went on without anybody seeing the child.
struct NotVisitedInNeed: Departure {
    let name = "NotVisitedInNeed"
    let suits: [Story: Int] = [.inNeed: 36]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard let phase = life.last.shape.phases.last, phase.kind == .inNeed, life.last.referral.closedOn == nil,
            life.bornOn.map({ $0 < phase.from }) ?? false,
            let cut = scene.workingDay(
                from: max(phase.from, scene.today - 150),
                through: practice.earlier(practice.inNeedVisit.number + 1, scene.today))
        else { return nil }
        life.last.visits.removeAll { $0.on > cut }
        guard let stated = scene.inNeedUnseen(life.last, of: life) else { return nil }
        if scene.chance.happens(perThousand: 500) {
            for count in 1...2 {
                let day = practice.later(count * 9, cut)
                guard day < scene.today else { break }
                let visit = Visit(on: day, purpose: .childInNeed, seen: count == 1 ? false : nil)
                life.last.visits.append(Draft(visit, id: life.ids.next("V")))
            }
        }
        return [stated]
    }
}
