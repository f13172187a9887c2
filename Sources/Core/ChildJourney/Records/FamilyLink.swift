import WorkingDays

/// Membership of a family group, by the source's family number: how siblings are found.
package struct FamilyLink: EntryBody {
    package static var kind: RecordKind { .familyLink }

    package var family: String

    package init(family: String) {
        self.family = family
    }

    package var happenedOn: Day? { nil }

    package static func fold(_ record: Recorded<FamilyLink>, into journey: inout Journey) {
        journey.familyLinks.append(record)
    }
}
