/// Every departure and decoy, and how often one is planted.
enum Departures {
    static let all: [any Departure] = departures + decoys

    private static let departures: [any Departure] = [
        ReferralNotAssessed(), ReferralForgotten(), AssessmentNeverAuthorised(), LaterAssessmentNeverAuthorised(),
        AssessmentOpenSinceLastYear(), AssessmentChildUnseen(), NobodyAllocated(), LeadEnded(), WorkerGone(),
        UnregisteredLead(), FourWorkers(), EnquiryLeftOpen(), ConferenceNeverHeld(), ConferenceNeverCalled(),
        ConferenceInquorate(), NotVisitedOnPlan(), SeenNeverAlone(), ReviewMissed(), NoPlanAfterAssessment(),
        NotVisitedInNeed(), YearWithoutStep(), ClosedWithoutAssessment(), ClosedUnseen(), ClosedWhilePlanUnseen(),
        ClosedWithAssessmentLate(), StepDownLost(), ThirdContact(), NowMissing(), ReferredAgainSoon(),
    ]
    private static let decoys: [any Departure] = [
        AssessmentOnLastDay(), ReviewsOnDueDay(), PlanNearlyTwoYears(), ReferredAgainAfterNinetyDays(),
        ReferredAgainAfterAYear(), EarlierPlanLongAgo(), FourWorkersInOverAYear(), ThirdContactTooLate(),
        AwayNotMissing(), UnregisteredLeadInNeed(), InquorateThenHeld(), MovedAwayThenBack(), EarlyHelpRunning(),
        VisitGapClosed(), EnquiryEndedLate(), LeadNextDay(),
    ]

    /// Children in a thousand with a departure, and with a decoy, by story.
    private static let departuresPerThousand: [Story: Int] = [
        .underAssessment: 160, .onProtectionPlan: 330, .inCare: 40, .inNeed: 330, .ended: 60,
        .assessedNotInNeed: 60, .noFurtherAction: 0, .earlierYears: 120, .contactsOnly: 120,
    ]
    private static let decoysPerThousand = 110

    private static let byStory: [Story: [(any Departure, Int)]] = rows(departures)
    private static let decoysByStory: [Story: [(any Departure, Int)]] = rows(decoys)

    private static func rows(_ list: [any Departure]) -> [Story: [(any Departure, Int)]] {
        var found: [Story: [(any Departure, Int)]] = [:]
        for story in Story.allCases {
            found[story] = list.compactMap { item in item.suits[story].map { (item, $0) } }
        }
        return found
    }

    /// What to try for a child, in order: the first that this child's life has room for is planted.
    static func chosen(for story: Story, _ chance: inout Chance) -> [any Departure] {
        let draw = chance.below(1000)
        let share = departuresPerThousand[story] ?? 0
        guard draw < share + decoysPerThousand else { return [] }
        var rows = (draw < share ? byStory : decoysByStory)[story] ?? []
        var chosen: [any Departure] = []
        while !rows.isEmpty, chosen.count < 4 {
            var place = chance.below(rows.reduce(0) { $0 + $1.1 })
            let index = rows.firstIndex { row in
                place -= row.1
                return place < 0
            }
            guard let index else { break }
            chosen.append(rows.remove(at: index).0)
        }
        return chosen
    }
}
