import ChildJourney

/// `ssd_cin_episodes`: referrals, each with the episode that follows until it is closed.
enum ReferralsTable: DatasetTable {
    static let layout = TableLayout(
        "cin_episodes", standsOn: ["cine_referral_date"],
        tells: [ToldFact(.referrals), ToldFact(.teams, "cine_referral_team")],
        columns: [
            .key("cine_referral_id"), .person("cine_person_id"), .day("cine_referral_date"),
            .code("cine_cin_primary_need_code", .primaryNeed), .text("cine_referral_source_code"),
            .unread("cine_referral_source_desc"),
            .choice("cine_referral_outcome_json", ReferralOutcomeWords.words), .flag("cine_referral_nfa"),
            .code("cine_close_reason", .closureReason), .day("cine_close_date"), .link("cine_referral_team"),
            .link("cine_referral_worker_id"),
        ])

    static func body(_ row: inout SpilledRow) -> Referral {
        var referral = Referral(receivedOn: row.neededDay())
        referral.primaryNeed = row.text()
        referral.source = row.text()
        referral.noFurtherAction = refused(outcome: row.choice(ReferralOutcomeWords.words), flag: row.flag())
        referral.closureReason = row.text()
        referral.closedOn = row.day()
        referral.team = row.text()
        referral.worker = row.text()
        return referral
    }

    /// Where the flag says that nothing followed and the outcome names what did, something followed: a referral
    /// wrongly taken as refused would silence every duty that hangs on it.
    private static func refused(outcome: ReferralOutcome?, flag: Bool?) -> Bool? {
        switch outcome {
        case .accepted: false
        case .refused: flag ?? true
        case .other: flag ?? false
        case nil: flag
        }
    }

    static func records(of journey: Journey) -> [Recorded<Referral>] { journey.referrals }

    static func write(_ referral: Referral, to row: RowWriter) {
        row.put(referral.receivedOn)
        row.put(referral.primaryNeed)
        row.put(referral.source)
        row.put(
            referral.noFurtherAction.flatMap { refused in
                ReferralOutcomeWords.words.written { $0 == (refused ? .refused : .accepted) }
            })
        row.put(referral.noFurtherAction)
        row.put(referral.closureReason)
        row.put(referral.closedOn)
        row.put(referral.team)
        row.put(referral.worker)
    }
}
