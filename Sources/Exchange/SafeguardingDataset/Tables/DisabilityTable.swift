import ChildJourney

/// `ssd_disability`: a row for each of a child's disabilities.
enum DisabilityTable: DatasetTable {
    static let layout = TableLayout(
        "disability",
        columns: [
            .key("disa_table_id"), .person("disa_person_id"), .text("disa_disability_code", required: true),
        ])

    static func body(_ row: inout SpilledRow) -> Disability { Disability(code: row.text() ?? "") }

    static func records(of journey: Journey) -> [Recorded<Disability>] { journey.disabilities }

    static func write(_ disability: Disability, to row: RowWriter) { row.put(disability.code) }
}
