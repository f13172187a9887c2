import ChildJourney

/// `ssd_pre_proceedings`: steps before care proceedings.
enum PreProceedingsTable: DatasetTable {
    static let layout = TableLayout(
        "pre_proceedings",
        standsOn: [
            "prep_pre_pro_decision_date", "prep_pre_pro_letter_date", "prep_initial_pre_pro_meeting_date",
            "prep_agree_stepdown_issue_date",
        ],
        tells: [
            ToldFact(.preProceedings),
            ToldFact(.preProceedingsEnds, "prep_agree_stepdown_issue_date"),
        ],
        columns: [
            .key("prep_table_id"), .person("prep_person_id"), .unread("prep_plo_family_id"),
            .day("prep_pre_pro_decision_date"), .day("prep_initial_pre_pro_meeting_date"),
            .text("prep_pre_pro_outcome"), .day("prep_agree_stepdown_issue_date"),
            .unread("prep_cp_plans_referral_period"), .unread("prep_legal_gateway_outcome"),
            .unread("prep_prev_pre_proc_child"), .unread("prep_prev_care_proc_child"),
            .day("prep_pre_pro_letter_date"), .day("prep_care_pro_letter_date"), .number("prep_pre_pro_meetings_num"),
            .unread("prep_pre_pro_parents_legal_rep"), .unread("prep_parents_legal_rep_point_of_issue"),
            .unread("prep_court_reference"), .unread("prep_care_proc_court_hearings"),
            .unread("prep_care_proc_short_notice"), .unread("prep_proc_short_notice_reason"),
            .unread("prep_la_inital_plan_approved"), .unread("prep_la_initial_care_plan"),
            .unread("prep_la_final_plan_approved"), .unread("prep_la_final_care_plan"),
        ])

    static func body(_ row: inout SpilledRow) -> PreProceedings {
        var steps = PreProceedings(startedOn: row.day(), firstMeetingOn: row.day())
        steps.outcome = row.text()
        steps.stepDecidedOn = row.day()
        steps.letterSentOn = row.day()
        steps.carePlanLetterOn = row.day()
        steps.reviewMeetings = row.number()
        return steps
    }

    static func records(of journey: Journey) -> [Recorded<PreProceedings>] { journey.preProceedings }

    static func write(_ steps: PreProceedings, to row: RowWriter) {
        row.put(steps.startedOn)
        row.put(steps.firstMeetingOn)
        row.put(steps.outcome)
        row.put(steps.stepDecidedOn)
        row.put(steps.letterSentOn)
        row.put(steps.carePlanLetterOn)
        row.put(steps.reviewMeetings)
    }
}
