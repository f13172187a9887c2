import ChildJourney

/// `ssd_cla_visits`: visits to children in care.
enum CareVisitsTable: DatasetTable {
    static let layout = TableLayout(
        "cla_visits", standsOn: ["clav_cla_visit_date"], tells: [ToldFact(.careVisits)],
        columns: [
            .key("clav_cla_visit_id"), .unread("clav_cla_id"), .person("clav_person_id"),
            .day("clav_cla_visit_date"), .flag("clav_cla_visit_seen"), .flag("clav_cla_visit_seen_alone"),
        ])

    static func body(_ row: inout SpilledRow) -> Visit {
        Visit(on: row.neededDay(), purpose: .care, seen: row.flag(), seenAlone: row.flag())
    }

    static func records(of journey: Journey) -> [Recorded<Visit>] {
        journey.visits.filter { $0.body.purpose == .care }
    }

    static func write(_ visit: Visit, to row: RowWriter) {
        row.put(visit.on)
        row.put(visit.seen)
        row.put(visit.seenAlone)
    }
}
