import WorkingDays

/// What an entry says. Adding a kind of record is one file that conforms to this, and one line in `EntryRegister`.
package protocol EntryBody: Codable, Hashable, Sendable {
    static var kind: RecordKind { get }
    /// Raised when the stored form changes; every older form must still decode.
    static var version: Int { get }
    /// The day it happened; nil where the record has no such day (a person, a worker).
    var happenedOn: Day? { get }
    /// The day it was done; nil while it is only planned. What is written of it is measured from this day.
    var doneOn: Day? { get }
    /// The day typed for what settles it, where it is recorded first and settled later; nil while it is not. It may be
    /// typed for a day long past: when that was written is kept beside it.
    var settledOn: Day? { get }
    /// Puts the record where the journey keeps its kind.
    static func fold(_ record: Recorded<Self>, into journey: inout Journey)
}

extension EntryBody {
    package static var version: Int { 1 }
    package var doneOn: Day? { happenedOn }
    package var settledOn: Day? { nil }
}

/// Every kind of entry that can be stored and read back.
package enum EntryRegister {
    package static let bodies: [any EntryBody.Type] = [
        Person.self, Disability.self, Address.self, FamilyLink.self, Relationship.self, Contact.self, Referral.self,
        Allocation.self, Assessment.self, StrategyDiscussion.self, Section47Enquiry.self, Conference.self,
        ChildProtectionPlan.self, PlanReview.self, ChildInNeedPlan.self, Visit.self, MissingEpisode.self,
        PreProceedings.self, CareEpisode.self, LegalStatus.self, EarlyHelpEpisode.self, CoreGroup.self,
        InNeedPlanReview.self,
        CaseNote.self, ManagementDecision.self, CaseSupervision.self, Handover.self, ContactDetail.self,
        WithheldFact.self,
        OutgoingDocument.self, ReceivedDocument.self, AgencyCheck.self, ReferrerTold.self, Escalation.self,
        ChairDecision.self,
        GivenToFamily.self, AdvocateOffer.self, EmergencyPower.self, TransferIn.self, ProfessionalAllegation.self,
        SeriousIncident.self, UnregisteredPlacement.self,
        MissingMeeting.self, ReturnInterview.self, ExploitationAssessment.self, PrivateFostering.self,
        Homelessness.self, FamilyGroup.self,
        Worker.self, Team.self, MisfiledEntry.self, RecordMerge.self, SamePerson.self,
        Complaint.self, DisputedStatement.self, MeetingMinutes.self, EarlyHelpDeclined.self, PlannedVisit.self,
        SpokenLanguage.self, Religion.self, ImmigrationStatus.self,
        DelayExplained.self, TransferRequest.self, WorkerAbsence.self, WorkingPattern.self,
        Professional.self, StaffSafetyAdvice.self, RiskToChild.self, PersonPosingRisk.self,
        LegalHold.self, DestructionProposal.self, SubjectAccessRequest.self,
        CaseSample.self, SampleReplacement.self, CaseFileAudit.self, AuditReply.self, ActionFromAudit.self,
        UnsafeFlag.self,
        Inspection.self, InspectionEvidence.self, InspectionFinding.self, InspectionJudgement.self,
        InspectorAccess.self, SampleAddition.self, AccuracyComment.self, InspectionRequest.self, Engagement.self,
        InspectionProgramme.self,
        ImprovementPlan.self, AnsweredPoint.self, ImprovementAction.self, ActionUpdate.self, PlanSnapshot.self,
        PlanMeeting.self, MeetingResolution.self, PlannedChange.self,
        ReviewGateSet.self,
    ]

    private static let byKind = Dictionary(uniqueKeysWithValues: bodies.map { ($0.kind, $0) })

    /// Nil for a kind nothing is registered for.
    package static func body(of kind: RecordKind) -> (any EntryBody.Type)? { byKind[kind] }
}
