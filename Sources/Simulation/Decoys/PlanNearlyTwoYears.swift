import ChildJourney
import WorkingDays

/// A protection plan that reaches two years today, or within days.
struct PlanNearlyTwoYears: Decoy {
    let name = "PlanNearlyTwoYears"
    let suits: [Story: Int] = [.onProtectionPlan: 6]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let wanted = scene.today.adding(months: -scene.practice.longPlan.number)
        let from = scene.practice.later(scene.chance.below(3), wanted)
        return [scene.shape { maker in maker.protected(planFrom: from, until: nil, need: "N1") }]
    }
}
