import ChildJourney
import Pages
import WorkingDays

/// Takes typed values out of a form, and gathers one sentence for each field that must be put right.
///
/// Everything wrong is said at once: nobody is sent back five times for five fields. What a page calls a field comes
/// with its article, in lower case: "the day of the visit".
package struct FormReader {
    package let fields: FormFields
    package private(set) var problems: [FieldError] = []

    package init(_ fields: FormFields) {
        self.fields = fields
    }

    /// Words, trimmed; nil when there are none.
    package mutating func text(
        _ name: String, called what: String, atMost limit: Int = 200, required: Bool = true
    ) -> String? {
        guard let text = given(name) else { return missing(name, "Enter \(what)", when: required) }
        guard text.count <= limit else {
            return problem(name, "\(what.atSentenceStart) must be \(limit) characters or fewer")
        }
        return text
    }

    package mutating func wholeNumber(
        _ name: String, called what: String, in range: ClosedRange<Int>, required: Bool = true
    ) -> Int? {
        guard let text = given(name) else { return missing(name, "Enter \(what)", when: required) }
        let digits = text.filter { $0 != "," && $0 != " " }
        let isPlain = !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isPlain, let number = Int(digits), range.contains(number) else {
            let from = range.lowerBound
            return problem(
                name, "\(what.atSentenceStart) must be a whole number from \(from) to \(range.upperBound)")
        }
        return number
    }

    /// One of the raw values of a closed set of choices.
    package mutating func choice<Choice: RawRepresentable>(
        _ name: String, called what: String, of _: Choice.Type = Choice.self, required: Bool = true
    ) -> Choice? where Choice.RawValue == String {
        guard let text = given(name) else { return missing(name, "Choose \(what)", when: required) }
        return Choice(rawValue: text) ?? problem(name, "Choose \(what) from the list")
    }

    /// Any number of the choices, in the order sent.
    package mutating func choices<Choice: RawRepresentable>(
        _ name: String, called what: String, of _: Choice.Type = Choice.self
    ) -> [Choice] where Choice.RawValue == String {
        let given = fields.all(name).filter { !$0.isEmpty }
        let choices = given.compactMap(Choice.init(rawValue:))
        if choices.count < given.count { note(name, "Choose \(what) from the list") }
        return choices
    }

    package func isTicked(_ name: String) -> Bool {
        fields[name].map { !$0.isEmpty } ?? false
    }

    /// What was sent under the name, without spaces around it or characters that cannot be seen; nil when nothing is left.
    package func given(_ name: String) -> String? {
        guard let value = fields[name] else { return nil }
        let lines = value.replacing("\r\n", with: "\n")
        let seen = String(String.UnicodeScalarView(lines.unicodeScalars.filter(FormReader.isKept)))
        let start = seen.firstIndex { !$0.isWhitespace } ?? seen.endIndex
        let end = seen.lastIndex { !$0.isWhitespace }.map(seen.index(after:)) ?? seen.endIndex
        return start < end ? String(seen[start..<end]) : nil
    }

    package mutating func note(_ name: String, _ message: String) {
        problems.append(FieldError(field: name, message: message))
    }

    mutating func problem<Value>(_ name: String, _ message: String) -> Value? {
        note(name, message)
        return nil
    }

    mutating func missing<Value>(_ name: String, _ message: String, when required: Bool) -> Value? {
        required ? problem(name, message) : nil
    }

    /// Line ends and tabs, but no other control character, and none that turns the direction of writing around: with
    /// those a name can be made to read as another.
    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}

extension FormReader {
    /// What is withheld stands in one place alone, and never in what somebody reads out or sends.
    mutating func askToLeaveOut(_ withholding: Withholding, in names: [String]) {
        for name in names {
            if let problem = given(name).flatMap(withholding.whyToLeaveOut) { note(name, problem) }
        }
    }
}
