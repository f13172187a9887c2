import ChildJourney
import WorkingDays

/// A second plan more than two years after the first ended. A census counts the earlier plan without a date and so
/// still shows a second plan; a record that knows the dates does not.
struct EarlierPlanLongAgo: Decoy {
    let name = "EarlierPlanLongAgo"
    let suits: [Story: Int] = [.onProtectionPlan: 6]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let start = scene.setting.historyStart
        let age = 10 + scene.chance.below(40)
        return scene.shape { maker in
            var first = maker.protected(planFrom: start, until: maker.practice.earlier(0, start + 150), need: "N1")
            guard let ended = first.phases.last?.until else { return [] }
            first.closedOn = ended
            first.closureReason = "RC7"
            let second = maker.protected(planFrom: maker.today - age, until: nil, need: "N1")
            guard second.phases[0].from > ended else { return [] }
            return [first, second]
        }
    }
}
