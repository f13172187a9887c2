import ChildJourney
import WorkingDays

/// One record of each kind, with everything filled in, and one with everything that may be blank left blank.
enum Samples {
    static let full: [any EntryBody] = records + assurance + improvement
    static let bare: [any EntryBody] = bareRecords + bareAssurance + bareImprovement

    private static let records: [any EntryBody] = [
        Person(
            forename: "Ada", surname: "Invented", formerNames: ["Imagined"], bornOn: "2015-05-04",
            expectedOn: "2015-05-01", diedOn: "2026-01-02", sex: "F", genderIdentity: "09", ethnicity: "WBRI",
            uniquePupilNumber: "A123456789012", formerUniquePupilNumber: "B123456789012", pupilNumberUnknown: "UN1",
            nationality: "GBR"),
        Disability(code: "MOB"),
        Address(kind: "home", postcode: "ZZ99 3WZ", text: "1 Nowhere Street", from: "2020-01-01", until: "2021-01-01"),
        FamilyLink(family: "F1"),
        Relationship(other: "P2", kind: "mother", from: "2015-05-04", until: "2026-01-02"),
        Contact(receivedOn: "2026-03-01", source: "1A", outcome: .referral),
        Referral(
            receivedOn: "2026-03-03", source: "1A", primaryNeed: "N1", noFurtherAction: false, harmAlleged: true,
            decidedOn: "2026-03-04", closedOn: "2026-06-01", closureReason: "RC8", team: "T1", worker: "W1"),
        Allocation(
            worker: "W1", team: "T1", role: .lead, from: "2026-03-03", until: "2026-06-01", changeReason: "moved"),
        Assessment(
            referral: "R1", kind: .single, startedOn: "2026-03-04", internalReviewOn: "2026-03-10",
            authorisedOn: "2026-04-20", childSeen: true, outcome: .other, noFurtherAction: false, factors: ["2A"],
            team: "T1", worker: "W1"),
        StrategyDiscussion(heldOn: "2026-03-03", referral: "R1"),
        Section47Enquiry(
            referral: "R1", startedOn: "2026-03-03", endedOn: "2026-03-20", conferenceTargetOn: "2026-03-24",
            conferenceRequired: true, outcome: .conference, team: "T1", worker: "W1"),
        Conference(
            kind: .transferIn, referral: "R1", enquiry: "E1", plan: "P1", plannedOn: "2026-03-20",
            postponements: [
                Postponement(
                    decidedOn: "2026-03-19", from: "2026-03-20", to: "2026-03-24", reason: .reportNotReady,
                    lateReport: "health report")
            ], heldOn: "2026-03-24", quorate: true, decidedPlan: true),
        ChildProtectionPlan(
            referral: "R1", conference: "C1", startedOn: "2026-03-24", endedOn: "2026-12-01", initialCategory: "NEG",
            latestCategory: "EMO", previousPlans: 1),
        PlanReview(
            plan: "P1", dueOn: "2026-06-24", heldOn: "2026-06-20", quorate: false, continues: true, participation: "PN1"
        ),
        CoreGroup(
            plan: "P1", heldOn: "2026-04-02", present: [.police, .health], familyPresent: true, progress: "She sleeps."),
        InNeedPlanReview(
            plan: "N1", heldOn: "2026-06-02", childTookPart: true, progress: "Back at school.", continues: true),
        CaseNote(on: "2026-04-03", text: "Rang.", spokenTo: "teacher", significant: true),
        ManagementDecision(on: "2026-04-04", point: .threshold, decision: "Yes", why: "Bruises", by: "ana"),
        {
            var handover = Handover(
                on: "2026-04-05", at: Moment(londonDay: "2026-04-05", minute: 420), from: "eve", to: .frontDoor,
                items: "Ring the hospital")
            (handover.toPerson, handover.acceptedBy, handover.acceptedAt) = ("ana", "ana", handover.at.adding(hours: 1))
            return handover
        }(),
        CaseSupervision(on: "2026-04-05", worker: "W1", supervisor: "ana", weighed: "The plan", actions: "Visit"),
        ContactDetail(fact: .school, words: "Invented Primary", from: "2026-04-01", until: "2026-07-01"),
        {
            var hold = LegalHold(on: "2026-04-02", why: "Claim", authority: "Court order", by: "ana")
            (hold.endedOn, hold.endedWhy, hold.endedBy) = ("2026-05-02", "Settled", "dee")
            return hold
        }(),
        DestructionProposal(
            on: "2026-04-02", by: "ana", row: "contact_only", keptUntil: "2026-04-01", authority: "Schedule"),
        {
            var request = SubjectAccessRequest(
                receivedOn: "2026-04-02", askedBy: "Jane", relation: "mother", dueOn: "2026-05-02", proof: "Passport",
                recordedBy: "ana")
            (request.extendedTo, request.extendedWhy, request.upTo) = ("2026-07-02", "Long record", 12)
            return request
        }(),
        {
            var said = SamePerson(child: "c2", why: "She said so", on: "2026-04-02", by: "ana")
            (said.endedOn, said.endedBy, said.endedWhy) = ("2026-05-02", "dee", "Her cousin")
            return said
        }(),
        RecordMerge(other: "c2", isKept: true, why: "The same mother", on: "2026-04-02", by: "ana"),
        MisfiledEntry(sealed: [7], what: "Visit", why: "Her sister", on: "2026-04-02", by: "ana", isMoved: true),
        WithheldFact(
            facts: [.address, .school], from: ["John"], why: "He hit her", since: "2026-04-01", on: "2026-04-02",
            by: "ana"),
        OutgoingDocument(
            content: .chronology, recipient: "Jane", relation: "mother", preparedOn: "2026-04-03", preparedBy: "ana"),
        {
            var check = AgencyCheck(askedOn: "2026-03-03", agency: .health)
            (check.asked, check.answeredOn, check.answer) = ("Any injuries?", "2026-03-04", "None known")
            (check.basis, check.familyTold, check.basisOn) = (.protectingTheChild, "Told by call", "2026-03-04")
            return check
        }(),
        {
            var told = ReferrerTold(on: "2026-03-05", of: "R1")
            (told.means, told.what) = (.call, "It is looked into")
            return told
        }(),
        {
            var raised = Escalation(on: "2026-03-05", by: .partner, to: "ana", what: "Nobody has been")
            (raised.from, raised.recordedBy, raised.wantsConference) = ("Dr Invented", "ben", true)
            (raised.isBackedBySenior, raised.answeredOn, raised.answer) = (true, "2026-03-06", "Called")
            (raised.answeredBy, raised.isAgreed, raised.resolvedOn) = ("ana", true, "2026-03-09")
            return raised
        }(),
        ChairDecision(on: "2026-04-06", plan: "P1", decision: "No legal step", why: "It moves", by: "cho"),
        {
            var given = GivenToFamily(on: "2026-04-02", of: "P1", to: .parents)
            (given.form, given.language, given.withheldWhy) = ("paper", "Somali", "It tells where she lives")
            return given
        }(),
        AdvocateOffer(on: "2026-03-20", outcome: .met, note: "At school"),
        {
            var power = EmergencyPower(.policeProtection, beganOn: "2026-03-03")
            (power.beganAt, power.endsOn) = (Moment(londonDay: "2026-03-03", minute: 900), "2026-03-06")
            (power.by, power.decidedOn) = ("Invented Police", "2026-03-04")
            power.decidedAt = Moment(londonDay: "2026-03-04", minute: 600)
            (power.whereTheChildWillBe, power.decisionWhy) = ("With an aunt", "She is safe there")
            power.decidedBy = "ana"
            return power
        }(),
        {
            var moved = TransferIn(toldOn: "2026-03-03", from: "Elsewhere")
            (moved.movedInOn, moved.plan) = ("2026-03-01", "Neglect")
            return moved
        }(),
        {
            var alleged = ProfessionalAllegation(on: "2026-03-03", about: "A coach", what: "He shouted")
            (alleged.referredOn, alleged.referredBy) = ("2026-03-04", "ben")
            (alleged.outcome, alleged.outcomeOn) = ("Looked into", "2026-03-09")
            return alleged
        }(),
        {
            var meeting = MissingMeeting(heldOn: "2026-04-02", of: "M1")
            (meeting.heldAt, meeting.present) = (Moment(londonDay: "2026-04-02", minute: 600), [.police, .socialCare])
            meeting.plan = "Ring her aunt"
            return meeting
        }(),
        {
            var interview = ReturnInterview(on: "2026-04-04", of: "M1", outcome: .declined)
            (interview.at, interview.by) = (Moment(londonDay: "2026-04-04", minute: 600), "J. Independent, charity")
            (interview.isIndependent, interview.tried, interview.learnt) = (true, "Twice at school", "Nothing")
            return interview
        }(),
        {
            var assessment = ExploitationAssessment(on: "2026-04-04", kinds: [.criminalExploitation], level: .high)
            (assessment.plan, assessment.reviewBy, assessment.by) = ("A mentor", "2026-06-04", "ben")
            return assessment
        }(),
        {
            var fostering = PrivateFostering(notifiedOn: "2026-03-03", carer: "A neighbour")
            (fostering.beganOn, fostering.arrangement) = ("2026-03-01", "While her mother works away")
            fostering.checks = [FosteringCheck(on: "2026-03-09", what: "Police", found: "Nothing known")]
            (fostering.endedOn, fostering.endedWhy) = ("2026-06-01", "Home again")
            return fostering
        }(),
        {
            var incident = SeriousIncident(on: "2026-04-01", knownOn: "2026-04-02", harm: .seriouslyHarmed)
            (incident.what, incident.notifiedOn, incident.notifiedBy) = ("A fall from a window", "2026-04-08", "dana")
            (incident.notifiedTo, incident.review, incident.reviewedOn) = ("The panel", "A gap in visits", "2026-04-28")
            return incident
        }(),
        {
            var placement = UnregisteredPlacement(.childrensHome, beganOn: "2026-04-06")
            (placement.why, placement.agreedBy, placement.keptSafe) = ("No bed", "The director", "Two staff at night")
            (placement.endedOn, placement.ending, placement.endedBy) = ("2026-04-20", .moved, "dana")
            placement.endedWords = "Seen in her new home"
            return placement
        }(),
        {
            var homeless = Homelessness(presentedOn: "2026-04-04")
            (homeless.presentedAt, homeless.what) = (Moment(londonDay: "2026-04-04", minute: 900), "Told to leave")
            homeless.beds = [NightsBed(on: "2026-04-04", kind: .bedAndBreakfast)]
            (homeless.rightsExplainedOn, homeless.rightsExplainedBy) = ("2026-04-04", "eve")
            (homeless.decision, homeless.decidedOn, homeless.decidedBy) = (.accommodated, "2026-04-05", "ana")
            (homeless.decisionWhy, homeless.wishes) = ("Nobody can have him", "A place of my own")
            return homeless
        }(),
        {
            var group = FamilyGroup(offeredOn: "2026-04-04")
            (group.isAccepted, group.answer, group.heldOn) = (true, "Both grandmothers", "2026-04-20")
            (group.present, group.plan) = ("Six of them", "She sleeps at her aunt's")
            return group
        }(),
        EarlyHelpDeclined(on: "2026-04-20", by: "Jane, mother", offered: "A family hub", why: "We manage"),
        {
            var planned = PlannedVisit(
                on: "2026-04-20", minute: 1010, worker: "ben", purpose: .childInNeed, plannedOn: "2026-04-10")
            planned.plannedBy = "ana"
            planned.moves = [
                PlannedVisitMove(
                    from: "2026-04-18", to: "2026-04-20", why: "School trip", decidedOn: "2026-04-12", by: "ben")
            ]
            (planned.calledOffOn, planned.calledOffBy, planned.calledOffWhy) = ("2026-04-19", "ben", "Ill")
            return planned
        }(),
        SpokenLanguage(
            from: "2026-04-01", language: "Polish", needsInterpreter: true, interpreterFor: "for her father"),
        Religion(from: "2026-04-01", religion: "Jewish", minded: "Not on a Saturday"),
        ImmigrationStatus(status: "Refugee Status", from: "2026-04-01", until: "2026-06-01"),
        {
            var stage = ComplaintStage(at: .first, from: "2026-04-01", promisedBy: "2026-04-15")
            (stage.answeredOn, stage.answer, stage.outcome) = ("2026-04-10", "Sorry", .upheld)
            stage.answeredBy = "ana"
            return Complaint(receivedOn: "2026-04-01", by: "Jane, mother", words: "Nobody rang", stages: [stage])
        }(),
        {
            var dispute = DisputedStatement(
                on: "2026-04-01", by: "Jane, mother", disputedKind: .visit, disputedRecord: "V1", words: "I was there")
            (dispute.answeredOn, dispute.answer, dispute.because) = ("2026-04-03", .notAgreed, "Two people saw")
            dispute.answeredBy = "ana"
            return dispute
        }(),
        MeetingMinutes(
            on: "2026-03-24", of: "C1", parts: [MinutesPart(part: .mother, said: "She is afraid", present: "Jane")],
            separately: true, writtenOn: "2026-03-25", writtenBy: "cho"),
        {
            var delay = DelayExplained(
                on: "2026-05-01", concern: "assessment-late", aboutKind: .assessment, about: "S1",
                clockStart: "2026-03-03", reason: .reportNotReady, why: "The health report", newDay: "2026-05-20")
            (delay.askedBy, delay.answeredOn, delay.answeredBy) = ("ben", "2026-05-02", "ana")
            (delay.isAgreed, delay.answer) = (true, "Once")
            return delay
        }(),
        {
            var transfer = TransferRequest(on: "2026-05-01", fromTeam: "T1", toTeam: "T2", why: "The plan began")
            (transfer.askedBy, transfer.answeredOn, transfer.answeredBy) = ("ben", "2026-05-04", "dee")
            (transfer.isAccepted, transfer.answer) = (false, "Not yet written up")
            return transfer
        }(),
        ReceivedDocument(
            what: .report, fileName: "Health report.pdf", type: .pdf, size: 9, hash: "ab", sentBy: "Dr Invented",
            receivedOn: "2026-04-03", record: "R1", about: "The conference", addedOn: "2026-04-04", addedBy: "ana"),
        ChildInNeedPlan(referral: "R1", startedOn: "2026-04-20", endedOn: "2026-05-20", team: "T1", worker: "W1"),
        Visit(
            on: "2026-04-01", purpose: .childProtectionPlan, plan: "P1", seen: true, seenAlone: false, bedroomSeen: true
        ),
        {
            var episode = MissingEpisode(
                kind: .missing, from: "2026-04-01", until: "2026-04-03", interviewOffered: true,
                interviewAccepted: false)
            (episode.fromAt, episode.reportedOn) = (Moment(londonDay: "2026-04-01", minute: 1290), "2026-04-01")
            episode.reportedAt = Moment(londonDay: "2026-04-01", minute: 1330)
            (episode.reportedBy, episode.circumstances) = ("Her mother", "She took a bag")
            (episode.returnedAt, episode.returnedHow) = (Moment(londonDay: "2026-04-03", minute: 480), "By herself")
            return episode
        }(),
        {
            var legal = PreProceedings(
                referral: "R1", startedOn: "2026-04-01", letterSentOn: "2026-04-02", familyMeetingOffered: true,
                familyMeetingHeld: false, firstMeetingOn: "2026-04-10", reviewMeetings: 2, stepDecidedOn: "2026-05-01",
                outcome: "A", courtApplicationOn: "2026-05-02", carePlanLetterOn: "2026-05-03")
            (legal.planningMeetingOn, legal.planningDecision) = ("2026-03-30", "To begin")
            (legal.firstMeetingSaid, legal.reviews) = (
                "Both came", [PreProceedingsReview(on: "2026-04-20", said: "Slow")]
            )
            (legal.nextStep, legal.stepWhy, legal.stepDecidedBy) = (.court, "Too little changed", "ana")
            legal.court = "Family Court"
            legal.orders = [CourtOrder(on: "2026-05-10", order: .interimCare, said: "Until August")]
            return legal
        }(),
        CareEpisode(
            beganOn: "2026-04-01", ceasedOn: "2026-06-01", ceasedReason: "E4A", primaryNeed: "N1", referral: "R1"),
        LegalStatus(code: "C1", from: "2026-04-01", until: "2026-06-01"),
        {
            var help = EarlyHelpEpisode(
                startedOn: "2026-04-01", endedOn: "2026-06-01", reason: "debt", endReason: "met", organisation: "Hub",
                worker: "H1")
            (help.lead, help.plan) = ("J. Pell", "Bed by nine")
            return help
        }(),
        Worker(
            staffNumber: "S1", name: "Invented Worker", registration: "SW1", agency: false, jobTitle: "Social worker",
            department: "Assessment", newlyQualified: true, leftOn: "2026-06-01"),
        Team(name: "Assessment", parent: "T0"),
        WorkerAbsence(from: "2026-05-01", until: "2026-05-12", reason: .planned, recordedBy: "ana"),
        WorkingPattern(from: "2026-05-01", weeklyTenths: 225, fullTimeTenths: 370, recordedBy: "ana"),
        ReviewGateSet(on: "2026-05-01", isRequired: true, why: "Agreed by the director", by: "director"),
        Professional(agency: .health, role: "Health visitor", name: "J. Invented"),
        StaffSafetyAdvice(on: "2026-03-03", advice: "A dog in the yard."),
        RiskToChild(kind: .neglect, level: .high, since: "2026-03-03"),
        PersonPosingRisk(knownOn: "2026-03-03", basis: .alleged, what: "Violence", source: "police check"),
    ]

