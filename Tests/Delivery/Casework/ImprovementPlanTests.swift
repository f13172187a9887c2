import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import Testing
import WorkingDays

@Suite struct ImprovementPlanTests: Improves {
    @Test(arguments: [Role.socialWorker, .chair, .auditor, .inspector, .analyst, .member, .administrator])
    func `only a manager or the director keeps a plan`(role: Role) async throws {
        let fixture = try await planned()
        let other = KeepPlan(try worker(fixture, "other", role, on: on("2026-11-21")), try frameworks(fixture))
        #expect(await refusal { try await other.act(action(), id: "action-2", in: "plan-1") } == "access")
        var plan = ImprovementPlan(name: "Mine", beganOn: on("2026-11-01"), keptBy: "")
        plan.themes = [PlanTheme(id: "t", name: "T")]
        let mine = plan
        #expect(await refusal { try await other.open(mine, id: "plan-2") } == "access")
        #expect(try await file(fixture).actions.count == 1)
    }

    @Test(arguments: [Role.member, .partner, .administrator])
    func `members, partners and administrators do not see a plan`(role: Role) async throws {
        let fixture = try await planned()
        let other = SeePlan(try worker(fixture, "other", role, on: on("2026-11-21")))
        #expect(await refusal { _ = try await other.file("plan-1") } == "access")
        #expect(await refusal { _ = try await other.all() } == "access")
    }

    @Test func `an action has an owner who is here, a theme, something it answers, and a number or a reason`()
        async throws
    {
        let fixture = try await planned()
        let keep = try keep(fixture)
        for (wrong, said) in [
            (action { $0.owner = "nobody" }, "This is not the name of an active account that can take an action on"),
            (action { $0.owner = "mo" }, "This is not the name of an active account that can take an action on"),
            (action { $0.theme = "theme-9" }, "Say which theme"), (action { $0.answers = [] }, "Say what it answers"),
            (action { $0.answers = ["point-1", "point-9"] }, "Say what it answers"),
            (action { $0.measure = nil }, "Say which measure shows it, or why none does"),
            (action { $0.noMeasureBecause = "None" }, "Say either a measure or why there is none"),
            (action { $0.beganOn = on("2026-08-19") }, "Say what shows that it began before it was asked for"),
            (action { $0.byOn = on("2026-08-31") }, "Say a day it is to be done by that is not before it begins"),
            (action { $0.measure?.id = "no-such" }, "Choose a measure from the list"),
            (action { $0.measure?.target = 600 }, "The target must be at least as good as the floor"),
        ] {
            #expect(await refusal { try await keep.act(wrong, id: "action-2", in: "plan-1") } == said)
        }
        try await keep.act(
            action { ($0.beganOn, $0.begunShownBy) = (on("2026-08-19"), "Minutes") }, id: "action-2", in: "plan-1")
        #expect(try await file(fixture).actions.count == 2)
    }

