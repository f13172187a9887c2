import ChildJourney
import WorkingDays

/// Reviews of a protection plan stopped. Where the plan began before the census year and no review lies in it, a
/// census can only count from the day before the year, so there the concern begins later.
struct ReviewMissed: Departure {
    let name = "ReviewMissed"
    let suits: [Story: Int] = [.onProtectionPlan: 34]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard let index = life.last.runningPlan else { return nil }
        let plan = life.last.protectionPlans[index]
        let kept = scene.chance.below(max(1, life.last.reviews.count))
        let reviews = Array(life.last.reviews.prefix(kept))
        let held = reviews.compactMap(\.heldOn)
        let onset =
            held.last.map { practice.onset(practice.nextReview, after: $0) }
            ?? practice.onset(practice.firstReview, after: plan.startedOn)
        guard scene.stands(onset) else { return nil }
        life.last.reviews = reviews
        let about = PlannedConcern.about(.childProtectionPlan, plan.startedOn)
        var stated = [
            PlannedConcern("review-conference-late", about: about, onset: onset, visibleIn: PlannedConcern.fullRecords)
        ]
        var inCensus = onset
        if plan.startedOn < scene.setting.yearStart, (held.last ?? plan.startedOn) < scene.setting.yearStart {
            inCensus = practice.onset(practice.nextReview, after: scene.setting.yearStart - 1)
        }
        if scene.stands(inCensus) {
            stated.append(
                PlannedConcern("review-conference-late", about: about, onset: inCensus, visibleIn: [.census]))
        }
        return stated
    }
}
