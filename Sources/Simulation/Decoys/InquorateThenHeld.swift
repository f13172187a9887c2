import ChildJourney
import WorkingDays

/// A review went on without enough agencies, and the next one was held with them.
struct InquorateThenHeld: Decoy {
    let name = "InquorateThenHeld"
    let suits: [Story: Int] = [.onProtectionPlan: 8]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.runningPlan != nil, life.last.reviews.count >= 2 else { return nil }
        life.last.reviews[life.last.reviews.count - 2].quorate = false
        return []
    }
}
