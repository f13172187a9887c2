/// Whether a record belongs among the significant events of a child's story, and so in a chronology.
package enum Significance: Sendable {
    case always
    /// Where whoever recorded it says so.
    case whenSaid
    case never
}

extension RecordKind {
    /// Local practice (L): no standard lists them. What somebody alleged or decided about the child, where the child lived,
    /// and what a court or a conference did is significant by itself; the work around it is not.
    package var significance: Significance {
        switch self {
        case .person, .relationship, .contact, .referral, .assessment, .strategyDiscussion, .section47Enquiry,
            .conference, .childProtectionPlan, .planReview, .childInNeedPlan, .inNeedPlanReview, .coreGroup,
            .missingEpisode, .preProceedings, .careEpisode, .legalStatus, .earlyHelpEpisode, .earlyHelpDeclined,
            .managementDecision,
            .chairDecision, .escalation, .riskToChild, .personPosingRisk, .misfiledEntry, .recordMerge,
            .transferRequest,
            .emergencyPower, .transferIn,
            .missingMeeting, .returnInterview, .exploitationAssessment, .privateFostering, .homelessness, .familyGroup,
            .professionalAllegation, .seriousIncident, .unregisteredPlacement, .unsafeFlag:
            .always
        case .caseNote: .whenSaid
        case .plannedVisit, .spokenLanguage, .religion, .immigrationStatus, .disability, .address, .familyLink,
            .allocation, .visit, .caseSupervision, .contactDetail, .withheldFact,
            .outgoingDocument, .handover, .agencyCheck, .referrerTold, .givenToFamily, .advocateOffer, .document,
            .complaint, .disputedStatement, .meetingMinutes, .delayExplained, .workerAbsence,
            .workingPattern,
            .samePerson, .legalHold, .destructionProposal, .subjectAccessRequest,
            .caseSample, .sampleReplacement, .caseFileAudit, .auditReply, .auditAction,
            .inspection, .inspectionEvidence, .inspectionFinding, .inspectionJudgement, .inspectorAccess,
            .sampleAddition, .accuracyComment, .inspectionRequest, .engagement, .inspectionProgramme,
            .improvementPlan, .answeredPoint, .improvementAction, .actionUpdate, .planSnapshot, .planMeeting,
            .meetingResolution, .plannedChange, .reviewGate,
            .worker, .team, .professional, .staffSafetyAdvice:
            .never
        }
    }
}

extension EntryBody {
    package var isSignificant: Bool {
        switch Self.kind.significance {
        case .always: true
        case .whenSaid: (self as? CaseNote)?.significant == true
        case .never: false
        }
    }
}
