import WorkingDays

/// A day in a story is written as it is in a file: "2026-03-03".
extension Day: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("\(text) is not a day") }
        self = day
    }
}
