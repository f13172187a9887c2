import WorkingDays

/// What only a record kept here tells, beside what files of other systems tell too.
package struct CaseworkRecords: Sendable {
    package var coreGroups: [Recorded<CoreGroup>] = []
    package var inNeedPlanReviews: [Recorded<InNeedPlanReview>] = []
    package var notes: [Recorded<CaseNote>] = []
    package var decisions: [Recorded<ManagementDecision>] = []
    package var supervisions: [Recorded<CaseSupervision>] = []
    package var misfiledEntries: [Recorded<MisfiledEntry>] = []
    package var merges: [Recorded<RecordMerge>] = []
    /// Only ever about an adult.
    package var samePersons: [Recorded<SamePerson>] = []
    package var contactDetails: [Recorded<ContactDetail>] = []
    package var withheldFacts: [Recorded<WithheldFact>] = []
    package var outgoingDocuments: [Recorded<OutgoingDocument>] = []
    package var documents: [Recorded<ReceivedDocument>] = []
    package var handovers: [Recorded<Handover>] = []
    package var professionals: [Recorded<Professional>] = []
    package var safetyAdvice: [Recorded<StaffSafetyAdvice>] = []
    package var risksToChild: [Recorded<RiskToChild>] = []
    /// Only ever about an adult.
    package var risksPosed: [Recorded<PersonPosingRisk>] = []
    package var agencyChecks: [Recorded<AgencyCheck>] = []
    package var referrersTold: [Recorded<ReferrerTold>] = []
    package var escalations: [Recorded<Escalation>] = []
    package var chairDecisions: [Recorded<ChairDecision>] = []
    package var givenToFamily: [Recorded<GivenToFamily>] = []
    package var advocateOffers: [Recorded<AdvocateOffer>] = []
    package var emergencyPowers: [Recorded<EmergencyPower>] = []
    package var transfersIn: [Recorded<TransferIn>] = []
    package var professionalAllegations: [Recorded<ProfessionalAllegation>] = []
    package var seriousIncidents: [Recorded<SeriousIncident>] = []
    package var unregisteredPlacements: [Recorded<UnregisteredPlacement>] = []
    package var missingMeetings: [Recorded<MissingMeeting>] = []
    package var returnInterviews: [Recorded<ReturnInterview>] = []
    package var exploitationAssessments: [Recorded<ExploitationAssessment>] = []
    package var privateFostering: [Recorded<PrivateFostering>] = []
    package var homelessness: [Recorded<Homelessness>] = []
    package var familyGroups: [Recorded<FamilyGroup>] = []
    package var earlyHelpDeclined: [Recorded<EarlyHelpDeclined>] = []
    package var plannedVisits: [Recorded<PlannedVisit>] = []
    package var languages: [Recorded<SpokenLanguage>] = []
    package var religions: [Recorded<Religion>] = []
    package var immigrationStatuses: [Recorded<ImmigrationStatus>] = []
    package var complaints: [Recorded<Complaint>] = []
    package var disputedStatements: [Recorded<DisputedStatement>] = []
    package var meetingMinutes: [Recorded<MeetingMinutes>] = []
    package var delays: [Recorded<DelayExplained>] = []
    package var transfers: [Recorded<TransferRequest>] = []
    package var legalHolds: [Recorded<LegalHold>] = []
    package var destructionProposals: [Recorded<DestructionProposal>] = []
    package var accessRequests: [Recorded<SubjectAccessRequest>] = []
    package var fileAudits: [Recorded<CaseFileAudit>] = []
    package var auditReplies: [Recorded<AuditReply>] = []
    package var auditActions: [Recorded<ActionFromAudit>] = []
    package var unsafeFlags: [Recorded<UnsafeFlag>] = []

    package init() {}

    mutating func arrange() {
        coreGroups.sort { ($0.heldOn, $0.place) < ($1.heldOn, $1.place) }
        inNeedPlanReviews.sort { ($0.heldOn, $0.place) < ($1.heldOn, $1.place) }
        notes.sort { ($0.on, $0.place) < ($1.on, $1.place) }
        decisions.sort { ($0.on, $0.place) < ($1.on, $1.place) }
        handovers.sort { ($0.body.at, $0.place) < ($1.body.at, $1.place) }
        supervisions.sort { ($0.on, $0.place) < ($1.on, $1.place) }
        misfiledEntries.sort { ($0.on, $0.place) < ($1.on, $1.place) }
        samePersons.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        merges.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        contactDetails.sort { $0.place < $1.place }
        withheldFacts.sort { ($0.on, $0.place) < ($1.on, $1.place) }
        agencyChecks.sort { ($0.body.askedOn, $0.place) < ($1.body.askedOn, $1.place) }
        referrersTold.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        escalations.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        chairDecisions.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        givenToFamily.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        complaints.sort { ($0.body.receivedOn, $0.place) < ($1.body.receivedOn, $1.place) }
        disputedStatements.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        meetingMinutes.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        advocateOffers.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        emergencyPowers.sort { ($0.body.beganOn, $0.place) < ($1.body.beganOn, $1.place) }
        transfersIn.sort { ($0.body.toldOn, $0.place) < ($1.body.toldOn, $1.place) }
        professionalAllegations.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        seriousIncidents.sort { ($0.body.knownOn, $0.place) < ($1.body.knownOn, $1.place) }
        unregisteredPlacements.sort { ($0.body.beganOn, $0.place) < ($1.body.beganOn, $1.place) }
        missingMeetings.sort { ($0.body.heldOn, $0.place) < ($1.body.heldOn, $1.place) }
        returnInterviews.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        exploitationAssessments.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        privateFostering.sort { ($0.body.notifiedOn, $0.place) < ($1.body.notifiedOn, $1.place) }
        homelessness.sort { ($0.body.presentedOn, $0.place) < ($1.body.presentedOn, $1.place) }
        familyGroups.sort { ($0.body.offeredOn, $0.place) < ($1.body.offeredOn, $1.place) }
        earlyHelpDeclined.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        plannedVisits.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        languages.sort { ($0.body.from, $0.place) < ($1.body.from, $1.place) }
        religions.sort { ($0.body.from, $0.place) < ($1.body.from, $1.place) }
        immigrationStatuses.sort {
            ($0.body.from ?? Day(number: .min), $0.place) < ($1.body.from ?? Day(number: .min), $1.place)
        }
        delays.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        transfers.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        documents.sort { ($0.receivedOn, $0.place) < ($1.receivedOn, $1.place) }
        legalHolds.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        destructionProposals.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        accessRequests.sort { ($0.body.receivedOn, $0.place) < ($1.body.receivedOn, $1.place) }
        fileAudits.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        auditReplies.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        auditActions.sort { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        unsafeFlags.sort { ($0.body.at, $0.place) < ($1.body.at, $1.place) }
        outgoingDocuments.sort { ($0.preparedOn, $0.place) < ($1.preparedOn, $1.place) }
    }
}

extension Journey {
    /// Whether anything of the kind is recorded: asked first where a rule runs for every child of a file.
    package var hasCasework: Bool { caseworkBox != nil }

    package var casework: CaseworkRecords {
        get { caseworkBox?.records ?? CaseworkRecords() }
        set { caseworkBox = CaseworkBox(newValue) }
    }
}

/// Behind a reference that files never make, so that a journey read from one pays nothing for it.
final class CaseworkBox: Sendable {
    let records: CaseworkRecords

    init(_ records: CaseworkRecords) {
        self.records = records
    }
}