    private static let bareRecords: [any EntryBody] = [
        Person(), Address(), Contact(receivedOn: "2026-03-01"), Referral(receivedOn: "2026-03-03"),
        Allocation(role: .other, from: "2026-03-03"), Assessment(kind: .unspecified, startedOn: "2026-03-04"),
        StrategyDiscussion(heldOn: "2026-03-03"), Section47Enquiry(startedOn: "2026-03-03"), Conference(kind: .initial),
        ChildProtectionPlan(startedOn: "2026-03-24"), PlanReview(), ChildInNeedPlan(startedOn: "2026-04-20"),
        Visit(on: "2026-04-01", purpose: .other), MissingEpisode(kind: .unstated, from: "2026-04-01"), PreProceedings(),
        CareEpisode(beganOn: "2026-04-01"), LegalStatus(code: "C1", from: "2026-04-01"),
        CoreGroup(heldOn: "2026-04-02"), InNeedPlanReview(heldOn: "2026-06-02"),
        CaseNote(on: "2026-04-03", text: ""),
        ManagementDecision(on: "2026-04-04", point: .other, decision: "", why: ""),
        CaseSupervision(on: "2026-04-05", weighed: ""), ContactDetail(fact: .address, words: ""),
        LegalHold(on: "2026-04-02", why: "", authority: ""),
        DestructionProposal(on: "2026-04-02", by: "", row: "", keptUntil: "2026-04-01", authority: ""),
        SubjectAccessRequest(receivedOn: "2026-04-02", askedBy: "", relation: "", dueOn: "2026-05-02"),
        SamePerson(child: "", why: "", on: "2026-04-02"),
        RecordMerge(other: "", isKept: false, why: "", on: "2026-04-02"),
        MisfiledEntry(sealed: [], what: "", why: "", on: "2026-04-02", isMoved: false),
        WithheldFact(facts: [], from: [], why: "", since: "2026-04-01", on: "2026-04-02"),
        OutgoingDocument(content: .plan, recipient: "", relation: "", preparedOn: "2026-04-03"),
        ReceivedDocument(
            what: .other, fileName: "", type: .text, size: 0, hash: "", sentBy: "", receivedOn: "2026-04-03"),
        Handover(on: "2026-04-05", at: Moment(milliseconds: 0), from: "eve", to: .dayTeam, items: ""),
        Professional(agency: .other, role: "", name: ""), StaffSafetyAdvice(on: "2026-04-01", advice: ""),
        RiskToChild(kind: .other, level: .low, since: "2026-04-01"),
        PersonPosingRisk(knownOn: "2026-04-01", basis: .assessed, what: "", source: ""),
        AgencyCheck(askedOn: "2026-03-03", agency: .police), ReferrerTold(on: "2026-03-05", of: "R1"),
        Escalation(on: "2026-03-05", by: .chair, to: "", what: ""),
        ChairDecision(on: "2026-04-06", plan: "P1", decision: "", why: ""),
        GivenToFamily(on: "2026-04-02", of: "P1", to: .child), AdvocateOffer(on: "2026-03-20", outcome: .offered),
        SeriousIncident(on: "2026-04-01", knownOn: "2026-04-02", harm: .died),
        UnregisteredPlacement(.supportedAccommodation, beganOn: "2026-04-06"),
        EmergencyPower(.emergencyProtectionOrder, beganOn: "2026-03-03"), TransferIn(toldOn: "2026-03-03", from: ""),
        ProfessionalAllegation(on: "2026-03-03", about: "", what: ""),
        MissingMeeting(heldOn: "2026-04-02", of: ""), ReturnInterview(on: "2026-04-04", of: "", outcome: .offered),
        ExploitationAssessment(on: "2026-04-04", kinds: [], level: .low),
        PrivateFostering(notifiedOn: "2026-03-03", carer: ""), Homelessness(presentedOn: "2026-04-04"),
        FamilyGroup(offeredOn: "2026-04-04"),
        Complaint(
            receivedOn: "2026-04-01", by: "", words: "", stages: [ComplaintStage(at: .first, from: "2026-04-01")]),
        DisputedStatement(on: "2026-04-01", by: "", disputedKind: .visit, disputedRecord: "V1", words: ""),
        MeetingMinutes(on: "2026-03-24", of: "C1", parts: [], separately: false, writtenOn: "2026-03-25"),
        DelayExplained(
            on: "2026-05-01", concern: "", aboutKind: .assessment, about: "", clockStart: "2026-03-03",
            reason: .capacity, why: "", newDay: "2026-05-20"),
        TransferRequest(on: "2026-05-01", toTeam: "", why: ""), WorkerAbsence(from: "2026-05-01", reason: .unplanned),
        WorkingPattern(from: "2026-05-01", isBank: true),
        EarlyHelpDeclined(on: "2026-04-20", by: "", offered: ""),
        PlannedVisit(on: "2026-04-20", worker: "", purpose: .other, plannedOn: "2026-04-10"),
        SpokenLanguage(from: "2026-04-01", language: ""), Religion(from: "2026-04-01", religion: ""),
        ImmigrationStatus(status: ""),
        EarlyHelpEpisode(startedOn: "2026-04-01"), Worker(), Team(), Relationship(other: "P2", kind: "sibling"),
    ]
}
