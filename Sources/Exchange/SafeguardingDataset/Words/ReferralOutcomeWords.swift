/// What a referral led to, as far as it decides whether the referral was accepted.
enum ReferralOutcome: Sendable {
    case accepted, refused
    /// Something else followed, which is no refusal.
    case other
}

/// How referrals say what was decided on them. Code set SSD051, and the flags of the dataset's scripts.
enum ReferralOutcomeWords {
    static let words = ChoiceWords<ReferralOutcome>(
        [
            .init(
                .accepted,
                flags: [
                    "SINGLE_ASSESSMENT", "STRATEGY_DISCUSSION", "CLA_REQUEST", "CP_CONFERENCE", "CP_TRANSFER_IN",
                    "PRIVATE_FOSTERING", "CARE_LEAVER", "NON_AGENCY_ADOPTION",
                ],
                words: ["assessment", "strategy", "section 47", " s47", "conference"]),
            .init(.refused, flags: ["NFA"], words: ["no further action", " nfa "]),
            .init(
                .other, flags: ["OTHER_OUTCOMES_EXIST"],
                words: ["advice", "information", "signpost", "early help", "step down", " other "]),
        ],
        shape: [
            "SINGLE_ASSESSMENT_FLAG", "NFA_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG",
            "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "CP_TRANSFER_IN_FLAG", "CP_CONFERENCE_FLAG",
            "CARE_LEAVER_FLAG", "OTHER_OUTCOMES_EXIST_FLAG",
        ],
        unrecognised: .other)
}
