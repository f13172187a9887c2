import ChildJourney
import WorkingDays

/// Closed because the family moved to another council, and referred again within ninety days.
struct MovedAwayThenBack: Decoy {
    let name = "MovedAwayThenBack"
    let suits: [Story: Int] = [.underAssessment: 4, .inNeed: 4]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let gap = 10 + scene.chance.below(70)
        return scene.shape { maker in maker.referredAgain(after: gap, reason: "RC5") }
    }
}
