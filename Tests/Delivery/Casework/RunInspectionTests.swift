import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import Testing
import WorkingDays

/// A mock inspection under a framework of 2023, which grades four areas and the whole.
@Suite struct RunInspectionTests: Assures {
    private func run(_ fixture: ServerFixture, _ role: Role = .inspector) throws -> RunInspection {
        RunInspection(try assurer(fixture, role), try #require(fixture.record).standards.frameworks)
    }

    private func opened() async throws -> ServerFixture {
        let fixture = try await fixture()
        let run = try run(fixture)
        try await run.open(
            Inspection(
                framework: "ilacs-2023", visit: "standard", council: "Invented", beganOn: day("2026-02-02"),
                isAnnounced: true), id: "i")
        try await run.record(evidence(), id: "e1", of: "i")
        try await run.record(finding(["e1"]), id: "f1", of: "i")
        return fixture
    }

    private func evidence(_ source: EvidenceSource = .caseFile, _ shows: String = "Visits are late") throws
        -> InspectionEvidence
    {
        InspectionEvidence(on: try day("2026-02-03"), source: source, isPolicy: false, shows: shows, by: "")
    }

    private func finding(
        _ evidence: [String], _ category: String = "what_needs_to_improve", area: String? = nil
    ) throws -> InspectionFinding {
        InspectionFinding(
            on: try day("2026-02-04"), category: category, area: area, words: "Visits are late", evidence: evidence)
    }

    private func grade(_ area: String, _ grade: String, _ edit: (inout InspectionJudgement) -> Void = { _ in }) throws
        -> InspectionJudgement
    {
        var judgement = InspectionJudgement(
            on: try day("2026-02-05"), area: area, grade: grade, reason: "As found", findings: ["f1"], by: "")
        edit(&judgement)
        return judgement
    }

    private static let parts = ["leaders", "help_and_protection", "in_care", "care_leavers"]

    @Test func `a finding cites evidence of this inspection, all of it`() async throws {
        let fixture = try await opened()
        for cited in [[], ["e9"], ["e1", "e9"]] {
            let said = await refusal { try await run(fixture).record(finding(cited), id: "f2", of: "i") }
            #expect(said == "Say which evidence it rests on", "\(cited)")
        }
        #expect(
            await refusal { try await run(fixture).record(finding(["e1"], "weakness"), id: "f2", of: "i") }
                == "The framework does not have the category weakness")
        #expect(
            await refusal { try await run(fixture).record(finding(["e1"], area: "health"), id: "f2", of: "i") }
                == "The framework does not have the area health")
    }

    @Test func `a finding is thin until two kinds of source show it`() async throws {
        let fixture = try await opened()
        try await run(fixture).record(evidence(.caseFile, "So does another file"), id: "e2", of: "i")
        try await run(fixture).record(evidence(.family, "So say families"), id: "e3", of: "i")
        for (id, cited) in [("f2", ["e1", "e2"]), ("f3", ["e1", "e3"])] {
            try await run(fixture).record(finding(cited), id: RecordID(id), of: "i")
        }
        let file = try await run(fixture).file("i")
        #expect(file.findings.map(file.isThin) == [true, true, false])
    }

    @Test func `a grade cites findings and says why, on the framework's scale and for its areas`() async throws {
        let fixture = try await opened()
        for (judgement, said) in [
            (try grade("leaders", "good") { $0.findings = [] }, "Say which findings the grade rests on"),
            (try grade("leaders", "good") { $0.findings = ["f1", "f9"] }, "Say which findings the grade rests on"),
            (try grade("leaders", "good") { $0.reason = "" }, "Say why this grade"),
            (try grade("leaders", "adequate"), "The framework does not have the grade adequate"),
            (try grade("health", "good"), "The framework does not have the area health"),
        ] {
            #expect(await refusal { try await run(fixture).judge(judgement, of: "i") } == said)
        }
    }

    @Test func `the whole is judged after its parts`() async throws {
        let fixture = try await opened()
        for area in Self.parts.dropLast() { try await run(fixture).judge(grade(area, "good"), of: "i") }
        #expect(
            await refusal { try await run(fixture).judge(grade("overall", "good"), of: "i") }
                == "Judge these first: The experiences and progress of care leavers")
        try await run(fixture).judge(grade("care_leavers", "good"), of: "i")
        try await run(fixture).judge(grade("overall", "good"), of: "i")
    }

    @Test func `the lowest grade says which limb of the framework's definition it rests on`() async throws {
        let fixture = try await opened()
        let said = "Say in which way the framework's definition of this grade is met"
        #expect(await refusal { try await run(fixture).judge(grade("in_care", "inadequate"), of: "i") } == said)
        #expect(
            await refusal {
                try await run(fixture).judge(
                    grade("in_care", "inadequate") { $0.limbs = ["minimum_requirements"] }, of: "i")
            } == said, "a limb of another framework")
        try await run(fixture).judge(grade("in_care", "inadequate") { $0.limbs = ["welfare_not_safeguarded"] }, of: "i")
        // Priority action is no condition of it, and the next worst grade needs none.
        try await run(fixture).judge(grade("care_leavers", "requires_improvement"), of: "i")
    }

    private func limited() async throws -> ServerFixture {
        let fixture = try await opened()
        for area in Self.parts {
            try await run(fixture).judge(
                grade(area, area == "in_care" ? "inadequate" : "good") { $0.limbs = ["welfare_not_safeguarded"] },
                of: "i")
        }
        return fixture
    }

    @Test(arguments: ["good", "requires_improvement"])
    func `above a limit a grade needs a reason, which stays to be seen`(better: String) async throws {
        let fixture = try await limited()
        let said = await refusal { try await run(fixture).judge(grade("overall", better), of: "i") }
        #expect(said?.contains("no better than inadequate") == true)
        #expect(said?.contains("The experiences and progress of children in care") == true)
        #expect(
            await refusal { try await run(fixture).judge(grade("overall", better) { $0.overrideReason = "" }, of: "i") }
                == said)
        try await run(fixture).judge(grade("overall", better) { $0.overrideReason = "Two weeks old" }, of: "i")
        let page = try await fixture.get("/audit/inspections/i", fixture.signIn(.auditor)).text
        #expect(page.contains("Overridden: Two weeks old") && page.contains("A limiting rule binds"))
    }

    @Test func `an area judged again may limit the whole judged before it, and then it is not published so`()
        async throws
    {
        let fixture = try await opened()
        for area in Self.parts + ["overall"] { try await run(fixture).judge(grade(area, "good"), of: "i") }
        try await run(fixture).judge(grade("in_care", "inadequate") { $0.limbs = ["welfare_not_safeguarded"] }, of: "i")
        #expect(
            await refusal { try await run(fixture).publish("i", on: day("2026-03-02")) }?
                .contains("no better than inadequate") == true)
        try await run(fixture).judge(grade("overall", "inadequate") { $0.limbs = ["welfare_not_safeguarded"] }, of: "i")
        try await run(fixture).publish("i", on: day("2026-03-02"))
    }

    @Test func `it is published when everything is judged, and nothing changes after`() async throws {
        let fixture = try await opened()
        #expect(
            await refusal { try await run(fixture).publish("i", on: day("2026-03-02")) }?
                .hasPrefix("Judge these first") == true)
        for area in Self.parts + ["overall"] { try await run(fixture).judge(grade(area, "good"), of: "i") }
        try await run(fixture).publish("i", on: day("2026-03-02"), receivedOn: day("2026-02-23"))
        for work in [
            { try await run(fixture).record(evidence(), id: "e9", of: "i") },
            { try await run(fixture).record(finding(["e1"]), id: "f9", of: "i") },
            { try await run(fixture).judge(grade("overall", "outstanding"), of: "i") },
            { try await run(fixture).publish("i", on: day("2026-03-03")) },
        ] as [() async throws -> Void] {
            #expect(await refusal(of: work) == "The inspection is published")
        }
        let file = try await run(fixture).file("i")
        // 70 working days from the day it was received, Good Friday, Easter Monday and two bank holidays in May not counted.
        let calendar = try #require(fixture.record).standards.calendar
        let plan = try #require(file.planDue(calendar, visit: nil))
        #expect(try plan.on == day("2026-06-05") && plan.workingDays == 70 && !plan.isAssumed)
    }

    @Test(arguments: [
        ("standard", 1), ("short", 1), ("mock", 0), ("focused_visit", 0), ("monitoring_visit", 0),
    ])
    func `a round counts inspections, and neither exercises nor visits that follow one`(visit: String, held: Int)
        async throws
    {
        let fixture = try await fixture()
        try await run(fixture).open(
            Inspection(
                framework: "ilacs-2023", visit: visit, council: "Invented", beganOn: day("2026-02-02"),
                isAnnounced: true), id: "i")
        let plan = PlanProgramme(
            try assurer(fixture, .inspector), try #require(fixture.record).standards.frameworks)
        try await plan(
            InspectionProgramme(
                name: "Round", framework: "ilacs-2023", from: day("2026-01-01"), until: day("2026-03-31"),
                councils: ["Invented"]), id: "p")
        #expect(try await plan.all().first?.count(.held) == held)
    }

    @Test func `one that never began under its framework is refused`() async throws {
        let fixture = try await fixture()
        for (framework, visit, began) in [
            ("ilacs-2023", "standard", "2026-04-01"), ("ilacs-2023", "standard", "2022-12-31"),
            ("ofsted", "standard", "2026-02-02"), ("ilacs-2023", "tea", "2026-02-02"),
        ] {
            let inspection = Inspection(
                framework: framework, visit: visit, council: "X", beganOn: try day(began), isAnnounced: false)
            #expect(
                await refusal { try await run(fixture).open(inspection, id: "j") }?
                    .hasPrefix("The framework does not have") == true, "\(framework) \(visit) \(began)")
        }
    }

    @Test(arguments: Role.allCases.filter { ![.auditor, .inspector].contains($0) })
    func `nobody else inspects`(role: Role) async throws {
        let fixture = try await opened()
        #expect(await refusal { try await run(fixture, role).record(evidence(), id: "e9", of: "i") } == "access")
        #expect(await refusal { try await run(fixture, role).publish("i", on: day("2026-03-02")) } == "access")
    }
}
