import ChildJourney

/// `ssd_mother`: a row for each child of a mother. The record is the child's, and names the mother.
enum MotherTable: DatasetTable {
    private static let mother = "mother"

    static let layout = TableLayout(
        "mother",
        columns: [
            .key("moth_table_id"), .link("moth_person_id", required: true), .person("moth_childs_person_id"),
            .unread("moth_childs_dob"),
        ])

    static func body(_ row: inout SpilledRow) -> Relationship { Relationship(other: row.text() ?? "", kind: mother) }

    static func records(of journey: Journey) -> [Recorded<Relationship>] {
        journey.relationships.filter { $0.body.kind == mother }
    }

    static func write(_ relationship: Relationship, to row: RowWriter) { row.put(relationship.other) }
}
