import WorkingDays

/// A plan is given to the child or a parent; or withheld from them, and why.
package struct GivenToFamily: EntryBody {
    package static var kind: RecordKind { .givenToFamily }

    package var on: Day
    /// The plan.
    package var of: RecordID
    package var to: FamilyRecipient
    /// "on paper, read out with her".
    package var form: String?
    package var language: String?
    /// Not given, because; nil where it was given.
    package var withheldWhy: String?

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
