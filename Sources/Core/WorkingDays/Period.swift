/// From a day to a day, both included; open-ended when `until` is nil.
package struct Period: Hashable, Sendable, Codable {
    package var from: Day
    package var until: Day?

    package init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ day: Day) -> Bool {
        day >= from && (until.map { day <= $0 } ?? true)
    }
}
