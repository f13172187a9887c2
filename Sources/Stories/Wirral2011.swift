import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import WorkingDays

/// After the inspection of safeguarding and looked after children services in Wirral, 2011: 20 files reviewed in depth and 29 picked at
/// random; 22 areas graded, 6 outstanding, 13 good and 3 adequate; three areas for development in safeguarding and four for looked
/// after children. Source: the council's committee minute of 2011. Which area had which grade is not in the minute, and is
/// invented, as are the children.
package struct Wirral2011: Story {
    package static let name = "wirral-2011"
    package static let referenceDay = Day(year: 2011, month: 3, day: 31) ?? Day(number: 0)
    static let beganOn = Day(year: 2011, month: 1, day: 24) ?? Day(number: 0)
    static let endedOn = Day(year: 2011, month: 2, day: 4) ?? Day(number: 0)
    static let firstDay = beganOn.adding(months: -12)

    private let desk: StoryDesk
    private let calendar: WorkingCalendar
    private let frameworks: InspectionFrameworks
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        desk = StoryDesk(store, Self.name, from: Self.firstDay)
        calendar = standards.calendar
        frameworks = standards.frameworks
    }

    private var inspector: Assurer { desk.assurer("story-inspector", .inspector) }

    package func play() async throws {
        try await GoLive(store: desk.store, now: desk.clock.now)(
            council, named: "An invented council, after Wirral 2011", from: Self.firstDay, by: "story-manager")
        try await desk.write([StoryFile.workforce(on: Self.firstDay)] + files)
        desk.clock.set(Self.beganOn, minute: 9 * 60)
        let run = RunInspection(inspector, frameworks)
        var inspection = Inspection(
            framework: "slac", visit: "standard", council: "Wirral", beganOn: Self.beganOn, isAnnounced: true)
        inspection.endedOn = Self.endedOn
        inspection.team =
            [.lead, .inspector, .inspector, .inspector, .shadow, .partner].enumerated().map { turn, part in
                InspectionMember(name: "Invented inspector \(turn + 1)", part: part)
            }
        try await run.open(inspection, id: "inspection")
        try await readFiles()
        try await gather(run)
        try await judge(run)
        desk.clock.set(Self.endedOn + 25, minute: 12 * 60)
        try await run.publish("inspection", on: Self.endedOn + 25, receivedOn: Self.endedOn + 21)
        desk.clock.set(Self.referenceDay, minute: 17 * 60)
    }

    /// 160 invented children, referred over the months before.
    private var files: [StoryFile] {
        (1...160).map { number in
            let day = calendar.adding(workingDays: -(3 + number % 90), to: Self.beganOn) ?? Self.beganOn
            var file = StoryFile("W", number, on: day)
            file.refer(on: day)
            file.assess(from: calendar.adding(workingDays: 1, to: day) ?? day)
            file.see(on: calendar.adding(workingDays: 1, to: day) ?? day, 900)
            return file
        }
    }

    private func readFiles() async throws {
        let structured = (1...20).map { SubjectID(source: "record", local: "W\($0 * 7)") }
        try await ChooseSample(inspector)(
            structured, purpose: "Structured review in depth",
            why: "Chosen to cover each team and each part of the journey", tool: "case-file", inspection: "inspection",
            id: "structured")
        var request = DrawSample.Request(
            purpose: "Picked at random", method: .simpleRandom, size: 29, tool: "case-file", frame: .open)
        request.inspection = "inspection"
        _ = try await DrawSample(inspector)(request, id: "random")
        let see = SeeAssurance(inspector, frameworks)
        for sample in ["structured", "random"] {
            for (turn, one) in try await see.read(sample).cases.enumerated() {
                desk.clock.set(Self.beganOn + 1 + turn / 4, minute: 9 * 60 + turn % 4 * 60)
                var audit = CaseFileAudit(
                    on: inspector.today, reader: .inspector, by: "", tool: "case-file", sample: sample)
                audit.isFinished = true
                audit.leftAtPotentialRisk = false
                audit.grade = turn % 5 == 0 ? "adequate" : "good"
                try await AuditFile(inspector)(audit, id: RecordID("\(sample)-\(turn)"), about: one.child)
            }
        }
    }

    private static let heard: [(EvidenceSource, String)] = [
        (.caseFile, "Files show timely work and children's views"), (.family, "Families say they are listened to"),
        (.worker, "Workers know their children well"), (.manager, "Managers see work and sign it"),
        (.member, "Members ask about children's safety"), (.partner, "Partners share what they know"),
    ]

    private func gather(_ run: RunInspection) async throws {
        for (turn, (source, shows)) in Self.heard.enumerated() {
            desk.clock.set(Self.beganOn + 4, minute: 9 * 60 + turn * 30)
            try await run.record(
                InspectionEvidence(on: Self.beganOn + 4, source: source, isPolicy: false, shows: shows, by: ""),
                id: RecordID("evidence-\(turn)"), of: "inspection")
        }
    }

    /// The areas for development; what each was about is invented.
    private static let developments: [(part: String, area: String, words: [String])] = [
        (
            "Safeguarding services", "sg_quality_of_provision",
            [
                "Plans say what is to change, and by when", "Chronologies are kept up",
                "Reports reach conferences in time",
            ]
        ),
        (
            "Services for looked after children", "lac_quality_of_provision",
            [
                "Health assessments are in time", "Pathway plans are reviewed", "Children know how to complain",
                "Fewer moves between placements",
            ]
        ),
    ]

    private func judge(_ run: RunInspection) async throws {
        desk.clock.set(Self.endedOn, minute: 10 * 60)
        for development in Self.developments {
            for (turn, words) in development.words.enumerated() {
                try await run.record(
                    InspectionFinding(
                        on: Self.endedOn, category: "area_for_development", area: development.area, words: words,
                        evidence: ["evidence-0", "evidence-2"]), id: RecordID("\(development.area)-\(turn)"),
                    of: "inspection")
            }
        }
        try await run.record(
            InspectionFinding(
                on: Self.endedOn, category: "strength", area: nil, words: "Children are listened to",
                evidence: ["evidence-0", "evidence-1"]), id: "strength", of: "inspection")
        let areas = try await run.file("inspection").areas
        // Key areas first: an overall judgement follows them.
        let order = areas.filter { $0.role == .key } + areas.filter { $0.role == .overall }
        for (turn, area) in order.enumerated() {
            let grade: Grade = turn < 6 ? .outstanding : turn < 9 ? .adequate : .good
            try await run.judge(
                InspectionJudgement(
                    on: Self.endedOn, area: area.id, grade: grade.rawValue, reason: "What files and people showed",
                    findings: ["strength"], by: ""), of: "inspection")
        }
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let see = SeeAssurance(desk.assurer("story-director", .director), frameworks)
        let structured = try await see.read("structured")
        let random = try await see.read("random")
        guard let file = try await see.inspections().first else { return [] }
        func graded(_ grade: Grade) -> StoryValue { .count(file.grades.values.count { $0 == grade }) }
        func developments(_ part: String) -> StoryValue {
            .count(
                file.findings(of: .development).count { finding in
                    finding.body.area.flatMap { file.framework.area($0)?.part } == part
                })
        }
        return [
            ("structured", .count(structured.cases.count { $0.isRead })),
            ("random", .count(random.cases.count { $0.isRead })),
            (
                "grades",
                .group([
                    ("outstanding", graded(.outstanding)), ("good", graded(.good)), ("adequate", graded(.adequate)),
                ])
            ),
            (
                "areasForDevelopment",
                .group([
                    ("safeguarding", developments("Safeguarding services")),
                    ("lookedAfterChildren", developments("Services for looked after children")),
                ])
            ),
        ]
    }
}
