import ChildJourney

/// `ssd_initial_cp_conference`: initial conferences, and those of children whose plan another council made.
enum InitialConferencesTable: DatasetTable {
    static let layout = TableLayout(
        "initial_cp_conference", standsOn: ["icpc_icpc_date", "icpc_icpc_target_date"], needsDay: false,
        tells: [ToldFact(.conferences)],
        columns: [
            .key("icpc_icpc_id"), .unread("icpc_icpc_meeting_id"), .link("icpc_s47_enquiry_id"),
            .person("icpc_person_id"), .link("icpc_cp_plan_id"), .link("icpc_referral_id"),
            .flag("icpc_icpc_transfer_in"), .day("icpc_icpc_target_date"), .day("icpc_icpc_date"),
            .flag("icpc_icpc_outcome_cp_flag"), .choice("icpc_icpc_outcome_json", ConferenceOutcomeWords.words),
            .unread("icpc_icpc_team"), .unread("icpc_icpc_worker_id"),
        ])

    /// The dataset has a target day and no planned one. It stands as planned only until the conference is held, so
    /// that a conference that is called and not yet held has a day.
    static func body(_ row: inout SpilledRow) -> Conference {
        var conference = Conference(kind: .initial, enquiry: row.link(), plan: row.link())
        conference.referral = row.link()
        if row.flag() == true { conference.kind = .transferIn }
        let target = row.day()
        conference.heldOn = row.day()
        conference.plannedOn = conference.heldOn == nil ? target : nil
        let flag = row.flag()
        let outcome = row.choice(ConferenceOutcomeWords.words)
        conference.decidedPlan = flag ?? outcome
        return conference
    }

    static func records(of journey: Journey) -> [Recorded<Conference>] {
        journey.conferences.filter { $0.body.kind != .review }
    }

    static func write(_ conference: Conference, to row: RowWriter) {
        row.put(conference.enquiry?.text)
        row.put(conference.plan?.text)
        row.put(conference.referral?.text)
        row.put(conference.kind == .transferIn)
        row.put(conference.plannedOn)
        row.put(conference.heldOn)
        row.put(conference.decidedPlan)
        row.put(
            conference.decidedPlan.flatMap { decided in ConferenceOutcomeWords.words.written { $0 == decided } })
    }
}
