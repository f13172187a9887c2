import ChildJourney

/// How contacts say what was decided on them. Code set SSD038, and the flags of the dataset's scripts.
enum ContactOutcomeWords {
    static let words = ChoiceWords<ContactOutcome>(
        [
            .init(
                .referral, flags: ["NEW_REFERRAL", "EXISTING_REFERRAL", "CP_ENQUIRY"],
                words: [" cin referral", "social care", " new referral", " existing referral", "section 47", " s47"]),
            .init(
                .earlyHelp, words: [" eh referral", "early help", "early support", "family support"],
                written: "EH Referral"),
            .init(.noFurtherAction, flags: ["NFA"], words: ["no further action", " nfa "]),
            .init(.advice, flags: ["ADVICE"], words: ["advice", "information", "signpost"]),
            .init(
                .other,
                flags: ["OTHER_OUTCOMES_EXIST", "NON_AGENCY_ADOPTION", "PRIVATE_FOSTERING", "MISSING", "OLA_CP"],
                words: [" other ", "private fostering", "adoption"]),
        ],
        shape: [
            "NEW_REFERRAL_FLAG", "EXISTING_REFERRAL_FLAG", "CP_ENQUIRY_FLAG", "NFA_FLAG",
            "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "ADVICE_FLAG", "MISSING_FLAG", "OLA_CP_FLAG",
            "OTHER_OUTCOMES_EXIST_FLAG",
        ],
        unrecognised: .other)
}
