/// Every kind of thing that can be recorded so far. The raw value is what is stored, so it never changes.
package enum RecordKind: String, Sendable, Codable, CaseIterable {
    case person, disability, address
    case spokenLanguage = "spoken-language"
    case religion
    case immigrationStatus = "immigration-status"
    case familyLink = "family-link"
    case relationship
    case contact, referral, allocation, assessment
    case strategyDiscussion = "strategy-discussion"
    case section47Enquiry = "section-47-enquiry"
    case conference
    case childProtectionPlan = "child-protection-plan"
    case planReview = "plan-review"
    case childInNeedPlan = "child-in-need-plan"
    case visit
    case plannedVisit = "planned-visit"
    case missingEpisode = "missing-episode"
    case preProceedings = "pre-proceedings"
    case careEpisode = "care-episode"
    case legalStatus = "legal-status"
    case earlyHelpEpisode = "early-help-episode"
    case earlyHelpDeclined = "early-help-declined"
    case coreGroup = "core-group"
    case inNeedPlanReview = "in-need-plan-review"
    case caseNote = "case-note"
    case managementDecision = "management-decision"
    case caseSupervision = "case-supervision"
    case contactDetail = "contact-detail"
    case withheldFact = "withheld-fact"
    case outgoingDocument = "outgoing-document"
    case handover
    case misfiledEntry = "misfiled-entry"
    case recordMerge = "record-merge"
    case samePerson = "same-person"
    case agencyCheck = "agency-check"
    case referrerTold = "referrer-told"
    case escalation
    case chairDecision = "chair-decision"
    case givenToFamily = "given-to-family"
    case advocateOffer = "advocate-offer"
    case emergencyPower = "emergency-power"
    case transferIn = "transfer-in"
    case professionalAllegation = "professional-allegation"
    case seriousIncident = "serious-incident"
    case unregisteredPlacement = "unregistered-placement"
    case missingMeeting = "missing-meeting"
    case returnInterview = "return-interview"
    case exploitationAssessment = "exploitation-assessment"
    case privateFostering = "private-fostering"
    case homelessness
    case familyGroup = "family-group"
    case delayExplained = "delay-explained"
    case transferRequest = "transfer-request"
    case document
    case complaint
    case disputedStatement = "disputed-statement"
    case meetingMinutes = "meeting-minutes"
    case worker, team
    case workerAbsence = "worker-absence"
    case workingPattern = "working-pattern"
    case professional
    case staffSafetyAdvice = "staff-safety-advice"
    case riskToChild = "risk-to-child"
    case personPosingRisk = "person-posing-risk"
    case legalHold = "legal-hold"
    case destructionProposal = "destruction-proposal"
    case subjectAccessRequest = "subject-access-request"

    case caseSample = "case-sample"
    case sampleReplacement = "sample-replacement"
    case caseFileAudit = "case-file-audit"
    case auditReply = "audit-reply"
    case auditAction = "audit-action"
    case unsafeFlag = "unsafe-flag"
    case inspection
    case inspectionEvidence = "inspection-evidence"
    case inspectionFinding = "inspection-finding"
    case inspectionJudgement = "inspection-judgement"
    case inspectorAccess = "inspector-access"
    case sampleAddition = "sample-addition"
    case accuracyComment = "accuracy-comment"
    case inspectionRequest = "inspection-request"
    case engagement
    case inspectionProgramme = "inspection-programme"

    case improvementPlan = "improvement-plan"
    case answeredPoint = "answered-point"
    case improvementAction = "improvement-action"
    case actionUpdate = "action-update"
    case planSnapshot = "plan-snapshot"
    case planMeeting = "plan-meeting"
    case meetingResolution = "meeting-resolution"
    case plannedChange = "planned-change"

    case reviewGate = "review-gate"

    /// "child protection plan": the word on a page.
    package var words: String {
        rawValue == "section-47-enquiry" ? "section 47 enquiry" : String(rawValue.map { $0 == "-" ? " " : $0 })
    }
}
