import WorkingDays

/// Everything recorded about people around a child that a rule about the child needs. It is read with the child and is
/// no part of the child's own record: what of it may be shown is asked for each of them.
package struct Surroundings: Sendable {
    package struct Relative: Sendable {
        /// The id they have in the child's source.
        package let id: String
        package let history: History
        /// Somebody the reader must not know by name: an adult who is said to be a child whom they may not open.
        package let isHidden: Bool

        package init(id: String, history: History, isHidden: Bool = false) {
            self.id = id
            self.history = isHidden ? history.nameless : history
            self.isHidden = isHidden
        }
    }

    package var adults: [Relative]
    package var children: [Relative]
    /// Children the child was tied to by a tie that was sealed: no family any more, and what is withheld for them stays so.
    package var onceTied: [Relative]

    package init(adults: [Relative] = [], children: [Relative] = [], onceTied: [Relative] = []) {
        self.adults = adults
        self.children = children
        self.onceTied = onceTied
    }

    package var isEmpty: Bool { adults.isEmpty && children.isEmpty }

    package var hiddenAdults: Set<String> { Set(adults.filter(\.isHidden).map(\.id)) }

    package func family(asKnownAt moment: Moment? = nil) -> Family {
        func members(_ relatives: [Relative]) -> [Family.Member] {
            relatives.map { Family.Member(id: $0.id, journey: $0.history.journey(asKnownAt: moment)) }
        }
        return Family(adults: members(adults), children: members(children))
    }
}

/// The people around a child, each with their own story.
package struct Family: Sendable {
    package struct Member: Sendable {
        package let id: String
        package let journey: Journey

        package init(id: String, journey: Journey) {
            self.id = id
            self.journey = journey
        }
    }

    package var adults: [Member]
    package var children: [Member]

    package init(adults: [Member] = [], children: [Member] = []) {
        self.adults = adults
        self.children = children
    }
}

extension Journey {
    /// Empty where no file of another system tells who belongs together as a record kept here does.
    package var family: Family {
        get { familyBox?.family ?? Family() }
        set { familyBox = newValue.adults.isEmpty && newValue.children.isEmpty ? nil : FamilyBox(newValue) }
    }

    /// Who gave birth, or will; an adult or a child of the record.
    package var mother: Family.Member? {
        guard let tie = relationships.last(where: { $0.kind == RelationshipKind.mother.rawValue }) else { return nil }
        let members = tie.isAdult == true ? family.adults : family.children
        return members.first { $0.id == tie.other }
    }
}

/// Behind a reference: a journey cannot hold others in itself, and one without a family pays nothing for it.
final class FamilyBox: Sendable {
    let family: Family

    init(_ family: Family) {
        self.family = family
    }
}

extension History {
    /// The ties that stand, without folding the rest.
    package var relationships: [Recorded<Relationship>] {
        let ties = entries.filter { $0.body is Relationship }
        return ties.isEmpty ? [] : History(entries: ties).journey().relationships
    }
}
