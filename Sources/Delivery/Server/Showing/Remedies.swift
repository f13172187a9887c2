import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Where somebody records what clears a concern: beside each of them, in a council whose record is kept here.
struct Remedies {
    let role: Role

    /// Nil where this reader cannot clear it, or no page does.
    func link(for concern: Concern, of address: String) -> Link? {
        guard let remedy = Self.remedies[ConcernCode("\(concern.code)/\(concern.limb)")] ?? Self.remedies[concern.code]
        else {
            return nil
        }
        switch remedy {
        case .visit: return visit(address)
        case .backThenSeen:
            let isBack = concern.evidence.contains { $0.says == MissingNow.returned }
            return isBack ? visit(address) : link(RecordReturn.self, true, concern, address)
        case .step(let step, let goesOn):
            return link(step, goesOn, concern, address)
        case .either(let first, let second):
            return link(first, false, concern, address) ?? link(second, true, concern, address)
        }
    }

    /// Where somebody says why it is late; nil where that cannot be said of it.
    func delay(of concern: Concern, on day: Day, of address: String) -> Link? {
        guard role.mayDo.contains(ExplainDelay.verb), concern.mayBeDelayed(on: day) else { return nil }
        let opening = PercentText.encode(ExplainDelay.opening(of: concern).text)
        return Link(words: ExplainDelay.words.title, href: "\(address)/steps/\(ExplainDelay.name)?of=\(opening)")
    }

    private func visit(_ address: String) -> Link? {
        role.mayDo.contains(.recordVisit) ? Link(words: "Record a visit", href: "\(address)/visits/new") : nil
    }

    private func link(_ step: any Step.Type, _ goesOn: Bool, _ concern: Concern, _ address: String) -> Link? {
        guard role.mayDo.contains(step.verb) else { return nil }
        let query = goesOn ? "?of=\(PercentText.encode(concern.about.id.text))" : ""
        return Link(words: step.words.title, href: "\(address)/steps/\(step.name)\(query)")
    }

    private enum Remedy {
        case visit
        /// The return of a missing child, and once that is recorded a visit.
        case backThenSeen
        /// `goesOn`: with the record the concern is about.
        case step(any Step.Type, goesOn: Bool)
        /// It takes two people, each with a step of their own: the first is for whoever decides as a manager.
        case either(any Step.Type, any Step.Type)
    }

    private static let remedies: [ConcernCode: Remedy] = [
        "contact-undecided": .step(DecideContact.self, goesOn: true),
        "referral-undecided": .step(DecideReferral.self, goesOn: true),
        "threshold-undecided": .step(HoldStrategyDiscussion.self, goesOn: false),
        "harm-alleged-unseen": .visit, "plan-child-unseen": .visit, "plan-child-never-alone": .visit,
        "in-need-child-unseen": .visit, "enquiry-child-unseen": .visit, "assessment-child-unseen": .visit,
        "referral-unowned": .step(AllocateChild.self, goesOn: false),
        "child-unowned": .step(AllocateChild.self, goesOn: false),
        "worker-gone": .step(AllocateChild.self, goesOn: false),
        "assessment-not-started": .step(BeginAssessment.self, goesOn: true),
        "assessment-late": .step(SubmitAssessment.self, goesOn: true),
        "assessment-unauthorised": .step(SignOffAssessment.self, goesOn: true),
        "strategy-missing": .step(HoldStrategyDiscussion.self, goesOn: false),
        "strategy-without-partners": .step(HoldStrategyDiscussion.self, goesOn: false),
        "strategy-unwritten": .step(WriteUpStrategyDiscussion.self, goesOn: true),
        "assessment-incomplete": .step(CompleteAssessment.self, goesOn: true),
        "enquiry-open": .step(EndEnquiry.self, goesOn: true),
        "conference-late": .step(CallConference.self, goesOn: false),
        "conference-not-called": .step(CallConference.self, goesOn: false),
        "conference-postponed": .step(HoldPlannedConference.self, goesOn: true),
        "planned-not-recorded": .step(HoldPlannedConference.self, goesOn: true), "planned-not-recorded/visit": .visit,
        "review-conference-late": .step(ReviewProtectionPlan.self, goesOn: true),
        "core-group-late": .step(HoldCoreGroup.self, goesOn: true),
        "plan-without-content": .step(AddPlanAction.self, goesOn: true),
        "plan-action-overdue/audit": .step(FinishAuditAction.self, goesOn: true),
        "plan-action-overdue": .step(FinishPlanAction.self, goesOn: true),
        "in-need-without-plan": .step(BeginInNeedPlan.self, goesOn: false),
        "in-need-review-late": .step(ReviewInNeedPlan.self, goesOn: true),
        "risk-adult-in-home": .step(RecordDecision.self, goesOn: false),
        "sibling-undecided": .step(RecordDecision.self, goesOn: false),
        "unborn-unplanned": .step(RecordDecision.self, goesOn: false),
        "unborn-unplanned/birth-unrecorded": .step(RecordBirth.self, goesOn: false),
        "unborn-unplanned/newborn-unseen": .visit,
        "sharing-basis-missing": .step(CompleteAgencyCheck.self, goesOn: true),
        "referrer-untold": .step(TellReferrer.self, goesOn: true),
        "escalation-unanswered": .step(AnswerEscalation.self, goesOn: true),
        "plan-not-shared": .step(GivePlan.self, goesOn: true),
        "advocacy-not-offered": .step(OfferAdvocate.self, goesOn: false),
        "plan-drift": .either(RecordDecision.self, DecideLongPlan.self),
        "assault-at-home-unfollowed": .step(HoldStrategyDiscussion.self, goesOn: false),
        "decision-unrecorded": .step(RecordDecision.self, goesOn: false),
        "silence": .step(WriteNote.self, goesOn: false),
        "transfer-in-late": .step(CallConference.self, goesOn: false),
        "emergency-power-ending": .step(DecideAfterEmergencyPower.self, goesOn: true),
        "allegation-not-referred": .step(ReferProfessionalAllegation.self, goesOn: true),
        "placement-unregistered": .step(EndUnregisteredPlacement.self, goesOn: true),
        "serious-incident-unnotified": .step(NotifySeriousIncident.self, goesOn: true),
        "missing-now": .backThenSeen,
        "missing-unmet": .step(HoldMissingMeeting.self, goesOn: true),
        "return-interview-late": .step(RecordReturnInterview.self, goesOn: true),
        "exploitation-unassessed": .step(AssessExploitation.self, goesOn: false),
        "homeless-16-17": .step(HelpHomeless.self, goesOn: true),
        "homeless-16-17/decision": .step(DecideHomeless.self, goesOn: true),
        "private-fostering-unseen": .visit,
        "pre-proceedings-drift": .step(TakeLegalStep.self, goesOn: true),
        "case-unsupervised": .step(SuperviseCase.self, goesOn: false),
    ]
}

extension Live {
    /// Nil where nothing is recorded here.
    func remedies(for role: Role) async throws -> Remedies? {
        guard role.mayDo.contains(.recordNote), try await isKeptHere() else { return nil }
        return Remedies(role: role)
    }
}
