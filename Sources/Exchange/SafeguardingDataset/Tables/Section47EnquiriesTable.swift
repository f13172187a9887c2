import ChildJourney

/// `ssd_s47_enquiry`: enquiries under section 47, each begun by a strategy discussion.
enum Section47EnquiriesTable: DatasetTable {
    static let layout = TableLayout(
        "s47_enquiry", standsOn: ["s47e_s47_start_date"],
        tells: [
            ToldFact(.enquiries), ToldFact(.enquiryOutcomes, "s47e_s47_outcome_json", "s47e_s47_nfa"),
            ToldFact(.enquiryFindings, "s47e_s47_outcome_json"),
        ],
        columns: [
            .key("s47e_s47_enquiry_id"), .link("s47e_referral_id"), .person("s47e_person_id"),
            .day("s47e_s47_start_date"), .day("s47e_s47_end_date"), .flag("s47e_s47_nfa"),
            .choice("s47e_s47_outcome_json", EnquiryOutcomeWords.words), .link("s47e_s47_completed_by_team"),
            .link("s47e_s47_completed_by_worker_id"),
        ])

    static func body(_ row: inout SpilledRow) -> Section47Enquiry {
        var enquiry = Section47Enquiry(referral: row.link(), startedOn: row.neededDay(), endedOn: row.day())
        let nothingFollowed = row.flag()
        let told = row.choice(EnquiryOutcomeWords.words)
        enquiry.outcome = told?.outcome
        enquiry.conferenceRequired = told?.conferenceRequired
        if told == nil, nothingFollowed == true {
            enquiry.outcome = .noFurtherAction
            enquiry.conferenceRequired = false
        }
        enquiry.team = row.text()
        enquiry.worker = row.text()
        return enquiry
    }

    static func records(of journey: Journey) -> [Recorded<Section47Enquiry>] { journey.enquiries }

    static func write(_ enquiry: Section47Enquiry, to row: RowWriter) {
        row.put(enquiry.referral?.text)
        row.put(enquiry.startedOn)
        row.put(enquiry.endedOn)
        row.put(enquiry.outcome.map { $0 == .noFurtherAction })
        row.put(enquiry.outcome.flatMap { outcome in EnquiryOutcomeWords.words.written { $0.outcome == outcome } })
        row.put(enquiry.team)
        row.put(enquiry.worker)
    }
}
