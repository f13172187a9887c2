/// How initial conferences say whether they decided on a child protection plan.
enum ConferenceOutcomeWords {
    static let words = ChoiceWords<Bool>(
        [
            .init(
                false,
                words: [
                    "not subject", "no plan", "not required", "no cp", "no child protection", "not made subject",
                    "not on a",
                ]),
            .init(true, flags: ["CP"], words: ["protection plan", " cp plan", "subject to plan", "set next review"]),
            .init(
                false,
                flags: [
                    "NFA", "REFERRAL_TO_OTHER_AGENCY", "SINGLE_ASSESSMENT", "PROV_OF_SERVICES",
                    "OTHER_OUTCOMES_EXIST",
                ],
                words: ["no further action", " nfa ", "in need", " cin ", "early help", " other ", "closure"]),
        ],
        shape: [
            "NFA_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "SINGLE_ASSESSMENT_FLAG", "PROV_OF_SERVICES_FLAG", "CP_FLAG",
            "OTHER_OUTCOMES_EXIST_FLAG",
        ])
}
