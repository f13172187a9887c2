import WorkingDays

/// Somebody of the family says that something recorded is not right, in their own words. It stands beside what it
/// disputes wherever that is told, and changes nothing of it.
package struct DisputedStatement: EntryBody {
    package static var kind: RecordKind { .disputedStatement }

    package var on: Day
    /// Who says so: "Jane Invented, mother".
    package var by: String
    /// What is disputed.
    package var disputedKind: RecordKind
    package var disputedRecord: RecordID
    /// In their own words.
    package var words: String
    package var answeredOn: Day?
    package var answer: DisputeAnswer?
    /// Why it is not agreed; or what was put right.
    package var because: String?
    package var answeredBy: String?

    package init(on: Day, by: String, disputedKind: RecordKind, disputedRecord: RecordID, words: String) {
        self.on = on
        self.by = by
        self.disputedKind = disputedKind
        self.disputedRecord = disputedRecord
        self.words = words
    }

    package var happenedOn: Day? { on }

    /// As it stands beside what it disputes: one sentence or a few, in no more than plain text.
    package var told: String {
        let said = "Disputed by \(by) on \(on.words): “\(words)”"
        guard let answer, let answeredOn else { return "\(said) Not answered yet." }
        let why = because.map { ": \($0)" } ?? "."
        return "\(said) Answered on \(answeredOn.words), \(answer.words)\(why)"
    }

    package static func fold(_ record: Recorded<DisputedStatement>, into journey: inout Journey) {
        journey.casework.disputedStatements.append(record)
    }
}

package enum DisputeAnswer: String, Codable, Sendable, CaseIterable {
    case corrected
    case notAgreed = "not-agreed"

    package var words: String {
        switch self {
        case .corrected: "the record was corrected"
        case .notAgreed: "not agreed"
        }
    }
}
