import WorkingDays

/// Another agency is asked what it knows about a child; and by what right.
package struct AgencyCheck: EntryBody {
    package static var kind: RecordKind { .agencyCheck }

    package var askedOn: Day
    package var agency: Agency
    package var asked: String?
    package var answeredOn: Day?
    package var answer: String?
    /// Nil: not said yet. Never asked for before something is done to protect a child.
    package var basis: SharingBasis?
    /// What the family was told, or why telling them would raise the risk.
    package var familyTold: String?
    /// The day both of these were first written; nil while either is missing.
    package var basisOn: Day?

    package init(askedOn: Day, agency: Agency) {
        self.askedOn = askedOn
        self.agency = agency
    }

    package var happenedOn: Day? { askedOn }
    package var saysWhy: Bool { basis != nil && familyTold != nil }

    package static func fold(_ record: Recorded<AgencyCheck>, into journey: inout Journey) {
        journey.casework.agencyChecks.append(record)
    }
}
