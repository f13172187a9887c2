import ChildJourney

/// `ssd_person`: who the child is. Keyed by the person.
enum PersonTable: DatasetTable {
    static let layout = TableLayout(
        "person", tells: [ToldFact(.birthDates, "pers_dob")],
        columns: [
            .unread("pers_legacy_id"), .person("pers_person_id"), .text("pers_upn"), .text("pers_forename"),
            .text("pers_surname"), .code("pers_sex", .sex), .text("pers_gender"), .text("pers_ethnicity"),
            .day("pers_dob"), .unread("pers_single_unique_id"), .text("pers_upn_unknown"), .unread("pers_send_flag"),
            .day("pers_expected_dob"), .day("pers_death_date"), .unread("pers_is_mother"), .text("pers_nationality"),
            .unread("pers_common_child_id"),
        ])

    static func body(_ row: inout SpilledRow) -> Person {
        var person = Person()
        person.uniquePupilNumber = row.text()
        person.forename = row.text()
        person.surname = row.text()
        person.sex = row.text()
        person.genderIdentity = row.text()
        person.ethnicity = row.text()
        person.bornOn = row.day()
        person.pupilNumberUnknown = row.text()
        person.expectedOn = row.day()
        person.diedOn = row.day()
        person.nationality = row.text()
        return person
    }

    static func records(of journey: Journey) -> [Recorded<Person>] { journey.person.map { [$0] } ?? [] }

    static func write(_ person: Person, to row: RowWriter) {
        row.put(person.uniquePupilNumber)
        row.put(person.forename)
        row.put(person.surname)
        row.put(person.sex)
        row.put(person.genderIdentity)
        row.put(person.ethnicity)
        row.put(person.bornOn)
        row.put(person.pupilNumberUnknown)
        row.put(person.expectedOn)
        row.put(person.diedOn)
        row.put(person.nationality)
    }
}
