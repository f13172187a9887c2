import WorkingDays

/// A tie to another person. It stands on one person's record, and whoever it names is found from there.
package struct Relationship: EntryBody {
    package static var kind: RecordKind { .relationship }

    /// The other person's id in the same source.
    package var other: String
    /// mother, father, sibling ...
    package var kind: String
    package var from: Day?
    package var until: Day?
    /// Whether the other is an adult of this record; nil for a child, and where a source does not say.
    package var isAdult: Bool?
    package var parentalResponsibility: Bool?
    /// Whether they look after the child.
    package var carer: Bool?
    package var livesWith: Bool?
    /// Through whom they belong to the child, by that person's id: a partner's partner, a grandparent's son or daughter.
    package var through: String?

    package init(other: String, kind: String, from: Day? = nil, until: Day? = nil) {
        self.other = other
        self.kind = kind
        self.from = from
        self.until = until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<Relationship>, into journey: inout Journey) {
        journey.relationships.append(record)
    }
}

/// What an adult is to a child. Stored as text, because a source may have words of its own.
package enum RelationshipKind: String, Codable, Sendable, CaseIterable {
    case mother, father
    case stepParent = "step-parent"
    case grandparent, carer, partner, sibling
    case halfSibling = "half-sibling"
    case other

    package var words: String {
        switch self {
        case .mother: "Mother"
        case .father: "Father"
        case .stepParent: "Step-parent"
        case .grandparent: "Grandparent"
        case .carer: "Carer"
        case .partner: "Partner of a parent"
        case .sibling: "Grown-up brother or sister"
        case .halfSibling: "Grown-up half brother or sister"
        case .other: "Somebody else"
        }
    }
}
