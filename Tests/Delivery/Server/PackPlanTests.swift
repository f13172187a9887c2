import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// What an improvement plan adds to a pack: targets in the charts, what is red, what is late and why. Today is Sat 21 Nov 2026.
@Suite struct PackPlanTests {
    /// Seven children who were not seen since January; of 5 actions one is given up, and one is of one team.
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load(LeftOut.many(7))
        fixture.record = record
        let subject = Assurer.plan("plan-1")
        var plan = ImprovementPlan(name: "Plan", beganOn: on("2026-06-01"), keptBy: "dana")
        plan.themes = [PlanTheme(id: "t", name: "T")]
        func action(_ what: String, _ measure: String?, target: Int, floor: Int, by: Day, period: String = "day")
            -> ImprovementAction
        {
            var action = ImprovementAction(
                what: what, theme: "t", answers: [], owner: "dana", byOn: by, beganOn: on("2026-06-01"))
            action.measure = measure.map {
                ActionMeasure(id: $0, period: period, team: nil, target: target, floor: floor, step: 20)
            }
            if measure == nil { action.noMeasureBecause = "None fits" }
            return action
        }
        let seen = "plan-children-seen-on-time"
        var late = action("See each child", seen, target: 950, floor: 800, by: on("2026-10-30"))
        late.changedBecause = "Two workers left"
        var dropped = action("Given up", seen, target: 990, floor: 900, by: on("2026-12-01"))
        (dropped.droppedOn, dropped.droppedBecause) = (on("2026-11-01"), "Another way")
        var ofTeam = action("One team", seen, target: 970, floor: 900, by: on("2026-12-01"))
        ofTeam.measure?.team = "T1"
        let bodies: [(RecordID, any EntryBody)] = [
            ("plan", plan), ("late", late), ("dropped", dropped), ("of-team", ofTeam),
            (
                "count",
                action(
                    "Fewer", "re-referrals-within-12-months", target: 200, floor: 300, by: on("2026-12-01"),
                    period: "year")
            ),
            ("none", action("Train", nil, target: 0, floor: 0, by: on("2026-12-01"))),
        ]
        _ = try await record.store.append(
            bodies.map { NewEntry($0.1, id: $0.0, about: subject, by: .user("dana")) }, in: record.council,
            at: ServerFixture.moment)
        return fixture
    }

    private func made(_ fixture: ServerFixture, as role: Role, kind: String = "committee") async throws -> SecretToken {
        let token = try fixture.signIn(role, user: "dana")
        let made = try await fixture.post(
            "/packs", token, "csrf=\(fixture.formToken(token))&kind=\(kind)&form=pack-1&on=31+Oct+2026")
        #expect(made.headers[.location] == "/packs/1")
        return token
    }

    @Test
    func `a target stands in the chart, in its key and beside every month, and one of a team or given up does not`()
        async throws
    {
        let fixture = try await fixture()
        let dana = try await made(fixture, as: .director)
        let table = try await fixture.get("/packs/1/charts/plan-children-seen-on-time.csv", dana).text
        let rows = table.split(whereSeparator: \.isNewline)
        #expect(rows.count == 13 && rows[0].contains("Target of the plan, by 30 Oct 2026"))
        #expect(rows.dropFirst().allSatisfy { $0.contains("95%") })
        let drawing = try await fixture.get("/packs/1/charts/plan-children-seen-on-time.svg", dana).text
        #expect(drawing.contains("class=\"target\""))
        let page = try await fixture.get("/packs/1", dana).text
        #expect(page.contains("Dash and two dots: Target of the plan, by 30 Oct 2026, 95%"))
        #expect(!page.contains("99%") && !page.contains("97%, "))
    }

    @Test func `what is late says why, what is red by how much, and both are asked about`() async throws {
        let fixture = try await fixture()
        let dana = try await made(fixture, as: .director)
        let page = try await fixture.get("/packs/1/pack.html", dana).text
        for words in [
            "See each child", "Two workers left", "0%, short of the floor of 80%", "the action short of the floor",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("Given up") && page.contains("counted for one team; see the plan"))
    }

    @Test func `the reference group's pack draws every measure, the committee's a few`() async throws {
        let fixture = try await fixture()
        let dana = try await made(fixture, as: .director, kind: "reference-group")
        let all = try await fixture.get("/packs/1/pack.html", dana).text.matches(of: /<figure>/).count
        #expect(all > 15)
        let other = try await self.fixture()
        let short = try await other.get("/packs/1/pack.html", made(other, as: .director)).text.matches(of: /<figure>/)
            .count
        #expect((1...6).contains(short))
    }
}
