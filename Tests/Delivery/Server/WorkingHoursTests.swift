import AccessRules
import ChildJourney
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Part-time and bank staff: recorded by a manager on the worker's page, told beside the children held. Today is Sat 21 Nov 2026.
@Suite struct WorkingHoursTests: TakesSteps {
    private func held(_ count: Int = 3) async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let lead = Allocation(worker: "ben", role: .lead, from: try day("2026-09-02"))
        try await record.record([("A1", lead)], about: child)
        for number in 1..<count {
            try await record.record(
                [
                    ("person", Person(forename: "Child\(number)", surname: "Invented")),
                    ("R1", Referral(receivedOn: try day("2026-09-01"))), ("A1", lead),
                ], about: SubjectID("record:c\(number)"))
        }
        return fixture
    }

    private func send(
        _ body: String, _ fixture: ServerFixture, as user: UserID = "ana", _ role: Role = .manager,
        about worker: String = "ben", form: String = "one"
    ) async throws -> TestResponse {
        let token = try fixture.signIn(role, user: user)
        return try await fixture.post(
            "/team/workers/\(worker)", token, "csrf=\(fixture.formToken(token))&do=works&form=form-\(form)&\(body)")
    }

    private func team(_ fixture: ServerFixture) async throws -> String {
        try await fixture.get("/team", fixture.signIn(.manager, user: "ana")).text
    }

    private func page(_ fixture: ServerFixture, _ worker: String = "ben", as user: UserID = "ana") async throws
        -> String
    {
        try await fixture.get("/team/workers/\(worker)", fixture.signIn(.manager, user: user)).text
    }

    private let partTime = "works=set&hours=22.5&full-time=37&works-from=5+Jan+2026"

    @Test func `until somebody records it nothing is worked out`() async throws {
        let fixture = try await held()
        #expect(try await team(fixture).contains("Not recorded"))
        #expect(try await page(fixture).contains("How much of the week they work is not recorded."))
    }

    @Test func `part-time hours are told beside the children held, as for a full-time post`() async throws {
        let fixture = try await held()
        #expect(try await send(partTime, fixture).status == .seeOther)
        #expect(try await team(fixture).contains("4.9, at 22.5 of 37 hours a week"))
        let page = try await page(fixture)
        #expect(page.contains("From Mon 5 Jan 2026: 22.5 of 37 hours a week."))
        #expect(page.contains("value=\"37\""), "the full-time hours are there the next time")
    }

    @Test func `bank staff have no set hours, and nothing is worked out for them`() async throws {
        let fixture = try await held()
        #expect(try await send("works=bank&works-from=1+Nov+2026", fixture).status == .seeOther)
        let team = try await team(fixture)
        #expect(team.contains("Bank worker, no set hours") && !team.contains("hours a week<"))
    }

    @Test func `each change is added with its day, and one from a day to come holds from then`() async throws {
        let fixture = try await held()
        for (form, body) in [
            ("one", partTime), ("two", "works=set&hours=37&full-time=37&works-from=1+Jun+2026"),
            ("three", "works=bank&works-from=1+Dec+2026"),
        ] { #expect(try await send(body, fixture, form: form).status == .seeOther) }
        #expect(try await send(partTime, fixture).status == .seeOther, "sent again it is recorded once")
        let page = try await page(fixture)
        let order = try ["Mon 5 Jan 2026: 22.5", "Mon 1 Jun 2026: 37 of", "Tue 1 Dec 2026: bank"].map {
            try #require(page.range(of: "From \($0)")).lowerBound
        }
        #expect(order == order.sorted())
        #expect(page.components(separatedBy: "22.5 of 37").count == 2)
        #expect(try await team(fixture).contains("3.0, at 37 of 37 hours a week"))
        let record = try #require(fixture.record)
        #expect(try await record.store.verify(record.council, expecting: nil).isWhole)
    }

    @Test(arguments: [
        "works-from=5+Jan+2026", "works=set&full-time=37&works-from=5+Jan+2026",
        "works=set&hours=22.5&works-from=5+Jan+2026", "works=set&hours=38&full-time=37&works-from=5+Jan+2026",
        "works=set&hours=half&full-time=37&works-from=5+Jan+2026",
        "works=set&hours=0&full-time=37&works-from=5+Jan+2026",
        "works=bank", "works=both&works-from=5+Jan+2026",
    ])
    func `what cannot be is asked again, and nothing is recorded`(body: String) async throws {
        let fixture = try await held()
        let sent = try await send(body, fixture)
        #expect(sent.status == .unprocessableContent && sent.text.contains("<title>Error:"))
        #expect(try await team(fixture).contains("Not recorded"))
    }

    @Test(arguments: [Role.socialWorker, .frontDoor, .director, .chair, .administrator, .auditor])
    func `nobody records it but a manager`(role: Role) async throws {
        let fixture = try await held()
        #expect(try await send(partTime, fixture, as: "eve", role).status == .forbidden)
        #expect(try await team(fixture).contains("Not recorded"))
    }

    @Test func `no manager records their own`() async throws {
        let fixture = try await held()
        #expect(try await send(partTime, fixture, about: "ana").status == .forbidden)
        let own = try await page(fixture, "ana")
        #expect(own.contains("How much of the week they work is not recorded.") && !own.contains("Record their hours"))
    }

    // MARK: What the page costs

    @Test func `Team opens as many views of the record for thirty workers as for two`() async throws {
        func views(_ workers: Int) async throws -> Int {
            let fixture = try await held()
            let record = try #require(fixture.record)
            let store = record.store
            for number in 0..<workers {
                try await record.store.save(
                    User(
                        council: record.council, id: UserID("w\(number)"), name: "Worker \(number)",
                        role: .socialWorker))
            }
            let before = store.viewsOpened
            _ = try await team(fixture)
            return store.viewsOpened - before
        }
        #expect(try await views(30) == views(2))
    }

    @Test func `the children counted for each are those their own lists hold, whoever may open them`() async throws {
        let fixture = try await held(4)
        let record = try #require(fixture.record)
        try await record.restrict(child, to: ["ben"])
        try await record.record(
            [("A2", Allocation(worker: "cat", role: .lead, from: try day("2026-11-01")))], about: "record:c1")
        var closed = Referral(receivedOn: try day("2026-09-01"))
        (closed.closedOn, closed.closureReason) = (try day("2026-11-20"), "RC8")
        try await record.record(
            [
                ("person", Person(forename: "Gone", surname: "Invented")), ("R1", closed),
                ("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02"))),
            ], about: "record:closed")
        let today = ServerFixture.moment.londonDay
        let access = try record.access(.seeToday)
        let counted = try await record.store.heldByWorker(on: today, access: access)
        for worker in ["ben", "cat", "ana", "nobody"] {
            let held = try await record.store.held(by: worker, on: today, access: access, at: nil)
            #expect(counted[worker] ?? 0 == held.count, "\(worker)")
        }
        #expect(counted == ["ben": 3, "cat": 1])
        // Cat holds one and has no account here: the page tells of her all the same.
        #expect(try await team(fixture).contains("no account that is open"))
        let missing = try await record.store.countsByWorker(.now, on: today, access: access)
        for worker in ["ben", "cat"] {
            let counts = try await record.store.counts(.now, on: today, team: nil, worker: worker, access: access)
            #expect(missing[worker] ?? 0 == counts.children, "\(worker)")
        }
        #expect(try await record.looks().filter { $0.query.hasPrefix("held by") }.isEmpty, "nobody was shown")
    }
}
