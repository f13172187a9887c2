import ChildJourney
import Duties
import WorkingDays

/// Everything a concern says for itself: the rule in plain words, its source, the dates and the arithmetic, what
/// clears it and who can act. Made only when shown.
package struct Explanation: Sendable {
    package let title: String
    package let rule: String
    package let why: String
    package let arithmetic: [String]
    package let clears: String
    package let whoCanAct: String
    package let standard: Standard?

    /// "Working Together to Safeguard Children 2023 (statutory guidance; number and source read)".
    package var source: String {
        guard let standard else { return "Sightline's catalogue of concerns: no time limit applies" }
        return "\(standard.source) (\(standard.standing.words); \(standard.verification.words))"
    }
}

extension Moment {
    /// "Wed 4 Mar 2026, 16:50"; midnight as the end of the day before it.
    package var dueWords: String { londonMinute == 0 ? "the end of \((londonDay - 1).words)" : words }
}

extension Concern {
    /// Nil for a concern of a rule this version no longer has.
    package func explanation(on day: Day, _ setting: Setting) -> Explanation? {
        guard let rule = Rules.rule(code) else { return nil }
        let standard = standard.flatMap { setting.limits.standard($0, on: clockStart) }
        return Explanation(
            title: rule.words.title, rule: rule.words.rule, why: rule.why(self, setting),
            arithmetic: arithmetic(on: day, standard, setting.calendar), clears: rule.words.clears,
            whoCanAct: rule.words.whoCanAct, standard: standard)
    }

    private func arithmetic(on day: Day, _ standard: Standard?, _ calendar: WorkingCalendar) -> [String] {
        var lines: [String] = []
        if let due {
            let allowed = standard?.allowance.map(\.words) ?? "The time allowed"
            let started = clockStartAt?.words ?? clockStart.words
            lines.append("Clock started \(started). \(allowed): due by \(dueAt.map(\.dueWords) ?? due.words).")
            if dueAt != nil, clockStartAt == nil {
                lines.append("No time is recorded, so the clock runs from the start of that day.")
            }
            let holidays = calendar.holidays(after: clockStart, through: due)
            if case .workingDays? = standard?.allowance?.length, !holidays.isEmpty {
                let named = holidays.map { "\($0.day.words) (\($0.name))" }.joined(separator: ", ")
                lines.append("Bank holidays not counted: \(named).")
            }
        }
        if due == nil, let dueAt {
            lines.append("It \(onset <= day ? "has stood" : "would stand") from \(dueAt.words).")
        } else if dueAt != nil {
            lines.append("It is listed from \(onset.words) on, the day on which the time runs out.")
        } else {
            lines.append("It \(onset <= day ? "has stood" : "would stand") from \(onset.words).")
        }
        if let clearedOn, clearedOn <= day { lines.append("Cleared \(clearedOn.words).") }
        if let endedOn, endedOn <= day, let ending { lines.append("Ended \(endedOn.words), unmet: \(ending.words).") }
        if stands(on: day), dueAt == nil, let due {
            let worked = calendar.workingDays(after: due, through: day)
            let working = worked.map { ", \($0) of them working days" } ?? ""
            lines.append("On \(day.words) it is \(day - due) days over\(working).")
        }
        return lines
    }
}
