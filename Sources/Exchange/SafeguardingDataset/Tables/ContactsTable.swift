import ChildJourney

/// `ssd_contacts`: what the council was told about a child, and what it decided.
enum ContactsTable: DatasetTable {
    static let layout = TableLayout(
        "contacts", standsOn: ["cont_contact_date"],
        tells: [ToldFact(.contacts), ToldFact(.contactOutcomes, "cont_contact_outcome_json")],
        columns: [
            .key("cont_contact_id"), .person("cont_person_id"), .day("cont_contact_date"),
            .text("cont_contact_source_code"), .unread("cont_contact_source_desc"),
            .choice("cont_contact_outcome_json", ContactOutcomeWords.words),
        ])

    static func body(_ row: inout SpilledRow) -> Contact {
        Contact(
            receivedOn: row.neededDay(), source: row.text(), outcome: row.choice(ContactOutcomeWords.words))
    }

    static func records(of journey: Journey) -> [Recorded<Contact>] { journey.contacts }

    static func write(_ contact: Contact, to row: RowWriter) {
        row.put(contact.receivedOn)
        row.put(contact.source)
        row.put(contact.outcome.flatMap { outcome in ContactOutcomeWords.words.written { $0 == outcome } })
    }
}
