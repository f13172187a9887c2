import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import WorkingDays

/// A few invented audits, so that the pages about them are not empty in a demonstration. Each says that it is invented.
struct DemoAudits {
    private static let said = "Invented for this demonstration."
    /// What two readers made of each file that is read: the second's is nil where nobody read it again.
    private static let readings: [(first: String, second: String?, isAtRisk: Bool)] = [
        ("good", "good", false), ("good", "requires_improvement", true), ("requires_improvement", nil, false),
        ("inadequate", "inadequate", true), ("outstanding", nil, false),
    ]

    let store: any RecordStore
    let standards: Casework.Standards
    let council: CouncilCode

    func record() async throws {
        guard let tool = standards.auditTools.first else { return }
        let id = "sample-demonstration"
        let request = DrawSample.Request(
            purpose: "Visits and plans (invented)", method: .simpleRandom, size: 8, tool: tool.id, frame: .open)
        let drawn = try await DrawSample(assurer("demo-auditor"))(request, id: id).sample
        for (place, (drawn, reading)) in zip(drawn.cases, Self.readings).enumerated() {
            let child = SubjectID(drawn.child)
            try await read(
                child, place, .auditor, "demo-auditor", reading.first, isAtRisk: reading.isAtRisk, tool, in: id)
            guard let second = reading.second else { continue }
            try await read(
                child, place, .second, "demo-other-auditor", second, isAtRisk: reading.isAtRisk, tool, in: id)
        }
        try await letTheInspectorIn()
    }

    /// A mock inspection that has begun, and that lets the invented inspector open records for a fortnight.
    private func letTheInspectorIn() async throws {
        let today = Clock.now().londonDay
        guard let framework = standards.frameworks.inForce(on: today).last else { return }
        let id = "inspection-demonstration"
        let auditor = assurer("demo-auditor")
        try await RunInspection(auditor, standards.frameworks).open(
            Inspection(
                framework: framework.id, visit: "mock", council: "Invented demo council", beganOn: today,
                isAnnounced: false), id: id)
        let asked: RecordID = "access-demonstration"
        try await LetInspectorsIn(auditor, standards.frameworks).ask(
            "demo-inspector", from: today, until: today + 14, into: id, id: asked)
        let director = Assurer(
            store: store, person: SignedIn(council: council, user: "demo-director", role: .director),
            now: { Clock.now() })
        try await LetInspectorsIn(director, standards.frameworks).confirm(asked, in: id)
    }

    private func read(
        _ child: SubjectID, _ place: Int, _ reader: AuditReader, _ user: UserID, _ grade: String, isAtRisk: Bool,
        _ tool: AuditTool, in sample: String
    ) async throws {
        var audit = CaseFileAudit(
            on: Clock.now().londonDay, reader: reader, by: user.text, tool: tool.id, sample: sample)
        audit.answers = tool.questions.map { question in
            AuditAnswer(question: question.id, answer: isAtRisk && !question.isSafety ? .no : .yes)
        }
        (audit.grade, audit.leftAtPotentialRisk, audit.analysis) = (grade, isAtRisk, Self.said)
        if isAtRisk, reader == .auditor {
            audit.actions = [
                AuditAction(
                    what: "Say in the plan who does what by when. \(Self.said)", owner: "demo-social-worker",
                    byOn: Clock.now().londonDay.adding(months: 1))
            ]
        }
        audit.isFinished = true
        try await AuditFile(assurer(user))(audit, id: RecordID("audit-demo-\(place)-\(reader.rawValue)"), about: child)
    }

    private func assurer(_ user: UserID) -> Assurer {
        Assurer(
            store: store, person: SignedIn(council: council, user: user, role: .auditor), now: { Clock.now() })
    }
}
