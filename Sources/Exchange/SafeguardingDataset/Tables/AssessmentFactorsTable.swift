import ChildJourney

/// `ssd_assessment_factors`: the factors found at the end of an assessment, which it names instead of a person.
enum AssessmentFactorsTable {
    /// The assessment's key takes the place of the row's own, because it is what the factors are found by.
    static let layout = TableLayout(
        "assessment_factors",
        columns: [
            .unread("cinf_table_id"), .key("cinf_assessment_id"), .factors("cinf_assessment_factors_json"),
        ])

    static func write(_ journey: Journey, to row: RowWriter) {
        for assessment in journey.assessments {
            guard let factors = assessment.body.factors else { continue }
            row.begin(key: assessment.id.text, person: assessment.id.text)
            row.put(FactorsText.json(factors))
            row.end()
        }
    }
}
