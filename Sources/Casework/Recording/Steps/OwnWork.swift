import ChildJourney
import WorkingDays

extension Journey {
    /// Whether somebody worked with the child on any of some days: led, covered for whoever led, or was the second worker.
    /// What they did then somebody else looks at.
    package func worked(_ worker: String, from first: Day, through last: Day) -> Bool {
        allocations.contains {
            $0.role != .other && $0.worker == worker && $0.from <= last && ($0.until ?? last) >= first
        }
    }
}

extension StepScene {
    /// Whether whoever records worked with the child on a day.
    func worked(on day: Day) -> Bool { journey.worked(me, from: day, through: day) }

    /// Whether whoever records worked with the child at any time from a day until today: giving the child away the day before
    /// makes nobody independent of what they did.
    func worked(since day: Day) -> Bool { journey.worked(me, from: day, through: today) }
}
