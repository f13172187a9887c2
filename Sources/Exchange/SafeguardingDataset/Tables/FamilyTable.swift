import ChildJourney

/// `ssd_family`: which family group a child belongs to.
enum FamilyTable: DatasetTable {
    static let layout = TableLayout(
        "family",
        columns: [.key("fami_table_id"), .link("fami_family_id", required: true), .person("fami_person_id")])

    static func body(_ row: inout SpilledRow) -> FamilyLink { FamilyLink(family: row.text() ?? "") }

    static func records(of journey: Journey) -> [Recorded<FamilyLink>] { journey.familyLinks }

    static func write(_ link: FamilyLink, to row: RowWriter) { row.put(link.family) }
}
