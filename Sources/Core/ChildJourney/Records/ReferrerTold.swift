import WorkingDays

/// Whoever told the council is told what was decided.
package struct ReferrerTold: EntryBody {
    package static var kind: RecordKind { .referrerTold }

    package var on: Day
    /// The contact or referral they made.
    package var of: RecordID
    package var means: TellingMeans?
    package var what: String?

    package init(on: Day, of: RecordID) {
        self.on = on
        self.of = of
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<ReferrerTold>, into journey: inout Journey) {
        journey.casework.referrersTold.append(record)
    }
}

package enum TellingMeans: String, Codable, Sendable, CaseIterable {
    case call, letter, message
    case inPerson = "in-person"

    package var words: String {
        switch self {
        case .call: "by telephone"
        case .letter: "by letter"
        case .message: "by secure message"
        case .inPerson: "in person"
        }
    }
}
