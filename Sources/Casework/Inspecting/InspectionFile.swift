import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// An inspection as it stands: what was seen, what was found, what was judged, and what the framework makes of it.
package struct InspectionFile: Sendable {
    package let id: String
    package let inspection: Recorded<Inspection>
    package let framework: InspectionFramework
    package private(set) var evidence: [Recorded<InspectionEvidence>]
    package private(set) var findings: [Recorded<InspectionFinding>]
    package private(set) var judgements: [Recorded<InspectionJudgement>]
    package private(set) var access: [Recorded<InspectorAccess>]
    package private(set) var comments: [Recorded<AccuracyComment>]
    package private(set) var requests: [Recorded<InspectionRequest>]
    package private(set) var engagements: [Recorded<Engagement>]
    /// Every day ever recorded as the one on which the council received the report, in the order recorded, and why it was.
    package private(set) var received: [(on: Day, why: String?)]
    /// What is found and judged is not told to this reader yet.
    package private(set) var isDraftLeftOut = false

    /// Nil where nothing of the subject is an inspection, or its framework is not known.
    package init?(_ subject: SubjectID, _ history: History, under frameworks: InspectionFrameworks) {
        guard let inspection = history.standing(Inspection.self).last,
            let framework = frameworks[inspection.body.framework]
        else { return nil }
        id = subject.local
        self.inspection = inspection
        self.framework = framework
        evidence = history.standing(InspectionEvidence.self)
        findings = history.standing(InspectionFinding.self)
        judgements = history.standing(InspectionJudgement.self)
        access = history.standing(InspectorAccess.self)
        comments = history.standing(AccuracyComment.self).sorted { ($0.body.on, $0.id.text) < ($1.body.on, $1.id.text) }
        requests = history.standing(InspectionRequest.self).sorted {
            ($0.body.dueOn, $0.id.text) < ($1.body.dueOn, $1.id.text)
        }
        engagements = history.standing(Engagement.self).sorted { ($0.body.on, $0.place) < ($1.body.on, $1.place) }
        var received: [(on: Day, why: String?)] = []
        for case let body as Inspection in history.entries.map(\.body) {
            if let on = body.receivedOn, on != received.last?.on { received.append((on, body.receivedWhy)) }
        }
        self.received = received
    }

    package var unanswered: Int { comments.count { !$0.body.isAnswered } }

    /// Whether an inspector set it up or was let into it. Whoever audits for the council itself is asked nothing.
    package func isOwn(of person: SignedIn) -> Bool {
        guard case .only = person.inspecting else { return true }
        return isInspected(by: person.user)
    }

    /// Whether somebody of the inspectorate may read what is recorded of it: their own, and what is published.
    package func mayRead(_ person: SignedIn) -> Bool { isOwn(of: person) || inspection.body.publishedOn != nil }

    /// What is found and judged is a draft until it is published: for those who write it, and those who answer it for the council.
    package func mayReadDraft(_ person: SignedIn) -> Bool {
        inspection.body.publishedOn != nil || !person.mayDo.isDisjoint(with: [.inspect, .answerInspection])
    }

    /// As it is shown to whoever may not read a draft. It does not say that nothing was found: `isDraftLeftOut` says why nothing stands here.
    package func withoutDraft(for person: SignedIn) -> InspectionFile {
        guard !mayReadDraft(person) else { return self }
        var file = self
        (file.evidence, file.findings, file.judgements, file.comments) = ([], [], [], [])
        file.isDraftLeftOut = true
        return file
    }

    /// Let in, and not sent away again; or whoever set it up, if nobody sent them away.
    private func isInspected(by user: UserID) -> Bool {
        let own = access.map(\.body).filter { $0.user == user.text }
        if own.contains(where: { $0.isConfirmed && $0.withdrawnBy == nil }) { return true }
        return inspection.body.setUpBy == user.text && own.allSatisfy { $0.withdrawnBy == nil }
    }

    static let mock = "mock"
    package var isMock: Bool { inspection.body.visit == Self.mock }

    /// Whether it is the inspectorate's, and not an exercise of the council's own.
    package var isInspectors: Bool {
        !isMock && (inspection.body.setUpAs == Role.inspector.rawValue || access.contains { $0.body.isConfirmed })
    }

    /// Whether somebody writes what inspectors write: of an inspection of inspectors they alone.
    package func mayInspect(_ person: SignedIn) -> Bool { refusal(toInspect: person) == nil }

    func refusal(toInspect person: SignedIn) -> AssuranceRefusal? {
        guard person.mayDo.contains(.inspect) else { return .access(.notForThisRole(person.role, .inspect)) }
        guard person.role == .inspector else { return isInspectors ? .inspectorsWrite : nil }
        return isInspected(by: person.user) ? nil : .notYourInspection
    }

    package var leadName: String? { inspection.body.team.first { $0.part == .lead }?.name }

    package var areas: [JudgementArea] { framework.areas(on: inspection.body.beganOn) }

    package var grades: [String: Grade] {
        Dictionary(judgements.map { ($0.body.area, Grade($0.body.grade)) }) { _, later in later }
    }

    package func limit(on area: String) -> Limit? { framework.limit(on: area, given: grades) }

    /// Areas that must be judged before an overall judgement of their part.
    package func notJudged(before overall: JudgementArea) -> [JudgementArea] {
        areas.filter { $0.role == .key && $0.part == overall.part && grades[$0.id] == nil }
    }

    /// Sources of different types a finding rests on.
    package func sources(of finding: Recorded<InspectionFinding>) -> Set<EvidenceSource> {
        Set(evidence.filter { finding.body.evidence.contains($0.id.text) }.map(\.body.source))
    }

    /// Rests on a single item, or on one type of source alone: shown, and said.
    package func isThin(_ finding: Recorded<InspectionFinding>) -> Bool {
        finding.body.evidence.count < 2 || sources(of: finding).count < 2
    }

    package func findings(of weight: FindingCategory.Weight) -> [Recorded<InspectionFinding>] {
        findings.filter { framework.category($0.body.category)?.weight == weight }
    }

    /// The last day for the council's action plan; nil where no law sets a day, or the day to count from is not recorded.
    package func planDue(_ calendar: WorkingCalendar, visit: VisitKind?) -> ActionPlanDue? {
        // No law asks for a plan after an exercise.
        guard !isMock else { return nil }
        return ActionPlanDue(
            framework, visit, hasPriorityAction: !findings(of: .priority).isEmpty,
            receivedOn: inspection.body.receivedOn, publishedOn: inspection.body.publishedOn, calendar)
    }
}

