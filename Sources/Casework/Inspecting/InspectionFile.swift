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
    package let evidence: [Recorded<InspectionEvidence>]
    package let findings: [Recorded<InspectionFinding>]
    package let judgements: [Recorded<InspectionJudgement>]
    package let access: [Recorded<InspectorAccess>]
    package let comments: [Recorded<AccuracyComment>]
    package let requests: [Recorded<InspectionRequest>]
    package let engagements: [Recorded<Engagement>]
    /// Every day ever recorded as the one on which the council received the report, in the order recorded, and why it was.
    package let received: [(on: Day, why: String?)]

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
        return (inspection.body.setUpBy ?? person.user.text) == person.user.text
            || access.contains { $0.body.user == person.user.text && $0.body.isConfirmed }
    }

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
        ActionPlanDue(
            framework, visit, hasPriorityAction: !findings(of: .priority).isEmpty,
            receivedOn: inspection.body.receivedOn, publishedOn: inspection.body.publishedOn, calendar)
    }
}

extension InspectionFile {
    static let ownRecord = "this record's own"

    /// What the register holds of it once it is published, marked as this record's own; nil before, and for a mock inspection.
    package var inRegister: PublishedInspection? {
        let body = inspection.body
        guard let published = body.publishedOn, body.visit != "mock" else { return nil }
        let priority = findings(of: .priority).count
        return PublishedInspection(
            council: body.council, councilCode: "", region: "", framework: body.framework, kind: body.visit,
            beganOn: body.beganOn, endedOn: body.endedOn, publishedOn: published, grades: grades,
            priorityActions: priority, hasPriorityAction: priority > 0,
            pointsToImprove: findings(of: .development).count, source: Self.ownRecord, confidence: Self.ownRecord,
            note: "")
    }
}
