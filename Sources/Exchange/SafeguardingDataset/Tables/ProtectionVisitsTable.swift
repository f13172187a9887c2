import ChildJourney

/// `ssd_cp_visits`: visits to children on protection plans.
enum ProtectionVisitsTable: DatasetTable {
    static let layout = TableLayout(
        "cp_visits", standsOn: ["cppv_cp_visit_date"],
        tells: [
            ToldFact(.protectionVisits), ToldFact(.protectionVisitSeen, "cppv_cp_visit_seen"),
            ToldFact(.protectionVisitAlone, "cppv_cp_visit_seen_alone"),
        ],
        columns: [
            .key("cppv_cp_visit_id"), .person("cppv_person_id"), .link("cppv_cp_plan_id"),
            .day("cppv_cp_visit_date"), .flag("cppv_cp_visit_seen"), .flag("cppv_cp_visit_seen_alone"),
            .flag("cppv_cp_visit_bedroom"),
        ])

    static func body(_ row: inout SpilledRow) -> Visit {
        let plan = row.link()
        return Visit(
            on: row.neededDay(), purpose: .childProtectionPlan, plan: plan, seen: row.flag(), seenAlone: row.flag(),
            bedroomSeen: row.flag())
    }

    static func records(of journey: Journey) -> [Recorded<Visit>] {
        journey.visits.filter { $0.body.purpose == .childProtectionPlan }
    }

    static func write(_ visit: Visit, to row: RowWriter) {
        row.put(visit.plan?.text)
        row.put(visit.on)
        row.put(visit.seen)
        row.put(visit.seenAlone)
        row.put(visit.bedroomSeen)
    }
}
