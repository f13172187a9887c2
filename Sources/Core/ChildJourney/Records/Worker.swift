import WorkingDays

/// Somebody who works for the council with children.
package struct Worker: EntryBody {
    package static var kind: RecordKind { .worker }

    package var staffNumber: String?
    package var name: String?
    /// Social work registration number; its presence is what "qualified" rests on.
    package var registration: String?
    package var agency: Bool?
    package var jobTitle: String?
    package var department: String?
    package var newlyQualified: Bool?
    package var leftOn: Day?

    package init(
        staffNumber: String? = nil, name: String? = nil, registration: String? = nil, agency: Bool? = nil,
        jobTitle: String? = nil, department: String? = nil, newlyQualified: Bool? = nil, leftOn: Day? = nil
    ) {
        self.staffNumber = staffNumber
        self.name = name
        self.registration = registration
        self.agency = agency
        self.jobTitle = jobTitle
        self.department = department
        self.newlyQualified = newlyQualified
        self.leftOn = leftOn
    }

    package var happenedOn: Day? { nil }

    /// Workers are subjects of their own: they stand in the workforce, not in a child's journey.
    package static func fold(_ record: Recorded<Worker>, into journey: inout Journey) {}
}

extension Worker {
    /// A registration number is the only proof of qualification any source carries.
    package var isQualified: Bool { registration?.isEmpty == false }
}
