import ChildJourney

/// `ssd_cin_assessments`: assessments. Their factors come from a table of their own.
enum AssessmentsTable: DatasetTable {
    static let layout = TableLayout(
        "cin_assessments", standsOn: ["cina_assessment_start_date"],
        tells: [
            ToldFact(.assessments), ToldFact(.assessmentChildSeen, "cina_assessment_child_seen"),
            ToldFact(.assessmentOutcomes, "cina_assessment_outcome_json", "cina_assessment_outcome_nfa"),
        ],
        columns: [
            .key("cina_assessment_id"), .person("cina_person_id"), .link("cina_referral_id"),
            .day("cina_assessment_start_date"), .flag("cina_assessment_child_seen"),
            .day("cina_assessment_auth_date"),
            .choice("cina_assessment_outcome_json", AssessmentOutcomeWords.words),
            .flag("cina_assessment_outcome_nfa"), .link("cina_assessment_team"), .link("cina_assessment_worker_id"),
        ])

    /// The dataset does not say which kind of assessment it was.
    static func body(_ row: inout SpilledRow) -> Assessment {
        var assessment = Assessment(referral: row.link(), kind: .unspecified, startedOn: row.neededDay())
        assessment.childSeen = row.flag()
        assessment.authorisedOn = row.day()
        assessment.outcome = row.choice(AssessmentOutcomeWords.words)
        assessment.noFurtherAction = row.flag()
        if assessment.outcome == nil, assessment.noFurtherAction == true { assessment.outcome = .noFurtherAction }
        assessment.team = row.text()
        assessment.worker = row.text()
        return assessment
    }

    static func records(of journey: Journey) -> [Recorded<Assessment>] { journey.assessments }

    static func write(_ assessment: Assessment, to row: RowWriter) {
        row.put(assessment.referral?.text)
        row.put(assessment.startedOn)
        row.put(assessment.childSeen)
        row.put(assessment.authorisedOn)
        row.put(assessment.outcome.flatMap { outcome in AssessmentOutcomeWords.words.written { $0 == outcome } })
        row.put(assessment.noFurtherAction)
        row.put(assessment.team)
        row.put(assessment.worker)
    }
}
