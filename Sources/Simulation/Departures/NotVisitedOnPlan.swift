import ChildJourney
import WorkingDays

/// Visits to a child on a protection plan stopped, or went on without anybody seeing the child. In time nobody has
/// seen the child alone either.
struct NotVisitedOnPlan: Departure {
    let name = "NotVisitedOnPlan"
    let suits: [Story: Int] = [.onProtectionPlan: 30]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard let index = life.last.runningPlan, let born = life.bornOn else { return nil }
        let plan = life.last.protectionPlans[index]
        let start = max(plan.startedOn, born)
        let latest = practice.earlier(practice.protectionVisit.number + 1, scene.today)
        guard start <= latest, let cut = scene.workingDay(from: max(start, scene.today - 120), through: latest) else {
            return nil
        }
        life.last.visits.removeAll { $0.plan == plan.id && $0.on > cut }
        let visits = life.last.visits.filter { $0.plan == plan.id && $0.seen == true }.map(\.body)
        let unseen = practice.onset(practice.protectionVisit, after: visits.map(\.on).max() ?? start)
        guard scene.stands(unseen) else { return nil }
        goWithoutSeeing(after: cut, plan: plan.id, life: &life, &scene)
        let about = PlannedConcern.about(.childProtectionPlan, plan.startedOn)
        var stated = [
            PlannedConcern("plan-child-unseen", about: about, onset: unseen, visibleIn: PlannedConcern.fullRecords)
        ]
        if let four = life.fourthBirthday, four <= scene.today {
            let alone = visits.filter { $0.seenAlone == true }.map(\.on).max()
            let clock = max(plan.startedOn, four, alone ?? plan.startedOn)
            let neverAlone = practice.onset(practice.seenAlone, after: clock)
            if scene.stands(neverAlone) {
                stated.append(
                    PlannedConcern(
                        "plan-child-never-alone", about: about, onset: neverAlone,
                        visibleIn: PlannedConcern.fullRecords))
            }
        }
        return stated
    }

    /// In half of them somebody called and did not see the child, or did not write down whether they had.
    private func goWithoutSeeing(after cut: Day, plan: RecordID, life: inout Life, _ scene: inout Scene) {
        guard scene.chance.happens(perThousand: 500) else { return }
        for count in 1...2 {
            let day = scene.practice.later(count * 6, cut)
            guard day < scene.today else { return }
            let seen: Bool? = scene.chance.happens(perThousand: 700) ? false : nil
            let visit = Visit(on: day, purpose: .childProtectionPlan, plan: plan, seen: seen)
            life.last.visits.append(Draft(visit, id: life.ids.next("V")))
        }
    }
}
