import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// After the inspection of arrangements for the protection of children in Cheshire East, March 2013: inadequate because the quality of
/// practice was, though the two other judgements were adequate. Source: a news account of April 2013. The weaknesses are
/// planted in invented children, for the checks to find.
package struct CheshireEast2013: Story {
    package static let name = "cheshire-east-2013"
    package static let referenceDay = Day(year: 2013, month: 4, day: 22) ?? Day(number: 0)
    package static let beganOn = Day(year: 2013, month: 3, day: 11) ?? Day(number: 0)
    static let endedOn = Day(year: 2013, month: 3, day: 20) ?? Day(number: 0)
    static let firstDay = beganOn.adding(months: -12)

    private let desk: StoryDesk
    private let calendar: WorkingCalendar
    private let frameworks: InspectionFrameworks
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        desk = StoryDesk(store, "cheshire-2013", from: Self.firstDay)
        calendar = standards.calendar
        frameworks = standards.frameworks
    }

    package func play() async throws {
        try await GoLive(store: desk.store, now: desk.clock.now)(
            council, named: "An invented council, after Cheshire East 2013", from: Self.firstDay, by: "story-manager")
        try await desk.write([StoryFile.workforce(on: Self.firstDay)] + files)
        desk.clock.set(Self.beganOn, minute: 9 * 60)
        let inspector = desk.assurer("story-inspector", .inspector)
        let run = RunInspection(inspector, frameworks)
        var inspection = Inspection(
            framework: "cp2012", visit: "standard", council: "Cheshire East", beganOn: Self.beganOn, isAnnounced: false)
        inspection.endedOn = Self.endedOn
        try await run.open(inspection, id: "inspection")
        for (turn, (source, shows)) in Self.seen.enumerated() {
            try await run.record(
                InspectionEvidence(on: Self.beganOn + 2, source: source, isPolicy: false, shows: shows, by: ""),
                id: RecordID("evidence-\(turn)"), of: "inspection")
        }
        for (turn, words) in Self.weaknesses.enumerated() {
            try await run.record(
                InspectionFinding(
                    on: Self.endedOn, category: "area_for_improvement", area: "quality_of_practice", words: words,
                    evidence: ["evidence-0", "evidence-1"]), id: RecordID("weakness-\(turn)"), of: "inspection")
        }
        try await judge(run)
        desk.clock.set(Self.endedOn + 26, minute: 12 * 60)
        try await run.publish("inspection", on: Self.endedOn + 26)
        desk.clock.set(Self.referenceDay, minute: 17 * 60)
    }

    private static let seen: [(EvidenceSource, String)] = [
        (
            .caseFile,
            "Management decisions differ on like facts; referrals are closed too soon; plans have no clear aims"
        ),
        (.worker, "Assessments start late"), (.document, "Plans are not reviewed as they should be"),
    ]
    package static let weaknesses = [
        "Management decisions are inconsistent", "Referrals are closed too soon", "Assessments start late",
        "Children have no plan", "Plans have no clear aims", "Plans are not reviewed",
    ]

    private func judge(_ run: RunInspection) async throws {
        desk.clock.set(Self.endedOn, minute: 15 * 60)
        let all = Self.weaknesses.indices.map { "weakness-\($0)" }
        func judgement(_ area: String, _ grade: Grade, _ reason: String) -> InspectionJudgement {
            InspectionJudgement(
                on: Self.endedOn, area: area, grade: grade.rawValue, reason: reason, findings: all, by: "")
        }
        try await run.judge(
            judgement("help_and_protection", .adequate, "Children are helped; some wait"), of: "inspection")
        try await run.judge(
            judgement("leadership_governance", .adequate, "Leaders know what is weak and act"), of: "inspection")
        var practice = judgement("quality_of_practice", .inadequate, "The weaknesses are widespread")
        practice.limbs = ["minimum_requirements"]
        try await run.judge(practice, of: "inspection")
        var overall = judgement("overall", .inadequate, "The quality of practice limits it")
        overall.limbs = ["minimum_requirements"]
        try await run.judge(overall, of: "inspection")
    }

    /// For each weakness a few children in whose files it is, and others in whose files it is not.
    private var files: [StoryFile] {
        var all: [StoryFile] = []
        func day(_ back: Int) -> Day { calendar.adding(workingDays: -back, to: Self.beganOn) ?? Self.beganOn }
        func add(_ count: Int, _ write: (inout StoryFile, Int) -> Void) {
            for turn in 0..<count {
                var file = StoryFile("C", all.count + 1, on: day(80))
                write(&file, turn)
                all.append(file)
            }
        }
        // Closed without an assessment, and referred again within 90 days.
        add(6) { file, turn in
            var referral = Referral(
                receivedOn: day(70 + turn), source: "1A", primaryNeed: "N1", noFurtherAction: false, harmAlleged: false,
                decidedOn: day(70 + turn), closedOn: day(60 + turn), closureReason: "RC8")
            (referral.decidedBy, referral.closedBy) = ("story-manager", "story-manager")
            file.write(referral, "referral", on: day(60 + turn), 600)
        }
        // Assessments that started late, or have not.
        add(5) { file, turn in file.refer(on: day(9 + turn)) }
        // Assessed as in need, and no plan.
        add(5) { file, turn in
            file.refer(on: day(50 + turn))
            var assessment = Assessment(
                referral: "referral", kind: .initial, startedOn: day(49 + turn), authorisedOn: day(43 + turn),
                childSeen: true, outcome: .other, noFurtherAction: false)
            assessment.authorisedBy = "story-manager"
            file.write(assessment, "assessment", on: day(43 + turn), 600)
        }
        // Protection plans without actions, and not reviewed.
        add(4) { file, turn in
            file.refer(on: day(79))
            var plan = ChildProtectionPlan(
                referral: "referral", startedOn: day(75) - 20 - turn, initialCategory: "NEG", latestCategory: "NEG")
            plan.previousPlans = 0
            file.write(plan, "plan", on: day(75), 600)
        }
        // The same facts, and two managers: one turns nearly all away and the other nearly none.
        for (manager, turnedAway) in [("story-manager", 18), ("story-other-manager", 2)] {
            add(20) { file, turn in
                let on = day(200 - turn)
                var referral = Referral(
                    receivedOn: on, source: "1A", primaryNeed: "N5", noFurtherAction: turn < turnedAway,
                    harmAlleged: false, decidedOn: on, closedOn: turn < turnedAway ? on : day(150 - turn),
                    closureReason: "RC8")
                (referral.decidedBy, referral.closedBy) = (manager, manager)
                file.write(referral, "referral", on: on, 600)
                guard turn >= turnedAway else { return }
                file.assess(from: on, authorisedOn: day(160 - turn))
                file.see(on: on, 900)
            }
        }
        // Nothing missing but what is due later.
        add(12) { file, turn in
            file.refer(on: day(4))
            file.assess(from: day(3))
            file.see(on: day(3), 900)
        }
        return all
    }

    /// What managers decided on like facts in the 12 months before the inspection.
    package func decisions() async throws -> [DecisionsOnLikeFacts.Comparison] {
        let director = SignedIn(council: council, user: "story-director", role: .director)
        let access = try AccessRules.access(for: director, to: .seeAssurance, .council(council), because: .audit).get()
        return try await desk.store.decisionsOnLikeFacts(on: Self.beganOn, access: access, at: desk.clock.now())
            .comparisons
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let see = SeeAssurance(desk.assurer("story-director", .director), frameworks)
        guard let file = try await see.inspections().first, let limit = file.limit(on: "overall") else { return [] }
        return [
            ("overall", .text((file.grades["overall"] ?? Grade("")).rawValue)),
            ("boundBy", .text(limit.boundBy.joined(separator: ","))),
            ("adequate", .count(file.grades.values.count { $0 == .adequate })),
            ("decideDifferently", .count(try await decisions().count(where: \.isOutside))),
        ]
    }
}
