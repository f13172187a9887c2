import ChildJourney
import Duties
import WorkingDays

/// Every rule there is, in the order they run; `ClosedTooSoon` last, because it looks at what the others found.
package enum Rules {
    package static let all: [any ConcernRule.Type] = [
        ContactUndecided.self, ReferralUndecided.self, ThresholdUndecided.self, HarmAllegedUnseen.self,
        AssaultAtHomeUnfollowed.self,
        RepeatContacts.self, SharingBasisMissing.self, ReferrerUntold.self, ReferralUnowned.self, ReReferral.self,
        AssessmentNotStarted.self, AssessmentLate.self, AssessmentUnauthorised.self, AssessmentChildUnseen.self,
        AssessmentIncomplete.self,
        StrategyMissing.self, StrategyLate.self, StrategyWithoutPartners.self, StrategyUnwritten.self,
        EnquiryChildUnseen.self,
        EnquiryOpen.self, ConferenceLate.self, ConferenceNotCalled.self, ConferencePostponed.self,
        ConferenceInquorate.self, TransferInLate.self, EmergencyPowerEnding.self,
        PlanChildUnseen.self, PlanChildNeverAlone.self, CoreGroupLate.self, ReviewConferenceLate.self,
        PlanWithoutContent.self, PlanActionOverdue.self, PlanDrift.self, PlanNotShared.self, PlanAgain.self,
        InNeedWithoutPlan.self, InNeedChildUnseen.self, InNeedReviewLate.self, InNeedDrift.self,
        ChildUnowned.self, WorkerGone.self, CaseUnsupervised.self, WorkerChanges.self, EscalationUnanswered.self,
        UnsafeNowOpen.self, CannotTellOpen.self,
        AdvocacyNotOffered.self, PlannedNotRecorded.self, DecisionUnrecorded.self, Silence.self, WrittenLate.self,
        AllegationNotReferred.self, SeriousIncidentUnnotified.self, PlacementUnregistered.self,
        MissingNow.self, MissingUnmet.self, ReturnInterviewLate.self, ExploitationUnassessed.self,
        HomelessAt16Or17.self, PrivateFosteringUnseen.self, PreProceedingsDrift.self, SiblingUndecided.self,
        RiskAdultInHome.self, UnbornUnplanned.self, StepDownLost.self,
        ClosedTooSoon.self,
    ]

    private static let byCode: [ConcernCode: any ConcernRule.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.code, $0) })

    package static func rule(_ code: ConcernCode) -> (any ConcernRule.Type)? { byCode[code] }
}

/// Holds every rule a source can answer, and runs them over one journey after another.
package struct Evaluator: Sendable {
    package let setting: Setting
    private let rules: [any ConcernRule]
    /// Limbs no child could be checked for, because the source lacks what they need.
    package let blind: [NotChecked]

    package init(_ setting: Setting) {
        self.setting = setting
        var rules: [any ConcernRule] = []
        var blind: [NotChecked] = []
        for rule in Rules.all {
            let unanswerable = rule.limbs.filter { !setting.cover.tells($0.needs) }
            for limb in unanswerable {
                let missing = limb.needs.filter { !setting.cover.tells($0) }.map(\.words)
                blind.append(
                    NotChecked(
                        code: rule.code, limb: limb.name,
                        because: "\(setting.cover.source) does not say \(missing.joined(separator: ", nor "))"))
            }
            if unanswerable.count < rule.limbs.count || rule.runsOnWhatIsSeen { rules.append(rule.init(setting)) }
        }
        self.rules = rules
        self.blind = blind
    }

    /// Finds what stands, stood and will stand for one child. `findings` is emptied first.
    package func evaluate(_ journey: Journey, into findings: inout Findings) {
        findings.removeAll()
        for rule in rules { rule.find(in: journey, into: &findings) }
        if journey.hasCasework { findings.mark(journey.casework.delays) }
    }
}
