import ChildJourney
import WorkingDays

/// What is recorded of samples, audits and inspections.
extension Samples {
    /// Kinds that stand in nobody's journey: they have subjects of their own.
    static let ofNoChild: Set<RecordKind> = [
        .caseSample, .sampleReplacement, .inspection, .inspectionEvidence, .inspectionFinding, .inspectionJudgement,
        .inspectorAccess, .sampleAddition, .accuracyComment, .inspectionRequest, .engagement, .inspectionProgramme,
        .improvementPlan, .answeredPoint, .improvementAction, .actionUpdate, .planSnapshot, .planMeeting,
        .meetingResolution, .plannedChange, .reviewGate,
    ]

    static let assurance: [any EntryBody] = [
        {
            var sample = CaseSample(
                on: "2026-05-01", purpose: "Look-back", method: "risk-weighted", tool: "journey",
                frame: "every open child", frameAsOf: "2026-05-01", frameCount: 40,
                exclusions: [SampleExclusion(words: "restricted", children: 2)],
                cases: [SampledCase(child: "record:a", stratum: "in-need", chance: 0.1)],
                reserve: [SampledCase(child: "record:b")])
            (sample.seed, sample.frameDigest, sample.draw) = ("0a", "0b", 3)
            (sample.chosenBy, sample.whyChosen) = ("ana", "A complaint")
            (sample.inspection, sample.reauditOf, sample.theme) = ("inspection-1", "sample-0", "re-referrals")
            return sample
        }(),
        SampleReplacement(
            on: "2026-05-02", replaced: "record:a", by: SampledCase(child: "record:b", chance: 0.25), why: "Moved away"),
        {
            var audit = CaseFileAudit(on: "2026-05-03", reader: .second, by: "sec", tool: "journey", sample: "sample-1")
            audit.answers = [AuditAnswer(question: "q1", answer: .cannotTell, evidence: "No note of it")]
            audit.sectionGrades = ["safety": "inadequate"]
            (audit.grade, audit.analysis) = ("inadequate", "Nobody wrote what was done")
            (audit.leftAtPotentialRisk, audit.failure, audit.cannotTell) = (true, "assessment", true)
            audit.actions = [
                AuditAction(what: "See her", owner: "Ben", byOn: "2026-05-04", doneOn: "2026-05-04")
            ]
            audit.isFinished = true
            return audit
        }(),
        {
            var reply = AuditReply(
                on: "2026-05-05", audit: "audit-1", by: "ben", isFamily: false, words: "I had been, and not written")
            (reply.agrees, reply.saidBy) = (false, "her mother")
            return reply
        }(),
        {
            var action = ActionFromAudit(
                on: "2026-05-03", audit: "audit-1", what: "See her", owner: "ben", byOn: "2026-05-10")
            (action.finishedOn, action.finishedBy, action.shownBy) = ("2026-05-09", "ben", "Visit of 9 May")
            return action
        }(),
        {
            let at = Moment(londonDay: "2026-05-03", minute: 600)
            var flag = UnsafeFlag(at: at, by: "aud", why: "Not seen", isCannotTell: true, origin: "sample-1")
            flag.isReferredBack = true
            flag.acknowledge(by: "ana", at: at.adding(hours: 1))
            _ = flag.see(at: at.adding(hours: 2), by: "Ben", now: at.adding(hours: 3))
            flag.decide("She stays with her aunt", established: "Seen at school", by: "ana", at: at.adding(hours: 3))
            flag.agree(true, at: at.adding(hours: 4))
            return flag
        }(),
        {
            var inspection = Inspection(
                framework: "ilacs-2023", visit: "standard", council: "Elsewhere", beganOn: "2026-05-01",
                isAnnounced: true)
            inspection.team = [InspectionMember(name: "I. Invented", part: .lead)]
            (inspection.endedOn, inspection.publishedOn) = ("2026-05-12", "2026-06-20")
            (inspection.receivedOn, inspection.closedOn) = ("2026-06-10", "2026-06-20")
            (inspection.setUpBy, inspection.setUpAs) = ("aud", "auditor")
            (inspection.follows, inspection.receivedWhy) = ("inspection-0", "The letter")
            return inspection
        }(),
        {
            var evidence = InspectionEvidence(
                on: "2026-05-04", source: .caseFile, isPolicy: false, shows: "Visits are written late", by: "ina")
            (evidence.area, evidence.sample) = ("help_and_protection", "sample-1")
            return evidence
        }(),
        {
            var finding = InspectionFinding(
                on: "2026-05-05", category: "improvement", area: "help_and_protection",
                words: "Visits are written late",
                evidence: ["item-1"])
            (finding.pattern, finding.begunOn, finding.begunShownBy) = ("late-visits", "2026-04-01", "Minutes")
            return finding
        }(),
        {
            var judgement = InspectionJudgement(
                on: "2026-05-06", area: "help_and_protection", grade: "inadequate", reason: "Children are at risk",
                findings: ["item-2"], by: "ina")
            (judgement.limbs, judgement.overrideReason) = (["children_at_risk"], "Said here")
            return judgement
        }(),
        {
            var access = InspectorAccess(user: "ina", from: "2026-05-01", until: "2026-05-12", askedBy: "aud")
            (access.confirmedBy, access.withdrawnBy, access.withdrawnWhy) = ("ana", "ana", "Left the team")
            return access
        }(),
        SampleAddition(child: "record:a", by: "ina", at: Moment(londonDay: "2026-05-03", minute: 600)),
        {
            var comment = AccuracyComment(
                on: "2026-06-01", of: "item-2", paragraph: "Visits are written late", words: "Not since March",
                by: "ana")
            (comment.isChanged, comment.answer) = (true, "The dates were added")
            (comment.answeredBy, comment.answeredOn) = ("ina", "2026-06-03")
            return comment
        }(),
        {
            var request = InspectionRequest(
                sort: .document, what: "The plan for supervision", askedOn: "2026-05-01", dueOn: "2026-05-04",
                askedBy: "ina")
            (request.metOn, request.doneBy, request.answer) = ("2026-05-03", "ana", "The plan of April")
            (request.fileHash, request.fileName, request.fileType, request.fileSize) = ("0a", "plan.pdf", .pdf, 24)
            (request.takenBackOn, request.takenBackBy) = ("2026-05-02", "ana")
            return request
        }(),
        Engagement(
            on: "2026-07-01", with: "the inspectorate", asked: "How visits are going", answered: "Better", by: "ana"),
        {
            var programme = InspectionProgramme(
                name: "The first round", framework: "ucra", from: "2009-06-01", until: "2009-09-30",
                councils: ["Leeds"])
            (programme.aimedAt, programme.aimedBy) = (40, "2009-09-30")
            return programme
        }(),
    ]

