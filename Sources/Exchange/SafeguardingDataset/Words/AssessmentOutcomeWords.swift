import ChildJourney

/// How assessments say what they decided. Code set SSD061, and the flags of the dataset's scripts.
///
/// Services come first: an assessment that decides on services asks for a plan, whatever else it decides.
enum AssessmentOutcomeWords {
    static let words = ChoiceWords<AssessmentOutcome>(
        [
            .init(
                .other,
                flags: [
                    "PROV_OF_SERVICES", "PROV_OF_SB_CARE", "CLA_REQUEST", "LEGAL_ACTION", "PRIVATE_FOSTERING",
                    "SPECIALIST_ASSESSMENT",
                ],
                words: ["service", "short break", "in need plan", " cin plan", "legal", "looked after"]),
            .init(
                .strategyDiscussion, flags: ["STRATEGY_DISCUSSION"],
                words: ["strategy", "section 47", " s47", "conference"]),
            .init(
                .earlyHelp, words: ["early help", "early support", "step down"], written: "Step-down to Early Help"),
            .init(.noFurtherAction, flags: ["NFA", "NFA_S47_END"], words: ["no further action", " nfa "]),
            .init(
                .other, flags: ["OTHER_OUTCOMES_EXIST", "OTHER_ACTIONS", "REFERRAL_TO_OTHER_AGENCY"],
                words: [" other "]),
        ],
        shape: [
            "NFA_FLAG", "NFA_S47_END_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG", "PRIVATE_FOSTERING_FLAG",
            "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "PROV_OF_SB_CARE_FLAG", "SPECIALIST_ASSESSMENT_FLAG",
            "REFERRAL_TO_OTHER_AGENCY_FLAG", "OTHER_ACTIONS_FLAG", "OTHER_OUTCOMES_EXIST_FLAG",
        ],
        unrecognised: .other)
}
