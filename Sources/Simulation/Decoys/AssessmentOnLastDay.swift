import ChildJourney
import WorkingDays

/// The first assessment was authorised on the very last day in time.
struct AssessmentOnLastDay: Decoy {
    let name = "AssessmentOnLastDay"
    let suits: [Story: Int] = [.inNeed: 10]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let practice = scene.practice
        return [
            scene.shape { maker in
                var shape = maker.inNeed()
                shape.authorisedOn = practice.due(practice.assessment, after: shape.receivedOn)
                return shape
            }
        ]
    }
}
