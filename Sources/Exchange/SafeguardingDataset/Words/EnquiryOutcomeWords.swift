import ChildJourney

/// What the outcome of an enquiry tells.
struct ToldEnquiryOutcome: Sendable {
    let outcome: EnquiryOutcome
    let conferenceRequired: Bool?
}

/// How enquiries say how they ended. Code set SSD083, and the flags of the dataset's scripts.
///
/// Words nobody foresaw say that the enquiry ended, and leave open whether a conference must follow: to take them for
/// "no conference" could silence a conference that is overdue.
enum EnquiryOutcomeWords {
    static let words = ChoiceWords<ToldEnquiryOutcome>(
        [
            told(
                .other,
                words: ["no conference", "no initial", "no icpc", "conference not", "icpc not", "not progress"]),
            told(.conference, required: true, flags: ["CP_CONFERENCE"], words: ["conference", " icpc "]),
            told(
                .legalAction, flags: ["LEGAL_ACTION"], words: ["legal action", "legal proceeding", "care proceeding"]),
            told(
                .services, flags: ["PROV_OF_SERVICES", "PROV_OF_SB_CARE"],
                words: ["provision of", "short break", "in need plan", " cin plan", " s17 ", "section 17"]),
            told(
                .continueAssessment, flags: ["NFA_CONTINUE_SINGLE"],
                words: ["continue with", "family assessment", "single assessment", "continue assessment"]),
            told(.monitor, flags: ["MONITOR"], words: ["monitor"]),
            told(.noFurtherAction, flags: ["NFA"], words: ["no further action", " nfa "]),
            told(.other, flags: ["OTHER_OUTCOMES_EXIST"], words: [" other "]),
        ],
        shape: [
            "NFA_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "PROV_OF_SB_CARE_FLAG", "CP_CONFERENCE_FLAG",
            "NFA_CONTINUE_SINGLE_FLAG", "MONITOR_FLAG", "OTHER_OUTCOMES_EXIST_FLAG",
        ],
        unrecognised: ToldEnquiryOutcome(outcome: .other, conferenceRequired: nil))

    private static func told(
        _ outcome: EnquiryOutcome, required: Bool = false, flags: [String] = [], words: [String]
    ) -> ChoiceWords<ToldEnquiryOutcome>.Meaning {
        .init(ToldEnquiryOutcome(outcome: outcome, conferenceRequired: required), flags: flags, words: words)
    }
}
