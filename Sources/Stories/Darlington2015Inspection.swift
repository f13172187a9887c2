import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import WorkingDays

/// The inspection side of the Darlington story: of the cases read four are the worst, left at potential risk for an assessment that failed
/// them, and 11 are referred back to the council; among decoys whose readers found less. Source: the published report of
/// September 2015, for these numbers and for the grades.
struct Darlington2015Inspection {
    static let beganOn = Day(year: 2015, month: 6, day: 23) ?? Day(number: 0)
    static let endedOn = Day(year: 2015, month: 7, day: 16) ?? Day(number: 0)
    static let publishedOn = Day(year: 2015, month: 9, day: 1) ?? Day(number: 0)

    let desk: StoryDesk
    let frameworks: InspectionFrameworks

    private var inspector: Assurer { desk.assurer("story-inspector", .inspector) }
    private var run: RunInspection { RunInspection(inspector, frameworks) }

    /// - Parameter children: Invented children of the record, at least 40.
    func play(_ children: [SubjectID]) async throws {
        desk.clock.set(Self.beganOn, minute: 9 * 60)
        var inspection = Inspection(
            framework: "sif", visit: "standard", council: "Darlington", beganOn: Self.beganOn, isAnnounced: true)
        inspection.endedOn = Self.endedOn
        try await run.open(inspection, id: "inspection")
        try await ChooseSample(inspector)(
            Array(children.prefix(40)), purpose: "Cases tracked and sampled",
            why: "Chosen from the council's lists by type, age and team", tool: "case-file", inspection: "inspection",
            id: "files")
        for (turn, child) in children.prefix(40).enumerated() { try await read(child, turn) }
        try await judge()
        desk.clock.set(Self.publishedOn, minute: 12 * 60)
        try await run.publish("inspection", on: Self.publishedOn)
    }

    /// The first four: left at risk, by an assessment. Decoys: at risk for something else; an assessment that failed where nobody was
    /// left at risk. Eleven are referred back, the four among them.
    private func read(_ child: SubjectID, _ turn: Int) async throws {
        desk.clock.set(Self.beganOn + turn / 6, minute: 9 * 60 + turn % 6 * 60)
        var audit = CaseFileAudit(on: inspector.today, reader: .inspector, by: "", tool: "case-file", sample: "files")
        audit.isFinished = true
        audit.leftAtPotentialRisk = turn < 4 || (8..<11).contains(turn)
        audit.failure = turn < 8 ? "assessment" : (8..<11).contains(turn) ? "supervision" : nil
        audit.grade = turn < 11 ? Grade.inadequate.rawValue : Grade.requiresImprovement.rawValue
        try await AuditFile(inspector)(
            audit, id: RecordID("reading-\(turn)"), about: child,
            unsafeNow: turn < 11 ? "What the file shows leaves a doubt that is to be answered at once" : nil)
    }

    /// The grades as published.
    private static let grades: [(area: String, grade: Grade)] = [
        ("help_and_protection", .inadequate), ("looked_after", .requiresImprovement), ("adoption", .good),
        ("care_leavers", .good), ("leadership", .inadequate), ("lscb", .requiresImprovement), ("overall", .inadequate),
    ]

    private func judge() async throws {
        desk.clock.set(Self.endedOn, minute: 10 * 60)
        for (turn, (source, shows)) in [
            (EvidenceSource.caseFile, "Assessments do not cover all areas of risk; conferences are postponed"),
            (.data, "Assessments are delayed, and children are not seen in line with their plans"),
        ].enumerated() {
            try await run.record(
                InspectionEvidence(on: Self.endedOn, source: source, isPolicy: false, shows: shows, by: ""),
                id: RecordID("evidence-\(turn)"), of: "inspection")
        }
        try await run.record(
            InspectionFinding(
                on: Self.endedOn, category: "priority_and_immediate_action", area: "help_and_protection",
                words: "Assessments, conferences and visits are late, and children are left at potential risk",
                evidence: ["evidence-0", "evidence-1"]), id: "finding", of: "inspection")
        for (area, grade) in Self.grades {
            var judgement = InspectionJudgement(
                on: Self.endedOn, area: area, grade: grade.rawValue, reason: "As published", findings: ["finding"],
                by: "")
            if grade == .inadequate { judgement.limbs = ["children_at_risk"] }
            try await run.judge(judgement, of: "inspection")
        }
    }

    func numbers() async throws -> [(name: String, value: StoryValue)] {
        let sample = try await SeeAssurance(desk.assurer("story-director", .director), frameworks).read("files")
        let worst = sample.cases.count {
            $0.deciding?.leftAtPotentialRisk == true && $0.deciding?.failure == "assessment"
        }
        let back = sample.cases.count { one in
            one.file?.flags.contains { $0.body.isReferredBack == true && $0.body.origin == "files" } ?? false
        }
        return [("worstCases", .count(worst)), ("referredBack", .count(back))]
    }
}
