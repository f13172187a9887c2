import Assurance
import Standards
import Testing
import WorkingDays

@Suite struct LimitingRuleTests {
    private let frameworks: InspectionFrameworks

    init() throws {
        frameworks = try Shipped.folder.frameworks()
    }

    private func limit(_ framework: String, _ grades: [String: Grade]) throws -> Limit? {
        try #require(frameworks[framework]).limit(on: "overall", given: grades)
    }

    @Test func `one inadequate judgement decides the whole, though two are adequate`() throws {
        let limit = try limit(
            "cp2012",
            ["help_and_protection": .adequate, "quality_of_practice": .inadequate, "leadership_governance": .adequate])
        #expect(limit?.decided == .inadequate)
        #expect(limit?.boundBy == ["quality_of_practice"])
    }

    @Test func `without an inadequate judgement nothing binds, and the lead inspector decides`() throws {
        #expect(try limit("cp2012", ["help_and_protection": .adequate, "quality_of_practice": .good]) == nil)
        #expect(try limit("sif", ["help_and_protection": .requiresImprovement]) == nil)
    }

    @Test(arguments: ["adoption", "care_leavers"])
    func `an inadequate part of another judgement limits nothing of itself`(area: String) throws {
        #expect(try limit("sif", [area: .inadequate, "looked_after": .requiresImprovement]) == nil)
    }

    @Test func `leaders alone do not make a service inadequate, but without outstanding leaders nothing is`() throws {
        let limit = try limit("ilacs-2023", ["leaders": .inadequate, "help_and_protection": .good])
        #expect(limit?.decided == nil)
        #expect(limit?.atMost == .good)
    }

    @Test func `where two rules hold, the one that leaves least comes first`() throws {
        let limit = try limit("ilacs-2023", ["leaders": .good, "care_leavers": .inadequate])
        #expect(limit?.bindings.map { $0.rule.atMost } == [.inadequate, .good])
        #expect(limit?.boundBy == ["care_leavers"])
    }

    @Test(arguments: [
        ("2022-12-31" as Day, "ilacs-2018"), ("2023-01-01", "ilacs-2023"), ("2026-03-31", "ilacs-2023"),
        ("2026-04-01", "ilacs-2026"),
    ])
    func `the edition is the one in force the day the inspection began`(day: Day, edition: String) {
        #expect(frameworks.edition(of: "ilacs", on: day)?.id == edition)
    }

    @Test func `from April 2026 there is no overall grade`() throws {
        #expect(try #require(frameworks["ilacs-2026"]).area("overall") == nil)
    }

    @Test func `the safeguarding boards were reviewed to the end of 2017`() throws {
        let sif = try #require(frameworks["sif"])
        #expect(sif.areas(on: "2017-12-31").contains { $0.id == "lscb" })
        #expect(!sif.areas(on: "2018-01-01").contains { $0.id == "lscb" })
    }

    @Test func `every limiting rule put to every published inspection gives the grade that was published`() throws {
        let graded = try Shipped.folder.register(under: frameworks).filter {
            frameworks[$0.framework]?.isGraded ?? true
        }
        let replay = Replay(graded, under: frameworks)
        #expect((replay.rows, replay.bound, replay.agree) == (312 + 167, 33 + 39, 33 + 39))
        let reasons = Dictionary(uniqueKeysWithValues: replay.exceptions.map { ($0.inspection.council, $0.reason) })
        #expect(reasons == ["Trafford": .lowestWithoutARule, "Brent": .noOverallGrade, "Somerset": .noOverallGrade])
    }

    @Test func `a grade published against a rule is an exception, not agreement`() {
        let wrong = PublishedInspection(
            council: "Invented", councilCode: "", region: "", framework: "sif", kind: "full", beganOn: "2015-06-01",
            endedOn: nil, publishedOn: nil, grades: ["overall": .good, "help_and_protection": .inadequate],
            priorityActions: nil, hasPriorityAction: nil, pointsToImprove: nil, source: "", confidence: "", note: "")
        let replay = Replay([wrong], under: frameworks)
        #expect((replay.bound, replay.agree) == (1, 0))
        #expect(replay.exceptions.map(\.reason) == [.notAsTheRuleSays])
    }

    @Test func `the first round of 2009 is in the register by the nine names its account gives`() throws {
        let round = try Shipped.folder.register(under: frameworks).filter { $0.framework == "ucra" }
        #expect(
            round.filter { $0.hasPriorityAction == true }.map(\.council) == [
                "Calderdale", "Cambridgeshire", "Cornwall", "East Sussex", "Hounslow", "Leeds", "North Yorkshire",
                "Redbridge", "Warrington",
            ])
    }
}
