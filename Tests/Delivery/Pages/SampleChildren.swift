import Pages

/// Invented children, in the words a server would put them in.
enum SampleChildren {
    static let tamar = ChildCard(
        name: "Tamar Okoro", href: "/children/1", age: "4 years, born Fri 11 Feb 2022",
        statuses: [StatusTag(words: "Protection plan: neglect", tone: .plan)],
        holding: "Held by J. Marsh, Protection East",
        concerns: [tamarFlagged, tamarUnseen])

    static let tamarFlagged = ConcernLine(
        kind: .unseen, standing: .unsafeNow, level: "act today",
        sentence: "An auditor could not find that Tamar has been seen since her mother's partner came home.",
        whyHref: "/children/1/why/unsafe-now-open",
        clears: "Clears when she is seen and a service manager decides.", over: "1 h 50 min left",
        marks: ["Acknowledged by R. Ahmed at 07:20."],
        action: Link(words: "Record visit", href: "/children/1/visit"))

    static let tamarUnseen = ConcernLine(
        kind: .unseen, standing: .atPotentialRisk, level: "act today",
        sentence: "Last seen Tue 3 Nov 2026. Her plan says every 10 working days; that was Tue 17 Nov 2026.",
        whyHref: "/children/1/why/plan-child-unseen", clears: "Clears when her social worker sees her.",
        over: "4 days over")

    static let baby = ChildCard(
        name: "Baby of Leanne Firth", href: "/children/2", age: "due Tue 2 Feb 2027",
        statuses: [StatusTag(words: "Referral")], holding: "Held by nobody",
        concerns: [
            ConcernLine(
                kind: .unowned, standing: .atPotentialRisk, level: "act today",
                sentence: "Referral accepted Wed 18 Nov 2026, no lead named.",
                whyHref: "/children/2/why/referral-unowned",
                clears: "Clears when a qualified worker is allocated.",
                over: "2 days over", action: Link(words: "Allocate", href: "/children/2/allocate"))
        ])

    static let kacper = ChildCard(
        name: "Kacper Nowak", href: "/children/3", age: "13 years, born Fri 30 Aug 2013",
        statuses: [
            StatusTag(words: "Section 47 enquiry"), StatusTag(words: "In need", tone: .need),
            .noLongerInSource,
        ],
        holding: "Held by S. Iqbal, Assessment North",
        concerns: [
            ConcernLine(
                kind: .undecided, standing: .atPotentialRisk, level: "act today",
                sentence:
                    "He said on Thu 19 Nov 2026 that an adult at home hit him. No strategy discussion with "
                    + "police is recorded.",
                whyHref: "/children/3/why/assault-at-home-unfollowed",
                clears: "Clears when one is held and where he stays tonight is decided.", over: "19 h over",
                action: Link(words: "Record discussion", href: "/children/3/discussion")),
            ConcernLine(
                kind: .unrecorded, standing: .overdue, level: "this week",
                sentence: "A home visit planned for Wed 18 Nov 2026 has no outcome.",
                whyHref: "/children/3/why/planned-not-recorded",
                clears: "Clears when it is recorded or cancelled.",
                over: "1 working day over", marks: ["Delay explained: taking exams."],
                isNoLongerInSource: true),
        ],
        more: Link(words: "2 more to watch", href: "/children/3"))

    static let longest = ChildCard(
        name: "Maximiliana-Oluwaseun Featherstonehaugh-Krzyżanowska", href: "/children/4",
        age: "17 years, born Sun 1 Mar 2009",
        statuses: [
            StatusTag(words: "In care: section 20", tone: .care), StatusTag(words: "Closed", tone: .closed),
        ],
        holding: "Held by D. Fitzwilliam-Oyelaran, Children in care and permanence West",
        concerns: [
            concern(
                .late, "Her review was due by Mon 2 Nov 2026 and is not recorded.",
                over: "14 working days late"),
            concern(
                .unshared, "No copy of her plan to her or her mother is recorded.",
                over: "6 working days over"),
            concern(.adrift, "Third placement in 12 months.", over: "since Mon 9 Nov 2026"),
        ])

    private static func concern(_ kind: KindIcon, _ sentence: String, over: String) -> ConcernLine {
        ConcernLine(
            kind: kind, standing: .overdue, level: "this week", sentence: sentence,
            whyHref: "/children/4/why/x",
            clears: "Clears when it is recorded with the day it happened.", over: over)
    }
}
