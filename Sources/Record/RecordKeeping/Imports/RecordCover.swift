import ChildJourney
import WorkingDays

extension RecordKind {
    /// What a source's cover calls the existence of such records; nil where a record goes with the person and has no
    /// days of its own.
    package var coveredFact: CoveredFact? {
        switch self {
        case .contact: .contacts
        case .referral: .referrals
        case .allocation: .allocations
        case .assessment: .assessments
        case .strategyDiscussion: .strategyDiscussions
        case .section47Enquiry: .enquiries
        case .conference: .conferences
        case .childProtectionPlan: .protectionPlans
        case .planReview: .planReviews
        case .childInNeedPlan: .inNeedPlans
        case .missingEpisode: .missingEpisodes
        case .preProceedings: .preProceedings
        case .careEpisode: .careEpisodes
        case .earlyHelpEpisode, .earlyHelpDeclined: .earlyHelpEpisodes
        case .worker: .workers
        case .coreGroup: .coreGroups
        case .inNeedPlanReview: .inNeedPlanReviews
        case .agencyCheck: .agencyChecks
        case .referrerTold: .referrersTold
        case .escalation: .escalations
        case .chairDecision: .longPlanDecisions
        case .givenToFamily: .givenToFamily
        case .advocateOffer: .advocateOffers
        case .emergencyPower: .emergencyPowers
        case .transferIn: .transfersIn
        case .professionalAllegation: .professionalAllegations
        case .seriousIncident: .seriousIncidents
        case .unregisteredPlacement: .unregisteredPlacements
        case .unsafeFlag: .flags
        case .missingMeeting: .missingMeetings
        case .returnInterview: .returnInterviews
        case .exploitationAssessment: .exploitationAssessments
        case .privateFostering: .privateFostering
        case .homelessness: .homelessness
        case .plannedVisit, .spokenLanguage, .religion, .immigrationStatus, .familyGroup, .caseNote,
            .managementDecision, .caseSupervision, .contactDetail, .withheldFact,
            .outgoingDocument,
            .complaint, .disputedStatement, .meetingMinutes,
            .handover, .document, .misfiledEntry, .recordMerge, .samePerson, .delayExplained, .transferRequest,
            .workerAbsence, .workingPattern,
            .professional,
            .staffSafetyAdvice, .riskToChild, .personPosingRisk, .legalHold, .destructionProposal,
            .subjectAccessRequest, .caseSample, .sampleReplacement, .caseFileAudit, .auditReply, .auditAction,
            .inspection,
            .inspectionEvidence, .inspectionFinding, .inspectionJudgement, .inspectorAccess,
            .sampleAddition, .accuracyComment, .inspectionRequest, .engagement, .inspectionProgramme,
            .improvementPlan, .answeredPoint, .improvementAction, .actionUpdate, .planSnapshot, .planMeeting,
            .meetingResolution, .plannedChange, .reviewGate:
            nil
        case .visit, .person, .disability, .address, .familyLink, .relationship, .legalStatus, .team: nil
        }
    }
}

/// The days a record is about: what decides whether its absence from a file says anything.
package struct RecordSpan: Hashable, Sendable {
    package let from: Day?
    /// Nil while it goes on.
    package let until: Day?

    package init(_ body: any EntryBody) {
        from = body.happenedOn
        switch body {
        case let body as Referral: until = body.closedOn
        case let body as Allocation: until = body.until
        case let body as Assessment: until = body.authorisedOn
        case let body as Section47Enquiry: until = body.endedOn
        case let body as ChildProtectionPlan: until = body.endedOn
        case let body as ChildInNeedPlan: until = body.endedOn
        case let body as MissingEpisode: until = body.until
        case let body as CareEpisode: until = body.ceasedOn
        case let body as EarlyHelpEpisode: until = body.endedOn
        case let body as LegalStatus: until = body.until
        case is Person, is Disability, is FamilyLink, is Relationship, is Address, is PreProceedings, is Worker,
            is Team:
            until = nil
        default: until = body.happenedOn
        }
    }
}

extension Cover {
    /// Whether a file with this cover would carry the record if it still existed: only then does its absence withdraw it.
    ///
    /// `subjectPresent` says whether the file names the subject at all; what belongs to the person and has no days of
    /// its own is covered only then.
    package func wouldCarry(_ body: any EntryBody, subjectPresent: Bool) -> Bool {
        let kind = type(of: body).kind
        guard let fact = fact(for: body) else {
            // No file tells of notes, decisions and supervision, so none takes them back.
            return subjectPresent && !Self.toldByNoFile.contains(kind)
        }
        guard let extent = extents[fact] else { return false }
        let span = RecordSpan(body)
        if let until, let from = span.from, from > until { return false }
        guard let from = extent.from else { return true }
        return span.until.map { $0 >= from } ?? true
    }

    private static let toldByNoFile: Set<RecordKind> = [
        .familyGroup, .visit, .caseNote, .managementDecision, .caseSupervision, .professional, .staffSafetyAdvice,
        .riskToChild,
        .personPosingRisk, .complaint, .disputedStatement, .meetingMinutes, .delayExplained, .transferRequest,
        .workerAbsence, .workingPattern, .legalHold, .destructionProposal, .subjectAccessRequest, .caseFileAudit,
        .auditReply,
        .auditAction,
    ]

    private func fact(for body: any EntryBody) -> CoveredFact? {
        guard let visit = body as? Visit else { return type(of: body).kind.coveredFact }
        switch visit.purpose {
        case .childProtectionPlan: return .protectionVisits
        case .childInNeed: return .inNeedVisits
        case .care: return .careVisits
        // No file tells of these, so none takes them back.
        case .privateFostering, .other: return nil
        }
    }
}
