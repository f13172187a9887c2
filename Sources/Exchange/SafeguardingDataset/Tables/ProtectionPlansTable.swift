import ChildJourney

/// `ssd_cp_plans`: child protection plans.
enum ProtectionPlansTable: DatasetTable {
    static let layout = TableLayout(
        "cp_plans", standsOn: ["cppl_cp_plan_start_date"], tells: [ToldFact(.protectionPlans)],
        columns: [
            .key("cppl_cp_plan_id"), .link("cppl_referral_id"), .link("cppl_icpc_id"), .person("cppl_person_id"),
            .day("cppl_cp_plan_start_date"), .day("cppl_cp_plan_end_date"), .unread("cppl_cp_plan_ola"),
            .code("cppl_cp_plan_initial_category", .abuse), .code("cppl_cp_plan_latest_category", .abuse),
        ])

    static func body(_ row: inout SpilledRow) -> ChildProtectionPlan {
        ChildProtectionPlan(
            referral: row.link(), conference: row.link(), startedOn: row.neededDay(), endedOn: row.day(),
            initialCategory: row.text(), latestCategory: row.text())
    }

    static func records(of journey: Journey) -> [Recorded<ChildProtectionPlan>] { journey.protectionPlans }

    static func write(_ plan: ChildProtectionPlan, to row: RowWriter) {
        row.put(plan.referral?.text)
        row.put(plan.conference?.text)
        row.put(plan.startedOn)
        row.put(plan.endedOn)
        row.put(plan.initialCategory)
        row.put(plan.latestCategory)
    }
}
