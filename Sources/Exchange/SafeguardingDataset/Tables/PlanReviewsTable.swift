import ChildJourney

/// `ssd_cp_reviews`: reviews of child protection plans, due or held.
enum PlanReviewsTable: DatasetTable {
    static let layout = TableLayout(
        "cp_reviews", standsOn: ["cppr_cp_review_date", "cppr_cp_review_due"],
        tells: [ToldFact(.planReviews), ToldFact(.reviewQuoracy, "cppr_cp_review_quorate")],
        columns: [
            .key("cppr_cp_review_id"), .person("cppr_person_id"), .link("cppr_cp_plan_id"),
            .day("cppr_cp_review_due"), .day("cppr_cp_review_date"), .unread("cppr_cp_review_meeting_id"),
            .flag("cppr_cp_review_outcome_continue_cp"),
            .choice("cppr_cp_review_quorate", QuoracyWords.words), .text("cppr_cp_review_participation"),
        ])

    static func body(_ row: inout SpilledRow) -> PlanReview {
        var review = PlanReview(plan: row.link(), dueOn: row.day(), heldOn: row.day())
        review.continues = row.flag()
        review.quorate = row.choice(QuoracyWords.words)
        review.participation = row.text()
        return review
    }

    static func records(of journey: Journey) -> [Recorded<PlanReview>] { journey.planReviews }

    static func write(_ review: PlanReview, to row: RowWriter) {
        row.put(review.plan?.text)
        row.put(review.dueOn)
        row.put(review.heldOn)
        row.put(review.continues)
        row.put(review.quorate.map { $0 ? "Yes" : "No" })
        row.put(review.participation)
    }
}
