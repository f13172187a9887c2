import ChildJourney
import WorkingDays

/// Every step there is, in the order of the journey.
package enum Steps {
    package static let all: [any Step.Type] = [
        RecordContact.self, DecideContact.self, RecordHarmAlleged.self, DecideReferral.self, CheckWithAgency.self,
        CompleteAgencyCheck.self, TellReferrer.self, AllocateChild.self,
        BeginAssessment.self, SubmitAssessment.self, SignOffAssessment.self, CompleteAssessment.self,
        HoldStrategyDiscussion.self, WriteUpStrategyDiscussion.self, BeginEnquiry.self, EndEnquiry.self,
        CallConference.self, PostponePlannedConference.self, HoldPlannedConference.self,
        SetPlanContents.self, AddPlanAction.self, FinishPlanAction.self, HoldCoreGroup.self, ReviewProtectionPlan.self,
        BeginInNeedPlan.self, ReviewInNeedPlan.self, OfferFamilyGroup.self, HoldFamilyGroup.self,
        TakeLegalStep.self, RecordCourtOrder.self,
        RecordMissing.self, RecordReturn.self, HoldMissingMeeting.self, RecordReturnInterview.self,
        AssessExploitation.self, RecordPrivateFostering.self, CheckPrivateFostering.self, EndPrivateFostering.self,
        OpenEarlyHelp.self, EndEarlyHelp.self, DeclineEarlyHelp.self,
        RecordHomelessness.self, HelpHomeless.self, DecideHomeless.self,
        TakeEmergencyPower.self, DecideAfterEmergencyPower.self, TakeTransferIn.self,
        RecordProfessionalAllegation.self, ReferProfessionalAllegation.self,
        RecordSeriousIncident.self, NotifySeriousIncident.self,
        RecordUnregisteredPlacement.self, EndUnregisteredPlacement.self,
        PlanVisit.self, MovePlannedVisit.self, CallOffPlannedVisit.self,
        RecordLanguage.self, RecordReligion.self, RecordImmigrationStatus.self,
        RecordBirth.self, ChangeFamilyTie.self, RecordRiskToChild.self, RecordSafetyAdvice.self,
        RecordProfessional.self,
        WriteMinutes.self, CorrectMinutes.self, PrepareMinutes.self, RecordComplaint.self, AnswerComplaint.self,
        TakeComplaintFurther.self,
        DisputeEntry.self, AnswerDispute.self,
        DecideLongPlan.self, GivePlan.self, OfferAdvocate.self, Escalate.self, AnswerEscalation.self,
        ReplyToAudit.self, RecordFamilyAccount.self, FinishAuditAction.self,
        FlagUnsafe.self, AcknowledgeFlag.self, AnswerUnsafeFlag.self, AgreeUnsafeAnswer.self,
        ResolveEscalation.self,
        ExplainDelay.self, AnswerDelay.self, RequestTransfer.self, AnswerTransfer.self,
        SuperviseCase.self, RecordDecision.self, WriteNote.self, HandOver.self, RecordAddress.self,
        RecordContactDetail.self,
        WithholdFact.self, EndWithholding.self, PrepareDocument.self, ReleaseDocument.self,
        RecordAccessRequest.self, ExtendAccessRequest.self, EndAccessRequest.self, PutOnHold.self, EndHold.self,
        CloseReferral.self,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static func step(_ name: String) -> (any Step.Type)? { byName[name] }
}

extension Journey {
    /// Referrals that were accepted, or not decided yet, and are not closed.
    var openReferrals: [Recorded<Referral>] {
        referrals.filter { $0.closedOn == nil && $0.noFurtherAction != true }
    }

    /// The latest of them that was accepted: what everything recorded now belongs to.
    var currentReferral: Recorded<Referral>? { openReferrals.last { $0.decidedOn != nil } ?? openReferrals.last }

    func referral(_ id: RecordID?) -> Recorded<Referral>? { referrals.last { $0.id == id } }

    var runningProtectionPlan: Recorded<ChildProtectionPlan>? { protectionPlans.last { $0.endedOn == nil } }
    var runningInNeedPlan: Recorded<ChildInNeedPlan>? { inNeedPlans.last { $0.endedOn == nil } }
}

extension Recorded {
    /// "the referral of 3 Mar 2026".
    func opening(_ what: String, of day: Day?, isNext: Bool = false) -> StepOpening {
        StepOpening(id, words: day.map { "the \(what) of \($0.shortWords)" } ?? "the \(what)", isNext: isNext)
    }
}
