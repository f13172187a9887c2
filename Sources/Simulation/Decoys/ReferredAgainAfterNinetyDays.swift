import ChildJourney
import WorkingDays

/// Referred again on the first day on which the closing no longer counts as too soon.
struct ReferredAgainAfterNinetyDays: Decoy {
    let name = "ReferredAgainAfterNinetyDays"
    let suits: [Story: Int] = [.underAssessment: 6, .inNeed: 6]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let gap = scene.practice.referredAgain.number + 1
        return scene.shape { maker in maker.referredAgain(after: gap, reason: "RC8") }
    }
}
