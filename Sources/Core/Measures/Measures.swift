import ChildJourney
import Concerns
import Duties
import WorkingDays

/// Every measure there is, in the order of a child's journey.
package enum Measures {
    package static let all: [any Measure.Type] = [
        ContactsDecidedInOneDay.self, ReferralsReceived.self, ReferralsDecidedInOneDay.self, ReReferrals.self,
        ReferralsWithoutAction.self,
        ChildrenAwaitingAssessment.self, AssessmentsInTime.self, InitialAssessmentsInTime.self,
        CoreAssessmentsInTime.self,
        StrategyDiscussionsWithPartners.self, EnquiriesBegun.self, InitialConferencesInTime.self,
        ConferencesPostponed.self, ChildrenUnderEmergencyPower.self, ChildrenInUnregisteredPlacements.self,
        ProtectionPlans.self, SecondPlans.self, PlansReviewedOnTime.self, PlanChildrenSeen.self,
        PlanChildrenSeenAlone.self, PlansOpenTwoYears.self, PlansEndedAfterTwoYears.self,
        ChildrenInNeed.self, InNeedTwoYears.self, ChildrenWithoutPlan.self,
        CasesSupervised.self, ChildrenWithQualifiedWorker.self, ChildrenOfManyWorkers.self, VisitsWrittenLate.self,
        ChildrenAtPotentialRisk.self, UnseenOpen.self, UndecidedOpen.self, UnownedOpen.self, UnsharedOpen.self,
        LateOpen.self, UnrecordedOpen.self, AdriftOpen.self, DaysToClear.self, AuditedFilesGood.self,
        SeriousIncidentsNotified.self,
        Caseload.self, WorkersWhoLeft.self, PermanentWorkersWhoLeft.self, AgencyWorkersWhoLeft.self,
    ]
    /// Those counted from who works here, and not from children.
    package static let ofWorkers: [any WorkforceMeasure.Type] = all.compactMap { $0 as? any WorkforceMeasure.Type }
    /// Those members and the public may see, small numbers hidden.
    package static let forMembers: [any Measure.Type] = all.filter { !$0.staysInside }
}

/// The measures a source can answer, ready to be taken of one child after another.
package struct MeasureTaker: Sendable {
    /// Measures the source cannot answer, and why.
    package let blind: [(measure: MeasureID, because: String)]
    /// From and up to which day the source tells of each it can answer; nil: from the beginning, up to the present.
    package let told: [MeasureID: (from: Day?, until: Day?)]
    private let measures: [any Measure]

    package init(_ setting: Setting) {
        var measures: [any Measure] = []
        var blind: [(MeasureID, String)] = []
        for measure in Measures.all {
            if let because = measure.because(setting.cover) {
                blind.append((measure.id, because))
            } else {
                measures.append(measure.init(setting))
            }
        }
        let answered = measures.map { type(of: $0) }
        told = Dictionary(
            uniqueKeysWithValues: answered.map { ($0.id, (setting.cover.begins($0.needs), setting.cover.until)) })
        self.measures = measures
        self.blind = blind
    }

    /// What is counted of a child; `concerns` are those the catalogue found for the child.
    package func take(_ journey: Journey, _ concerns: [Concern]) -> [MeasureCase] {
        var cases = MeasureCases(of: journey)
        for measure in measures { measure.find(in: journey, concerns, into: &cases) }
        return cases.cases
    }
}
