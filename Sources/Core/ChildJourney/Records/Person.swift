import WorkingDays

/// Who the child is. Names are nil in a census, which carries none.
package struct Person: EntryBody {
    package static var kind: RecordKind { .person }

    package var forename: String?
    package var surname: String?
    package var formerNames: [String]?
    package var bornOn: Day?
    /// The expected date of an unborn child.
    package var expectedOn: Day?
    package var diedOn: Day?
    /// National code: M, F or U; older files 1, 2, 0, 9.
    package var sex: String?
    package var genderIdentity: String?
    /// National code, such as WBRI.
    package var ethnicity: String?
    package var uniquePupilNumber: String?
    package var formerUniquePupilNumber: String?
    /// National code UN1 to UN7.
    package var pupilNumberUnknown: String?
    package var nationality: String?
    /// What they are called, where that is another name.
    package var knownAs: String?
    /// Ten digits, the last of them a check.
    package var nhsNumber: String?

    package init(
        forename: String? = nil, surname: String? = nil, formerNames: [String]? = nil, bornOn: Day? = nil,
        expectedOn: Day? = nil, diedOn: Day? = nil, sex: String? = nil, genderIdentity: String? = nil,
        ethnicity: String? = nil, uniquePupilNumber: String? = nil, formerUniquePupilNumber: String? = nil,
        pupilNumberUnknown: String? = nil, nationality: String? = nil
    ) {
        self.forename = forename
        self.surname = surname
        self.formerNames = formerNames
        self.bornOn = bornOn
        self.expectedOn = expectedOn
        self.diedOn = diedOn
        self.sex = sex
        self.genderIdentity = genderIdentity
        self.ethnicity = ethnicity
        self.uniquePupilNumber = uniquePupilNumber
        self.formerUniquePupilNumber = formerUniquePupilNumber
        self.pupilNumberUnknown = pupilNumberUnknown
        self.nationality = nationality
    }

    package var happenedOn: Day? { nil }

    package static func fold(_ record: Recorded<Person>, into journey: inout Journey) {
        journey.person = record
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Person {
    @inlinable package var forename: String? { body.forename }
    @inlinable package var surname: String? { body.surname }
    @inlinable package var formerNames: [String]? { body.formerNames }
    @inlinable package var bornOn: Day? { body.bornOn }
    @inlinable package var expectedOn: Day? { body.expectedOn }
    @inlinable package var diedOn: Day? { body.diedOn }
    @inlinable package var sex: String? { body.sex }
    @inlinable package var genderIdentity: String? { body.genderIdentity }
    @inlinable package var ethnicity: String? { body.ethnicity }
    @inlinable package var uniquePupilNumber: String? { body.uniquePupilNumber }
    @inlinable package var formerUniquePupilNumber: String? { body.formerUniquePupilNumber }
    @inlinable package var pupilNumberUnknown: String? { body.pupilNumberUnknown }
    @inlinable package var nationality: String? { body.nationality }
}
