import ChildJourney

/// `ssd_cin_visits`: visits to children in need.
enum InNeedVisitsTable: DatasetTable {
    static let layout = TableLayout(
        "cin_visits", standsOn: ["cinv_cin_visit_date"],
        tells: [ToldFact(.inNeedVisits), ToldFact(.inNeedVisitSeen, "cinv_cin_visit_seen")],
        columns: [
            .key("cinv_cin_visit_id"), .person("cinv_person_id"), .day("cinv_cin_visit_date"),
            .flag("cinv_cin_visit_seen"), .flag("cinv_cin_visit_seen_alone"), .flag("cinv_cin_visit_bedroom"),
        ])

    static func body(_ row: inout SpilledRow) -> Visit {
        Visit(
            on: row.neededDay(), purpose: .childInNeed, seen: row.flag(), seenAlone: row.flag(),
            bedroomSeen: row.flag())
    }

    static func records(of journey: Journey) -> [Recorded<Visit>] {
        journey.visits.filter { $0.body.purpose == .childInNeed }
    }

    static func write(_ visit: Visit, to row: RowWriter) {
        row.put(visit.on)
        row.put(visit.seen)
        row.put(visit.seenAlone)
        row.put(visit.bedroomSeen)
    }
}
