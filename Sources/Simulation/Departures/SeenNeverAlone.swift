import ChildJourney
import WorkingDays

/// A child on a protection plan is visited in time, and never alone any more: it is said each time that somebody else
/// was there, or nothing is said.
struct SeenNeverAlone: Departure {
    let name = "SeenNeverAlone"
    let suits: [Story: Int] = [.onProtectionPlan: 16]
    /// The visit, counted from the last one alone, that shows a pattern.
    private static let tooManyRunning = 3

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard let index = life.last.runningPlan, let four = life.fourthBirthday else { return nil }
        let plan = life.last.protectionPlans[index]
        guard four < plan.startedOn,
            let cut = scene.workingDay(
                from: max(plan.startedOn, scene.today - 150),
                through: practice.earlier(practice.seenAlone.number + 1, scene.today))
        else { return nil }
        let isSaid = scene.chance.happens(perThousand: 500)
        var lastAlone = plan.startedOn
        var running: [Day] = []
        for place in life.last.visits.indices where life.last.visits[place].plan == plan.id {
            let visit = life.last.visits[place]
            guard visit.on > cut else {
                if visit.seenAlone == true { lastAlone = max(lastAlone, visit.on) }
                continue
            }
            life.last.visits[place].seenAlone = isSaid && visit.seen == true ? false : nil
        }
        if isSaid {
            running = life.last.visits.filter {
                $0.plan == plan.id && $0.on > lastAlone && $0.seen == true && $0.seenAlone == false
            }.map(\.on).sorted()
        }
        var onset = practice.onset(practice.seenAlone, after: lastAlone)
        if running.count >= Self.tooManyRunning { onset = min(onset, running[Self.tooManyRunning - 1]) }
        guard scene.stands(onset) else { return nil }
        return [
            PlannedConcern(
                "plan-child-never-alone", about: PlannedConcern.about(.childProtectionPlan, plan.startedOn),
                onset: onset,
                visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
