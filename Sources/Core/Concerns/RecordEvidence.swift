import ChildJourney
import WorkingDays

extension Recorded where Body: EntryBody {
    /// This record as evidence, for what it says on a day.
    package func evidence(_ says: String, on day: Day?) -> Evidence {
        Evidence(Body.kind, on: day, place: place, says: says)
    }

    /// This record as what a concern is about.
    package func about(on day: Day) -> About { About(Body.kind, on: day, id: id) }
}