    static let bareAssurance: [any EntryBody] = [
        CaseSample(
            on: "2026-05-01", purpose: "", method: "simple-random", tool: "", frame: "", frameAsOf: "2026-05-01",
            frameCount: 0, cases: []),
        SampleReplacement(on: "2026-05-02", replaced: "record:a", by: SampledCase(child: "record:b"), why: ""),
        CaseFileAudit(on: "2026-05-03", reader: .auditor, by: "", tool: ""),
        AuditReply(on: "2026-05-05", audit: "", by: "", isFamily: true, words: ""),
        ActionFromAudit(on: "2026-05-03", audit: "", what: "", owner: "", byOn: nil),
        UnsafeFlag(at: Moment(milliseconds: 0), by: "", why: ""),
        Inspection(framework: "", visit: "", council: "", beganOn: "2026-05-01", isAnnounced: false),
        InspectionEvidence(on: "2026-05-04", source: .data, isPolicy: true, shows: "", by: ""),
        InspectionFinding(on: "2026-05-05", category: "", area: nil, words: "", evidence: []),
        InspectionJudgement(on: "2026-05-06", area: "", grade: "", reason: "", findings: [], by: ""),
        InspectorAccess(user: "", from: "2026-05-01", until: "2026-05-01", askedBy: ""),
        SampleAddition(child: "record:a", by: "", at: Moment(milliseconds: 0)),
        AccuracyComment(on: "2026-06-01", of: "", paragraph: "", words: "", by: ""),
        InspectionRequest(sort: .interview, what: "", askedOn: "2026-05-01", dueOn: "2026-05-01", askedBy: ""),
        Engagement(on: "2026-07-01", with: "", asked: "", answered: nil, by: ""),
        InspectionProgramme(name: "", framework: "", from: "2009-06-01", until: "2009-09-30", councils: []),
        ReviewGateSet(on: "2026-07-01", isRequired: true, why: "After the audit of May", by: "dot"),
    ]
}
