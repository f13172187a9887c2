import WorkingDays

/// Where and how a child or their carer is found, beside an address: a school, a telephone, a doctor, a placement.
package struct ContactDetail: EntryBody {
    package static var kind: RecordKind { .contactDetail }

    package var fact: PrivateFact
    /// "St Invented's Primary, Year 3"; "07700 900123, her mother".
    package var words: String
    package var from: Day?
    package var until: Day?

    package init(fact: PrivateFact, words: String, from: Day? = nil, until: Day? = nil) {
        self.fact = fact
        self.words = words
        self.from = from
        self.until = until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<ContactDetail>, into journey: inout Journey) {
        journey.casework.contactDetails.append(record)
    }
}

/// What can be withheld from somebody. The raw value is what is stored, so it never changes.
package enum PrivateFact: String, Sendable, Codable, CaseIterable {
    case address, school, telephone
    case generalPractitioner = "general-practitioner"
    case placement

    package var words: String {
        switch self {
        case .address: "address"
        case .school: "school or nursery"
        case .telephone: "telephone"
        case .generalPractitioner: "doctor"
        case .placement: "placement"
        }
    }
}
