import AccessRules
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Visits planned ahead: who goes, and when. Ben leads Tamar, who is on a plan. Today is Sat 21 Nov 2026.
@Suite struct PlannedVisitTests: TakesSteps {
    private func held() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [
                ("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02"))),
                (
                    "P1",
                    ChildProtectionPlan(
                        referral: "R1", startedOn: try day("2026-10-01"), initialCategory: "NEG", latestCategory: "NEG")
                ),
            ], about: child)
        return fixture
    }

    private let planned = "on=24+Nov+2026&at=16:50&worker=ben&purpose=child-protection-plan"

    private func later(_ fixture: inout ServerFixture, days: Int) {
        let moment = ServerFixture.moment.adding(hours: 24 * days)
        (fixture.now, fixture.signsInAt) = ({ moment }, moment)
    }

    @Test func `it stands on the child's page and on My work, and clears nothing`() async throws {
        let fixture = try await held()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let before = try await fixture.get(address, ben).text
        #expect(before.contains("/why/plan-child-unseen"))
        #expect(try await take("planned-visit", planned, fixture, ben).status == .seeOther)
        for page in [address, "/work"] {
            let text = try await fixture.get(page, ben).text
            #expect(text.contains("Tue 24 Nov 2026 at 16:50: child protection visit"), "\(page)")
        }
        #expect(try await fixture.get(address, ben).text.contains("/why/plan-child-unseen"), "only the visit clears it")
        let past = planned.replacing("24+Nov", with: "20+Nov")
        #expect(try await take("planned-visit", past, fixture, ben, form: "past").status == .unprocessableContent)
    }

    @Test func `it is moved or called off with a reason, and its day in the calendar goes with it`() async throws {
        let fixture = try await held()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("planned-visit", planned, fixture, ben)
        let unsaid = "of=form-planned-visit&on=26+Nov+2026"
        #expect(try await take("planned-visit-move", unsaid, fixture, ben, form: "u").status == .unprocessableContent)
        #expect(try await take("planned-visit-move", "\(unsaid)&why=School+trip", fixture, ben).status == .seeOther)
        let page = try await fixture.get(address, ben).text
        #expect(page.contains("Planned visit moved") && page.contains("School trip"))
        #expect(page.contains("Thu 26 Nov 2026: child protection visit"))
        let off = "of=form-planned-visit&why=Ill"
        #expect(try await take("planned-visit-off", off, fixture, ben).status == .seeOther)
        #expect(try await !fixture.get("/work", ben).text.contains("Thu 26 Nov 2026: child"))
        #expect(try await fixture.get(address, ben).text.contains("Planned visit called off"))
        #expect(
            try await take("planned-visit-off", "of=form-planned-visit&why=Again", fixture, ben, form: "again").status
                == .conflict)
    }

    @Test func `one of which nothing came is shown to whoever was to go and to the manager, until it is answered`()
        async throws
    {
        var fixture = try await held()
        try await take("planned-visit", planned, fixture, try fixture.signIn(.socialWorker, user: "ben"))
        later(&fixture, days: 3)
        #expect(
            try await !fixture.get("/team", try fixture.signIn(.manager, user: "ana")).text.contains(
                "of which nothing is recorded"), "the day is not over")
        later(&fixture, days: 4)
        let (ben, ana) = (try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
        for (page, token) in [("/work", ben), ("/team", ana), (address, ben)] {
            #expect(try await fixture.get(page, token).text.contains("No visit is recorded on that day."), "\(page)")
        }
        // Seen on another day: that clears what it clears, and does not keep this appointment.
        let seen = "record=visit-1&on=25+Nov+2026&seen=yes&alone=yes&place=home"
        #expect(
            try await fixture.post("\(address)/visits/new", ben, "csrf=\(fixture.formToken(ben))&\(seen)").status
                == .seeOther)
        #expect(try await fixture.get("/team", ana).text.contains("No visit is recorded on that day."))
        try await take("planned-visit-off", "of=form-planned-visit&why=Seen+the+day+after", fixture, ben)
        #expect(try await !fixture.get("/team", ana).text.contains("No visit is recorded on that day."))
    }

    @Test func `a visit of the day keeps it, whether or not the child was there`() async throws {
        var fixture = try await held()
        try await take("planned-visit", planned, fixture, try fixture.signIn(.socialWorker, user: "ben"))
        later(&fixture, days: 4)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let away = "record=visit-1&on=24+Nov+2026&seen=no&reason=not-there"
        #expect(
            try await fixture.post("\(address)/visits/new", ben, "csrf=\(fixture.formToken(ben))&\(away)").status
                == .seeOther)
        #expect(try await !fixture.get("/work", ben).text.contains("No visit is recorded on that day."))
        #expect(try await fixture.get(address, ben).text.contains("/why/plan-child-unseen"), "nobody saw her")
    }

    @Test func `the calendar of whoever goes has its day and time and nothing of whom; nobody else's has it`()
        async throws
    {
        let fixture = try await held()
        let (ben, ana) = (try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
        try await take("planned-visit", planned, fixture, ben)
        var texts: [String] = []
        for token in [ben, ana] {
            let page = try await fixture.post(
                "/account/calendar", token, "csrf=\(fixture.formToken(token))&do=make"
            ).text
            let start = try #require(page.firstRange(of: "/calendar/"))
            let path = String(page[start.lowerBound...].prefix { $0 != "<" && $0 != "\"" })
            texts.append(try await fixture.get(path, nil).text)
        }
        #expect(texts[0].contains("SUMMARY:Visit planned at 16:50\r\n") && texts[0].contains("20261124"))
        for secret in ["Tamar", "tamar", "Okoro", "ben", "record:"] { #expect(!texts[0].contains(secret), "\(secret)") }
        #expect(!texts[1].contains("Visit planned"))
    }

    @Test func `a restricted child's is counted and not named, and another role plans none`() async throws {
        let fixture = try await held()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("planned-visit", planned, fixture, ben)
        try await fixture.record?.restrict(child, to: ["dee"])
        let page = try await fixture.get("/work", ben).text
        #expect(page.contains("1 more planned visit, to children whose record you may not open"))
        #expect(!page.contains("16:50"))
        let chair = try fixture.signIn(.chair, user: "chair")
        #expect(try await fixture.get("\(address)/steps/planned-visit", chair).status == .forbidden)
    }
}
