import ChildJourney
import WorkingDays

/// The latest review went on without enough agencies.
struct ConferenceInquorate: Departure {
    let name = "ConferenceInquorate"
    let suits: [Story: Int] = [.onProtectionPlan: 12]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.runningPlan != nil, let index = life.last.reviews.indices.last,
            let held = life.last.reviews[index].heldOn
        else { return nil }
        life.last.reviews[index].quorate = false
        return [
            PlannedConcern(
                "conference-inquorate", about: PlannedConcern.about(.planReview, held), onset: held,
                visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