    @Test func `the same form sent twice is one action, and every version of an action stays`() async throws {
        let fixture = try await planned()
        let keep = try keep(fixture)
        try await keep.act(action(), id: "action-2", in: "plan-1")
        try await keep.act(action(), id: "action-2", in: "plan-1")
        try await keep.change("action-2", in: "plan-1", because: "Ben is away") { $0.owner = "cleo" }
        try await keep.change("action-2", in: "plan-1", because: "It takes longer") { $0.byOn = on("2026-12-18") }
        #expect(
            await refusal { try await keep.change("action-2", in: "plan-1", because: "") { $0.owner = "ana" } }
                == "Say why it is changed")
        let file = try await file(fixture)
        #expect(file.actions.count == 2)
        #expect(file.versions["action-2"]?.map(\.body.owner) == ["ben", "cleo", "cleo"])
        #expect(file.action("action-2")?.body.byOn == on("2026-12-18"))
    }

    @Test func `what no action answers is not answered, and giving the action up makes it so again`() async throws {
        let fixture = try await planned()
        #expect(try await file(fixture).unanswered.isEmpty)
        try await keep(fixture).change("action-1", in: "plan-1", because: "Another way") {
            ($0.droppedOn, $0.droppedBecause) = (on("2026-11-21"), "Another way")
        }
        #expect(try await file(fixture).unanswered.map(\.id.text) == ["point-1"])
    }

    @Test func `a plan takes up every finding that asks for something, once, and a team's view holds the same actions`()
        async throws
    {
        let fixture = try await planned()
        let frameworks = try frameworks(fixture)
        let run = RunInspection(try worker(fixture, "ina", .inspector, on: on("2026-11-02")), frameworks)
        try await run.open(
            Inspection(
                framework: "ilacs-2026", visit: "focused_visit", council: "Invented", beganOn: on("2026-11-02"),
                isAnnounced: true), id: "i")
        try await run.record(
            InspectionEvidence(on: on("2026-11-02"), source: .caseFile, isPolicy: false, shows: "Waits", by: ""),
            id: "e",
            of: "i")
        let categories = try #require(frameworks["ilacs-2026"]).findingCategories
        for weight in [FindingCategory.Weight.priority, .development, .strength] {
            guard let category = categories.first(where: { $0.weight == weight }) else { continue }
            try await run.record(
                InspectionFinding(
                    on: on("2026-11-03"), category: category.id, area: nil, words: "Found \(weight)", evidence: ["e"]),
                id: RecordID("f-\(weight)"), of: "i")
        }
        let keep = try keep(fixture)
        var plan = ImprovementPlan(name: "After the visit", beganOn: on("2026-11-20"), keptBy: "")
        (plan.themes, plan.inspection) = ([PlanTheme(id: "theme-1", name: "All")], "i")
        plan.branches = [PlanBranch(name: "Safeguarding", teams: ["north", "south"])]
        try await keep.open(plan, id: "plan-2")
        #expect(try await keep.takeFindings(into: "plan-2") == 2)
        #expect(try await keep.takeFindings(into: "plan-2") == 0)
        for (id, team) in [("a1", "north"), ("a2", "south"), ("a3", "west")] {
            try await keep.act(
                action {
                    ($0.answers, $0.team, $0.beganOn, $0.byOn) = (
                        ["finding-f-priority"], team, on("2026-11-20"), on("2027-01-29")
                    )
                }, id: RecordID(id), in: "plan-2")
        }
        let file = try await file(fixture, "plan-2")
        #expect(file.unanswered.map(\.body.words) == ["Found development"])
        #expect(file.actions(team: "north", branch: nil).map(\.id.text) == ["a1"])
        #expect(file.actions(team: nil, branch: "Safeguarding").map(\.id.text) == ["a1", "a2"])
        #expect(file.actions(team: nil, branch: nil).count == 3)
    }

    @Test(
        arguments: [
            ("ilacs-2023", "standard", false, on("2026-03-02"), on("2026-06-12"), 70, false),
            ("ilacs-2023", "standard", false, nil, on("2026-06-19"), 70, true),
            ("ilacs-2023", "focused_visit", true, on("2026-03-02"), on("2026-03-30"), 20, false),
            ("ilacs-2023", "focused_visit", false, on("2026-03-02"), nil, 0, false),
            ("ucra", "standard", true, on("2026-03-02"), nil, 0, false),
        ] as [(String, String, Bool, Day?, Day?, Int, Bool)])
    func `the day a plan is due is counted from receipt, and from publication only as an assumption`(
        framework: String, visit: String, priority: Bool, received: Day?, due: Day?, days: Int, assumed: Bool
    ) async throws {
        let fixture = try await planned()
        var plan = ImprovementPlan(name: "Due", beganOn: on("2026-09-01"), keptBy: "")
        plan.themes = [PlanTheme(id: "t", name: "T")]
        (plan.framework, plan.visit, plan.hasPriorityAction) = (framework, visit, priority)
        (plan.receivedOn, plan.publishedOn) = (received, on("2026-03-09"))
        try await keep(fixture).open(plan, id: "plan-2")
        let calendar = try #require(fixture.record).standards.calendar
        let found = try await file(fixture, "plan-2").due(nil, try frameworks(fixture), calendar)
        #expect(found?.on == due)
        if let found {
            #expect(found.workingDays == days && found.isAssumed == assumed)
        }
    }

    @Test func `the colour comes from the record, and the owner's words do not change it`() async throws {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        try await referrals(10, inTime: 6, on: on("2026-10-05"), fixture)
        let ben = UpdateAction(try worker(fixture, "ben", .socialWorker, on: on("2026-10-30")))
        try await ben.write(
            "All is well", explaining: "It is green really", for: PlanMonth(of: on("2026-10-01")), of: "action-1",
            in: "plan-1")
        let line = try #require(try await standing(fixture, on: on("2026-10-30")).lines.first)
        // 12 of 21: the child of the fixture waits since September.
        #expect(line.judgement.colour == .red && line.judgement.value == 571)
        #expect(line.judgement.valueWhenBegun == 600 && line.judgement.moved == -29)
        #expect(line.state == .open)
    }

    @Test func `marked complete while the number has not moved, it counts as not done and stays overdue`() async throws
    {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        try await referrals(10, inTime: 6, on: on("2026-10-05"), fixture)
        let ben = UpdateAction(try worker(fixture, "ben", .socialWorker, on: on("2026-10-06")))
        try await ben.complete("action-1", in: "plan-1", on: on("2026-10-06"), shownBy: "A new form")
        let denied = try #require(try await standing(fixture, on: on("2026-10-31")).lines.first)
        #expect(denied.state == .saysOtherwise && !denied.state.isDone)
        #expect(denied.state.isOverdue(denied.action.body, on: on("2026-10-31")))
        try await referrals(30, inTime: 30, on: on("2026-11-02"), fixture)
        let shown = try #require(try await standing(fixture, on: on("2026-11-21")).lines.first)
        #expect(shown.state == .complete && shown.judgement.colour == .amber)
    }

    @Test func `nobody but its owner or whoever keeps the plan writes of an action`() async throws {
        let fixture = try await planned()
        let cleo = UpdateAction(try worker(fixture, "cleo", .chair, on: on("2026-10-06")))
        let october = PlanMonth(of: on("2026-10-01"))
        let other = "This is another's: its owner or whoever keeps the plan does this"
        #expect(await refusal { try await cleo.write("x", for: october, of: "action-1", in: "plan-1") } == other)
        #expect(
            await refusal { try await cleo.complete("action-1", in: "plan-1", on: on("2026-10-06"), shownBy: "x") }
                == other
        )
        let mo = UpdateAction(try worker(fixture, "mo", .member, on: on("2026-10-06")))
        #expect(await refusal { try await mo.write("x", for: october, of: "action-1", in: "plan-1") } == "access")
        let ana = UpdateAction(try keeper(fixture, on: on("2026-10-06")))
        try await ana.write("Ben is away", for: october, of: "action-1", in: "plan-1")
        #expect(try await file(fixture).updates.map(\.body.by) == ["ana"])
    }

    @Test func `a plan that has ended takes nothing more`() async throws {
        let fixture = try await planned()
        let keep = try keep(fixture)
        try await keep.change("plan-1") { $0.endedOn = on("2026-11-20") }
        #expect(await refusal { try await keep.act(action(), id: "a9", in: "plan-1") } == "The plan has ended")
        let ben = UpdateAction(try worker(fixture, "ben", .socialWorker, on: on("2026-11-21")))
        #expect(
            await refusal {
                try await ben.write("x", for: PlanMonth(of: on("2026-11-01")), of: "action-1", in: "plan-1")
            }
                == "The plan has ended")
    }
}
