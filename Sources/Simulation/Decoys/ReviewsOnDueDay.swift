import ChildJourney
import WorkingDays

/// Every review of the plan was held on the day it was due.
struct ReviewsOnDueDay: Decoy {
    let name = "ReviewsOnDueDay"
    let suits: [Story: Int] = [.onProtectionPlan: 10]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        [
            scene.shape { maker in
                var shape = maker.onProtectionPlan()
                shape.reviewsOnDueDay = true
                return shape
            }
        ]
    }
}
