import ChildJourney
import WorkingDays

/// One thing a step asks.
package struct StepField: Sendable {
    package enum Kind: Sendable {
        case day
        /// A clock time of the day asked beside it.
        case time
        case text
        case longText
        case yesNo
        case choice([StepChoice])
        case several([StepChoice])
    }

    package let name: String
    /// "When was it held?"
    package let words: String
    /// As errors call it, with its article: "the day it was held".
    package let called: String
    package let kind: Kind
    package var isRequired: Bool
    package var hint: String?
    /// What stands there before anybody types.
    package var initial: [String]

    package init(
        _ name: String, _ words: String, called: String, _ kind: Kind, required: Bool = true, hint: String? = nil,
        initial: [String] = []
    ) {
        self.name = name
        self.words = words
        self.called = called
        self.kind = kind
        self.isRequired = required
        self.hint = hint
        self.initial = initial
    }

    /// A day, today unless another is typed.
    static func day(_ words: String, called: String, name: String = "on", _ today: Day) -> StepField {
        StepField(name, words, called: called, .day, initial: [today.shortWords])
    }

    /// What is not known is left empty: nothing is put there, since a time nobody changed would be taken for one.
    static func time(_ words: String, called: String, name: String = "at", hint: String? = nil) -> StepField {
        StepField(name, words, called: called, .time, required: false, hint: hint ?? "Such as 16:50, or 4.50pm")
    }

    /// When harm was alleged starts a clock in hours.
    static func timeOfAllegation(_ words: String) -> StepField {
        .time(words, called: "the time", hint: "Such as 16:50. Without it the clock runs from the start of that day")
    }

    static let harmSigns = StepField(
        "signs", "If harm is alleged, is any of these so?", called: "what is so",
        .several(HarmSign.allCases.map { StepChoice($0.rawValue, $0.words) }), required: false,
        hint: "Then the child is seen the same day. So too where nothing is chosen: nobody has said")

    static func agencies(_ name: String, _ words: String, called: String) -> StepField {
        StepField(name, words, called: called, .several(Agency.allCases.map { StepChoice($0.rawValue, $0.words) }))
    }
}

package struct StepChoice: Sendable, Hashable {
    package let value: String
    package let words: String

    package init(_ value: String, _ words: String) {
        self.value = value
        self.words = words
    }
}

/// What was answered, each answer already of its field's kind; and what is wrong with any of them.
package struct StepAnswers: Sendable {
    package enum Answer: Sendable, Hashable {
        case day(Day)
        /// Minutes past midnight.
        case time(Int)
        case text(String)
        case yes(Bool)
        case several([String])
    }

    package struct Problem: Sendable, Hashable {
        package let field: String
        package let message: String
    }

    private let answers: [String: Answer]
    package private(set) var problems: [Problem] = []

    package init(_ answers: [String: Answer]) {
        self.answers = answers
    }

    package mutating func note(_ field: String, _ message: String) {
        problems.append(Problem(field: field, message: message))
    }

    package func day(_ name: String = "on") -> Day? {
        guard case .day(let day)? = answers[name] else { return nil }
        return day
    }

    /// A day on which something happened: not after today, and not before what it follows from.
    package mutating func pastDay(_ name: String = "on", from first: Day? = nil, today: Day) -> Day? {
        guard let day = day(name) else { return nil }
        if day > today { note(name, "Enter a day up to today") }
        if let first, day < first {
            note(name, "Enter a day from \(first.shortWords), when what it follows from began")
        }
        return day
    }

    /// The moment of a clock time typed beside a day: not after `now`. Nil where no time was typed.
    package mutating func moment(_ name: String = "at", on day: Day, now: Moment) -> Moment? {
        guard case .time(let minute)? = answers[name] else { return nil }
        let moment = Moment(londonDay: day, minute: minute)
        if moment > now { note(name, "Enter a time up to now") }
        return moment
    }

    /// A clock time, in minutes past midnight; nil where none was typed.
    package func minute(_ name: String = "at") -> Int? {
        guard case .time(let minute)? = answers[name] else { return nil }
        return minute
    }

    /// What makes an allegation one for the same day; nil where nobody said.
    package mutating func harmSigns() -> [HarmSign]? {
        let signs: [HarmSign] = several("signs")
        if signs.contains(.noneOfThese), signs.count > 1 {
            note("signs", "Choose “\(HarmSign.noneOfThese.words)” alone, or what is so")
        }
        return signs.isEmpty ? nil : signs
    }

    package func text(_ name: String) -> String? {
        guard case .text(let text)? = answers[name] else { return nil }
        return text
    }

    /// Every text that was answered, and in which field.
    package var texts: [(field: String, text: String)] {
        answers.compactMap { name, answer in
            guard case .text(let text) = answer else { return nil }
            return (name, text)
        }.sorted { $0.field < $1.field }
    }

    /// What is withheld stands in one place alone, and never in what somebody reads out or sends.
    mutating func askToLeaveOut(_ withholding: Withholding, but fields: Set<String>) {
        for (field, text) in texts where !fields.contains(field) {
            if let problem = withholding.whyToLeaveOut(text) { note(field, problem) }
        }
    }

    package func yes(_ name: String) -> Bool? {
        guard case .yes(let answer)? = answers[name] else { return nil }
        return answer
    }

    package func choice<Choice: RawRepresentable>(_ name: String, _: Choice.Type = Choice.self) -> Choice?
    where Choice.RawValue == String { text(name).flatMap(Choice.init(rawValue:)) }

    package func several<Choice: RawRepresentable>(_ name: String, _: Choice.Type = Choice.self) -> [Choice]
    where Choice.RawValue == String {
        guard case .several(let values)? = answers[name] else { return [] }
        return values.compactMap(Choice.init(rawValue:))
    }
}