extension InspectionFile {
    /// As it is shown: what is withheld of a child may have been withheld after somebody wrote it here.
    package func masked(by withholding: Withholding) -> InspectionFile {
        guard !withholding.isEmpty else { return self }
        var file = self
        func mask(_ words: inout String) { words = withholding.masked(words) }
        func mask(_ words: inout String?) { words = words.map(withholding.masked) }
        for at in file.evidence.indices { mask(&file.evidence[at].body.shows) }
        for at in file.findings.indices {
            mask(&file.findings[at].body.words)
            mask(&file.findings[at].body.begunShownBy)
        }
        for at in file.judgements.indices {
            mask(&file.judgements[at].body.reason)
            mask(&file.judgements[at].body.overrideReason)
        }
        for at in file.access.indices { mask(&file.access[at].body.withdrawnWhy) }
        for at in file.comments.indices {
            mask(&file.comments[at].body.words)
            mask(&file.comments[at].body.paragraph)
            mask(&file.comments[at].body.answer)
        }
        for at in file.requests.indices {
            mask(&file.requests[at].body.what)
            mask(&file.requests[at].body.answer)
            mask(&file.requests[at].body.fileName)
        }
        for at in file.engagements.indices {
            mask(&file.engagements[at].body.with)
            mask(&file.engagements[at].body.asked)
            mask(&file.engagements[at].body.answered)
        }
        file.received = received.map { ($0.on, $0.why.map(withholding.masked)) }
        return file
    }
}

extension InspectionFile {
    static let ownRecord = "this record's own"

    /// What the register holds of it once it is published, marked as this record's own; nil before, and for a mock inspection.
    package var inRegister: PublishedInspection? {
        let body = inspection.body
        guard let published = body.publishedOn, !isMock else { return nil }
        let priority = findings(of: .priority).count
        return PublishedInspection(
            council: body.council, councilCode: "", region: "", framework: body.framework, kind: body.visit,
            beganOn: body.beganOn, endedOn: body.endedOn, publishedOn: published, grades: grades,
            priorityActions: priority, hasPriorityAction: priority > 0,
            pointsToImprove: findings(of: .development).count, source: Self.ownRecord, confidence: Self.ownRecord,
            note: "")
    }
}
