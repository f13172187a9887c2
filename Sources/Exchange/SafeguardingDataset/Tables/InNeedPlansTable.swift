import ChildJourney

/// `ssd_cin_plans`: child in need plans.
enum InNeedPlansTable: DatasetTable {
    static let layout = TableLayout(
        "cin_plans", standsOn: ["cinp_cin_plan_start_date"], tells: [ToldFact(.inNeedPlans)],
        columns: [
            .key("cinp_cin_plan_id"), .link("cinp_referral_id"), .person("cinp_person_id"),
            .day("cinp_cin_plan_start_date"), .day("cinp_cin_plan_end_date"), .link("cinp_cin_plan_team"),
            .link("cinp_cin_plan_worker_id"),
        ])

    static func body(_ row: inout SpilledRow) -> ChildInNeedPlan {
        ChildInNeedPlan(
            referral: row.link(), startedOn: row.neededDay(), endedOn: row.day(), team: row.text(),
            worker: row.text())
    }

    static func records(of journey: Journey) -> [Recorded<ChildInNeedPlan>] { journey.inNeedPlans }

    static func write(_ plan: ChildInNeedPlan, to row: RowWriter) {
        row.put(plan.referral?.text)
        row.put(plan.startedOn)
        row.put(plan.endedOn)
        row.put(plan.team)
        row.put(plan.worker)
    }
}
