import ChildJourney

/// `ssd_immigration_status`: a child's immigration status for a time.
enum ImmigrationStatusTable: DatasetTable {
    static let layout = TableLayout(
        "immigration_status",
        columns: [
            .key("immi_immigration_status_id"), .person("immi_person_id"),
            .day("immi_immigration_status_start_date"), .day("immi_immigration_status_end_date"),
            .text("immi_immigration_status", required: true),
        ])

    static func body(_ row: inout SpilledRow) -> ImmigrationStatus {
        let (from, until) = (row.day(), row.day())
        return ImmigrationStatus(status: row.text() ?? "", from: from, until: until)
    }

    static func records(of journey: Journey) -> [Recorded<ImmigrationStatus>] {
        journey.hasCasework ? journey.casework.immigrationStatuses : []
    }

    static func write(_ status: ImmigrationStatus, to row: RowWriter) {
        row.put(status.from)
        row.put(status.until)
        row.put(status.status)
    }
}
