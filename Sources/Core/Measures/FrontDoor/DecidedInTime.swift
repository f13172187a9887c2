import Duties
import WorkingDays

extension MeasureCases {
    /// Something that waits for a decision: counted on the day of it, or on the day it became late, whichever came first.
    mutating func decided<Counted: Measure>(
        _ measure: Counted.Type, received: Day, decided: Day?, within allowance: Allowance, _ calendar: WorkingCalendar,
        team: String? = nil, worker: String? = nil
    ) {
        guard let due = calendar.due(allowance, after: received) else { return }
        let inTime = decided.flatMap { $0 <= due ? $0 : nil }
        happened(measure, on: inTime ?? due + 1, counted: inTime != nil, team: team, worker: worker)
    }
}
