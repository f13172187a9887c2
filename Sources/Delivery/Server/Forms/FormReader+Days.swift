import ChildJourney
import WorkingDays

extension FormReader {
    /// A day, typed in one field or in three: `name-day`, `name-month` and `name-year`.
    package mutating func day(
        _ name: String, called what: String, around today: Day, required: Bool = true
    ) -> Day? {
        guard let typed = given(name) ?? threeFields(name) else {
            return missing(name, "Enter \(what), such as \(today.shortWords)", when: required)
        }
        do {
            return try TypedDay.read(typed, around: today)
        } catch {
            return problem(name, FormReader.words(for: error, what, today))
        }
    }

    /// What was typed in three fields, as one text; nil when all three are empty.
    private func threeFields(_ name: String) -> String? {
        let parts = ["day", "month", "year"].map { given("\(name)-\($0)") }
        guard parts.contains(where: { $0 != nil }) else { return nil }
        // NB: a day or month left out must not let the next part slide into its place.
        return "\(parts[0] ?? "?") \(parts[1] ?? "?") \(parts[2] ?? "")"
    }

    private static func words(for trouble: TypedDay.Trouble, _ what: String, _ today: Day) -> String {
        let field = what.atSentenceStart
        return switch trouble {
        case .unreadable: "\(field) must be a day, such as \(today.shortWords) or \(today.slashed)"
        case .noYear: "\(field) must include a year"
        case .noSuchDay: "\(field) must be a day that exists"
        case .wrongWeekday(let weekday): "\(field) falls on a \(weekday.name): check the day and the date"
        }
    }
}

extension Day {
    /// "3/3/2026".
    fileprivate var slashed: String {
        let (year, month, day) = civil
        return "\(day)/\(month)/\(year)"
    }
}

extension Weekday {
    fileprivate var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
