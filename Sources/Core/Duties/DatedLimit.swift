import WorkingDays

/// One limit as it was on any day: looked up once by its name, then asked day by day.
package struct DatedLimit: Sendable {
    package let id: LimitID
    private let rows: [(inForce: Period, allowance: Allowance?)]

    init(_ id: LimitID, _ standards: [Standard]) {
        self.id = id
        self.rows = standards.map { ($0.inForce, $0.allowance) }
    }

    /// Nil unless the standard was in force on the day.
    package func inForce(on day: Day) -> Allowance? {
        for row in rows where row.inForce.contains(day) { return row.allowance }
        return nil
    }

    /// The one in force on the day; the earliest one known when the day is before them all.
    package func orEarliest(on day: Day) -> Allowance? {
        for row in rows where row.inForce.contains(day) { return row.allowance }
        return rows.min { $0.inForce.from < $1.inForce.from }?.allowance
    }
}

extension Limits {
    package func dated(_ id: LimitID) -> DatedLimit { DatedLimit(id, standards(id)) }
}
