import WorkingDays

/// A plan, a report, minutes, an assessment or a letter is given to the child or a parent; or withheld from them, and why.
package struct GivenToFamily: EntryBody {
    package static var kind: RecordKind { .givenToFamily }

    package var on: Day
    /// The record it is of; for what is no record of its own, the giving itself.
    package var of: RecordID
    package var to: FamilyRecipient
    /// "on paper, read out with her".
    package var form: String?
    package var language: String?
    /// Not given, because; nil where it was given.
    package var withheldWhy: String?
    /// Nil for a plan.
    package var what: GivenItem?
    /// Which, where no record says so: "letter of 3 Mar about the school".
    package var which: String?
    /// To whom by name, where it was said.
    package var recipient: String?

    package init(on: Day, of: RecordID, to: FamilyRecipient) {
        self.on = on
        self.of = of
        self.to = to
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<GivenToFamily>, into journey: inout Journey) {
        journey.casework.givenToFamily.append(record)
    }
}

/// What was given besides a plan.
package enum GivenItem: String, Codable, Sendable, CaseIterable {
    case report, minutes, assessment, letter

    package var words: String { rawValue }
}

package enum FamilyRecipient: String, Codable, Sendable, CaseIterable {
    case child, parents, other

    package var words: String {
        switch self {
        case .child: "the child"
        case .parents: "the parents, or whoever cares for the child"
        case .other: "somebody else"
        }
    }
}
