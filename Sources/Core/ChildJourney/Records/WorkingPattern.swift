import WorkingDays

/// How much of the week somebody works from a day on: so many hours of a full-time post, or as bank staff with no set hours. Each
/// change is a record of its own; the latest to begin by a day holds on it.
package struct WorkingPattern: EntryBody {
    package static var kind: RecordKind { .workingPattern }

    package var from: Day
    /// In tenths of an hour a week; nil for bank staff.
    package var weeklyTenths: Int?
    /// The hours of the same post at full time, in tenths a week; nil for bank staff.
    package var fullTimeTenths: Int?
    /// Works when asked, and has no set hours.
    package var isBank: Bool
    /// The manager who recorded it, by their name for signing in.
    package var recordedBy: String?

    package init(
        from: Day, weeklyTenths: Int? = nil, fullTimeTenths: Int? = nil, isBank: Bool = false,
        recordedBy: String? = nil
    ) {
        self.from = from
        self.weeklyTenths = weeklyTenths
        self.fullTimeTenths = fullTimeTenths
        self.isBank = isBank
        self.recordedBy = recordedBy
    }

    package var happenedOn: Day? { from }

    /// Workers are subjects of their own: this stands in the workforce, not in a child's journey.
    package static func fold(_ record: Recorded<WorkingPattern>, into journey: inout Journey) {}
}

extension WorkingPattern {
    /// So many children as they would be for somebody at full time, in tenths, rounded half up; nil where no hours are set.
    package func tenthsPerFullTime(_ children: Int) -> Int? {
        guard let weekly = weeklyTenths, let full = fullTimeTenths, weekly > 0, full > 0 else { return nil }
        return (20 * children * full + weekly) / (2 * weekly)
    }
}
