import ChildJourney

/// `ssd_legal_status`: the legal ground on which a child is in care.
enum LegalStatusTable: DatasetTable {
    static let layout = TableLayout(
        "legal_status", standsOn: ["lega_legal_status_start_date"],
        columns: [
            .key("lega_legal_status_id"), .person("lega_person_id"), .text("lega_legal_status", required: true),
            .day("lega_legal_status_start_date"), .day("lega_legal_status_end_date"),
        ])

    static func body(_ row: inout SpilledRow) -> LegalStatus {
        LegalStatus(code: row.text() ?? "", from: row.neededDay(), until: row.day())
    }

    static func records(of journey: Journey) -> [Recorded<LegalStatus>] { journey.legalStatuses }

    static func write(_ status: LegalStatus, to row: RowWriter) {
        row.put(status.code)
        row.put(status.from)
        row.put(status.until)
    }
}
