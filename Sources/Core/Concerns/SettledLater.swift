import ChildJourney
import WorkingDays

extension Recorded {
    /// What settles a record that stood unsettled before. What was typed for a past day counts from when it was written:
    /// until then what was missing stood, and a day typed later does not make it never have been. Written with the record
    /// itself, nothing had stood, and the typed day counts.
    func settled(on day: Day, at moment: Moment? = nil, _ says: Evidence) -> Met {
        guard let written = firstSettledAt, let first = firstWrittenAt, written > first else {
            return Met(on: day, at: moment, by: says)
        }
        if written.londonDay > day { return Met(on: written.londonDay, at: written, by: says) }
        return Met(on: day, at: moment.map { max($0, written) }, by: says)
    }
}
