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

/// A pack and what is withheld of a child: neither in words typed for it, nor by way of a plan, nor after it was made.
@Suite struct PackWithholdingTests: FledFamily {
    private func make(_ fixture: ServerFixture, _ fields: String = "", form: String = "pack-1") async throws
        -> TestResponse
    {
        let dana = try fixture.signIn(.director, user: "dana")
        return try await fixture.post(
            "/packs", dana, "csrf=\(fixture.formToken(dana))&kind=committee&form=\(form)\(fields)")
    }

    private func release(_ fixture: ServerFixture) async throws -> TestResponse {
        let mona = try fixture.signIn(.manager, user: "mona")
        return try await fixture.post("/packs/1/release", mona, "csrf=\(fixture.formToken(mona))")
    }

    @Test func `words that tell a withheld place are refused before anything is kept`() async throws {
        let fixture = try await fled()
        try await withhold(fixture)
        let told = try await make(fixture, "&covering=They+went+to+9+Secret+Lane")
        #expect(told.status == .unprocessableContent && told.text.contains("tells what is withheld of a child"))
        #expect(try await make(fixture).status == .seeOther, "nothing of that name was kept")
    }

    @Test func `what was withheld since it was made stops its release, and no member ever sees it`() async throws {
        let fixture = try await fled()
        #expect(try await make(fixture, "&covering=They+went+to+9+Secret+Lane").status == .seeOther)
        try await withhold(fixture)
        let refused = try await release(fixture)
        #expect(refused.status == .unprocessableContent && refused.text.contains("It cannot be released"))
        #expect(tells(refused.text) == [])
        let member = try fixture.signIn(.member, user: "cllr")
        #expect(try await fixture.get("/packs/1", member).status == .notFound)
    }

    @Test func `a pack without such words is released as before`() async throws {
        let fixture = try await fled()
        try await withhold(fixture)
        #expect(try await make(fixture, "&covering=Read+this+first").status == .seeOther)
        #expect(try await release(fixture).status == .seeOther)
        let member = try fixture.signIn(.member, user: "cllr")
        #expect(try await fixture.get("/packs/1", member).text.contains("Read this first"))
    }

    @Test func `what a plan says is left out of a pack where it tells what is withheld by now`() async throws {
        let fixture = try await fled()
        let record = try #require(fixture.record)
        let subject = Assurer.plan("plan-late")
        var plan = ImprovementPlan(name: "Late", beganOn: try day("2026-09-01"), keptBy: "dana")
        plan.themes = [PlanTheme(id: "t", name: "T")]
        var action = ImprovementAction(
            what: "Visit 9 Secret Lane", theme: "t", answers: [], owner: "ben", byOn: try day("2026-10-01"),
            beganOn: try day("2026-09-01"))
        (action.noMeasureBecause, action.changedBecause) = ("None fits", "Nobody was at 9 Secret Lane")
        _ = try await record.store.append(
            [
                NewEntry(plan, id: "plan", about: subject, by: .user("dana")),
                NewEntry(action, id: "action", about: subject, by: .user("dana")),
            ], in: record.council, at: ServerFixture.moment)
        try await withhold(fixture)
        #expect(try await make(fixture).status == .seeOther)
        let page = try await fixture.get("/packs/1", fixture.signIn(.director, user: "dana")).text
        #expect(page.contains("left out: it names a child or tells what is withheld") && tells(page) == [])
        #expect(try await release(fixture).status == .seeOther)
    }
}
