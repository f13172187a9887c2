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

/// A worker who leaves with 18 children, and one who is away; through the real router. Today is Sat 21 Nov 2026.
@Suite struct WorkerLeavesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Ben holds 18 children; Cat and Dan work beside him; Ana and Dee are managers.
    private func fixture(children: Int = 18) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        for (user, name, role) in [
            ("ana", "Ana Reyes", Role.manager), ("dee", "Dee Park", .manager), ("ben", "Ben Adeyemi", .socialWorker),
            ("cat", "Cat Stone", .socialWorker), ("dan", "Dan Low", .socialWorker),
        ] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        try await record.employ("ben", "cat", "dan", "ana", "dee")
        for number in 1...children {
            try await record.record(
                [
                    ("person", Person(forename: "Child\(number)", surname: "Invented", bornOn: try day("2015-02-11"))),
                    (
                        "R1",
                        Referral(
                            receivedOn: try day("2026-11-02"), noFurtherAction: false, decidedOn: try day("2026-11-02"))
                    ), ("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-11-02"))),
                ], about: SubjectID("record:c\(number)"))
        }
        fixture.record = record
        return fixture
    }

    private func send(
        _ body: String, _ fixture: ServerFixture, _ token: SecretToken, worker: String = "ben"
    ) async throws -> TestResponse {
        try await fixture.post("/team/workers/\(worker)", token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func unowned(_ fixture: ServerFixture, on text: String) async throws -> Int {
        let record = try #require(fixture.record)
        return try await record.store.countsByCode(on: day(text), access: record.access(.seeNumbers))["worker-gone"]
            ?? 0
    }

    private func holder(_ child: SubjectID, _ fixture: ServerFixture) async throws -> String? {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open(child, access: access, at: ServerFixture.moment)
        return opened.history.journey().lead(on: try day("2026-11-21"))?.worker
    }

    @Test func `a worker who leaves with 18 children: all unowned that day, given on in one go, and none lost`()
        async throws
    {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await unowned(fixture, on: "2026-11-21") == 0)
        #expect(try await send("do=leaves&left=21+Nov+2026", fixture, ana).status == .seeOther)
        #expect(try await unowned(fixture, on: "2026-11-20") == 0)
        #expect(try await unowned(fixture, on: "2026-11-21") == 18)
        let page = try await fixture.get("/team/workers/ben", ana).text
        #expect(page.contains("Holds 18 open children.") && page.contains("Left Sat 21 Nov 2026"))
        #expect(page.contains("Child18 Invented"))
        let child = try await fixture.get("/children/record:c1", ana).text
        #expect(child.contains("left Sat 21 Nov 2026") && child.contains("/why/worker-gone"))
        #expect(try await fixture.get("/team", ana).text.contains("Child18 Invented"))
        // While the page is open, one child goes to Dan and another is closed to all but Dee.
        let dee = try fixture.signIn(.manager, user: "dee")
        let csrf = fixture.formToken(dee)
        let moved = try await fixture.post(
            "/children/record:c7/steps/allocation", dee, "csrf=\(csrf)&form=form-c7&worker=dan&on=20+Nov+2026")
        #expect(moved.status == .seeOther)
        try await record.restrict("record:c9", to: ["dee"])
        var body = "do=lead&form=form-all&all=cat&to-record:c1=dan&why=Ben+has+left"
        for part in page.split(separator: "name=\"seen-").dropFirst() {
            let id = part.prefix { $0 != "\"" }
            let value = part.split(separator: "value=\"", maxSplits: 1)[1].prefix { $0 != "\"" }
            body += "&child=\(id)&seen-\(id)=\(value)"
        }
        let given = try await send(body, fixture, ana)
        #expect(given.status == .conflict, "not all of it could be done, and it says so")
        #expect(given.text.contains("16 children are given to somebody else."))
        #expect(given.text.contains("1 child is left as they are: a record you may not open."))
        #expect(given.text.contains("Child7 Invented is left as they are: Dan Low holds them"))
        #expect(!given.text.contains("Child9"), "a restricted child is counted and not named")
        #expect(try await unowned(fixture, on: "2026-11-21") == 1, "the restricted one")
        #expect(given.text.contains("Holds 1 open child.") && given.text.contains("1 of them you may not open"))
        var held: [String: Int] = [:]
        for number in 1...18 {
            held[try await holder(SubjectID("record:c\(number)"), fixture) ?? "nobody", default: 0] += 1
        }
        #expect(held == ["cat": 15, "dan": 2, "ben": 1])
        // The same form again changes nothing; a manager who is named gives the last on.
        let head = try await record.store.head(of: record.council)
        _ = try await send(body, fixture, ana)
        #expect(try await record.store.head(of: record.council) == head)
        #expect(try await fixture.get("/team/workers/ben", dee).text.contains("Child9 Invented"))
        let unsaid = try await send("do=lead&form=form-last&all=cat&child=record:c9", fixture, dee)
        #expect(unsaid.status == .conflict)
        #expect(unsaid.text.contains("Child9 Invented is left as they are: Cat Stone is not among those who may open"))
        #expect(unsaid.text.contains("and this is meant"))
        #expect(try await unowned(fixture, on: "2026-11-21") == 1)
        let last = try await send("do=lead&form=form-meant&left-out=yes&all=cat&child=record:c9", fixture, dee)
        #expect(last.status == .ok && last.text.contains("1 child is given to somebody else."))
        #expect(try await unowned(fixture, on: "2026-11-21") == 0)
    }

    @Test func `nobody but a manager records a leaving, or gives children on`() async throws {
        let fixture = try await fixture(children: 1)
        let cat = try fixture.signIn(.socialWorker, user: "cat")
        for body in [
            "do=leaves&left=21+Nov+2026", "do=lead&form=form-x&all=cat&child=record:c1", "do=away&form=form-y",
        ] {
            #expect(try await send(body, fixture, cat).status == .forbidden)
        }
        #expect(try await fixture.get("/team/workers/ben", cat).status == .forbidden)
        #expect(try await holder("record:c1", fixture) == "ben")
        #expect(try await unowned(fixture, on: "2026-11-21") == 0)
        let ana = try fixture.signIn(.manager, user: "ana")
        let stranger = try await send("do=lead&form=form-z&all=nobody&child=record:c1", fixture, ana)
        #expect(stranger.status == .unprocessableContent)
        #expect(try await fixture.get("/team/workers/nobody", ana).status == .notFound)
    }

    @Test func `children of somebody who is away are shown until each has somebody who covers`() async throws {
        let fixture = try await fixture(children: 3)
        let (ana, cat) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "cat"))
        let early = try await send("do=cover&form=form-0&all=cat&child=record:c1", fixture, ana)
        #expect(early.text.contains("Record first that they are away"))
        let turned = try await send(
            "do=away&form=form-1&from=9+Nov+2026&until=1+Nov+2026&reason=planned", fixture, ana)
        #expect(turned.status == .unprocessableContent)
        #expect(
            try await send("do=away&form=form-1&from=9+Nov+2026&reason=unplanned", fixture, ana).status == .seeOther)
        #expect(try await unowned(fixture, on: "2026-11-16") == 0)
        #expect(try await unowned(fixture, on: "2026-11-17") == 3, "past five working days")
        #expect(try await fixture.get("/team", ana).text.contains("3 children are without cover."))
        #expect(try await fixture.get("/children/record:c1", ana).text.contains("away since Mon 9 Nov 2026"))
        let covered = try await send(
            "do=cover&form=form-2&absence=form-1&to-record:c1=cat&to-record:c2=cat&child=record:c1&child=record:c2&child=record:c3",
            fixture, ana)
        #expect(covered.status == .ok)
        #expect(try await fixture.get("/team", ana).text.contains("1 child is without cover."))
        #expect(try await unowned(fixture, on: "2026-11-21") == 1)
        let work = try await fixture.get("/work", cat).text
        #expect(work.contains("Children I cover") && work.contains("Child1 Invented") && !work.contains("Child3"))
        #expect(try await holder("record:c1", fixture) == "ben", "whoever covers does not hold")
        // Back: the absence gets its last day, and nothing waits for cover any more.
        let absence = try await send("do=back&absence=form-1&until-form-1=20+Nov+2026", fixture, ana)
        #expect(absence.status == .seeOther)
        #expect(try await unowned(fixture, on: "2026-11-21") == 0)
        #expect(try await fixture.get("/work", cat).text.contains("Children I cover") == false)
    }

    @Test func `cover is for the absence that was shown, and not for one that is over`() async throws {
        let fixture = try await fixture(children: 1)
        let ana = try fixture.signIn(.manager, user: "ana")
        _ = try await send("do=away&form=form-1&from=9+Nov+2026&until=30+Nov+2026&reason=planned", fixture, ana)
        _ = try await send("do=away&form=form-2&from=14+Dec+2026&until=18+Dec+2026&reason=planned", fixture, ana)
        let page = try await fixture.get("/team/workers/ben", ana).text
        #expect(page.contains("name=\"absence\" type=\"hidden\" value=\"form-1\"") || page.contains("value=\"form-1\""))
        _ = try await send("do=back&absence=form-1&until-form-1=20+Nov+2026", fixture, ana)
        let late = try await send("do=cover&form=form-3&absence=form-1&all=cat&child=record:c1", fixture, ana)
        #expect(late.status == .unprocessableContent && late.text.contains("They are back since this page was opened"))
        #expect(try await covers(fixture).isEmpty)
        let next = try await send("do=cover&form=form-4&absence=form-2&all=cat&child=record:c1", fixture, ana)
        #expect(next.status == .ok)
        #expect(try await covers(fixture) == [[try day("2026-12-14"), try day("2026-12-18")]])
    }

    @Test func `nobody covers who is away too, and the list says who is`() async throws {
        let fixture = try await fixture(children: 1)
        let ana = try fixture.signIn(.manager, user: "ana")
        _ = try await send("do=away&form=form-1&from=9+Nov+2026&reason=planned", fixture, ana)
        _ = try await send(
            "do=away&form=form-2&from=16+Nov+2026&until=27+Nov+2026&reason=planned", fixture, ana, worker: "cat")
        #expect(try await fixture.get("/team/workers/ben", ana).text.contains("Cat Stone (away until 27 Nov 2026)"))
        let sent = try await send("do=cover&form=form-3&absence=form-1&all=cat&child=record:c1", fixture, ana)
        #expect(sent.status == .unprocessableContent && sent.text.contains("Cat Stone is away until 27 Nov 2026 too"))
        #expect(try await unowned(fixture, on: "2026-11-21") == 1)
    }

    private func covers(_ fixture: ServerFixture) async throws -> [[Day]] {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child("record:c1", in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open("record:c1", access: access, at: ServerFixture.moment)
        return opened.history.journey().allocations.filter { $0.role == .cover }.map {
            [$0.from] + [$0.until].compactMap(\.self)
        }
    }

    private func leads(_ child: SubjectID, _ fixture: ServerFixture, on text: String) async throws -> String? {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open(child, access: access, at: ServerFixture.moment)
        return opened.history.journey().lead(on: try day(text))?.worker
    }

    @Test func `children are given on from a day to come, and held by whoever holds them until then`() async throws {
        let fixture = try await fixture(children: 2)
        let ana = try fixture.signIn(.manager, user: "ana")
        let give = "do=lead&form=form-1&child=record:c1&child=record:c2&to-record:c1=cat&lead-from=1+Dec+2026"
        #expect(try await send(give, fixture, ana).status == .ok)
        #expect(try await leads("record:c1", fixture, on: "2026-11-30") == "ben")
        #expect(try await leads("record:c1", fixture, on: "2026-12-01") == "cat")
        #expect(try await leads("record:c2", fixture, on: "2026-12-01") == "ben", "nobody was chosen for this one")
        #expect(
            try await fixture.get("/team/workers/ben", ana).text.contains("Cat Stone holds them from Tue 1 Dec 2026"))
        // Ben leaves on 1 December: of these two, the one who was given on is not left unowned.
        _ = try await send("do=leaves&left=1+Dec+2026", fixture, ana)
        #expect(try await unowned(fixture, on: "2026-12-01") == 1)
    }

    @Test func `what was planned gives way to what is decided since, and leaves no day without a lead`() async throws {
        let fixture = try await fixture(children: 1)
        let ana = try fixture.signIn(.manager, user: "ana")
        let to = "child=record:c1&to-record:c1"
        _ = try await send("do=lead&form=form-1&\(to)=cat&lead-from=1+Dec+2026", fixture, ana)
        _ = try await send("do=lead&form=form-2&\(to)=dan&lead-from=7+Dec+2026", fixture, ana)
        for (text, who) in [("2026-12-01", "ben"), ("2026-12-06", "ben"), ("2026-12-07", "dan")] {
            #expect(try await leads("record:c1", fixture, on: text) == who, "\(text)")
        }
        #expect(try await send("do=lead&form=form-3&\(to)=cat", fixture, ana).status == .ok, "today after all")
        for text in ["2026-11-21", "2026-12-01", "2026-12-07"] {
            #expect(try await leads("record:c1", fixture, on: text) == "cat", "\(text)")
        }
    }

    @Test(arguments: ["20+Nov+2026", "22+Feb+2027"])
    func `nobody is given on from a day that is past or far off`(typed: String) async throws {
        let fixture = try await fixture(children: 1)
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await send(
            "do=lead&form=form-1&child=record:c1&to-record:c1=cat&lead-from=\(typed)", fixture, ana)
        #expect(sent.status == .unprocessableContent)
        #expect(try await leads("record:c1", fixture, on: "2026-12-01") == "ben")
    }

    @Test func `who is away and who will be is one list, with nothing of why, for managers alone`() async throws {
        let fixture = try await fixture(children: 3)
        let ana = try fixture.signIn(.manager, user: "ana")
        let away = "do=away&form=form-1&from=20+Nov+2026&until=27+Nov+2026&reason=unplanned"
        #expect(try await send(away, fixture, ana).status == .seeOther)
        _ = try await send("do=away&form=form-2&from=1+Dec+2026&reason=planned", fixture, ana, worker: "cat")
        let page = try await fixture.get("/team/absences", ana).text
        #expect(page.contains("Ben Adeyemi") && page.contains("Fri 27 Nov 2026") && page.contains("not planned"))
        #expect(page.contains("Cat Stone") && page.contains("not known yet"))
        #expect(try await fixture.get("/team", ana).text.contains("/team/absences"))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get("/team/absences", ben).status == .forbidden)
    }
}
