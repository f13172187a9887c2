import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Supervision with a worker, made from what stands for the children they hold. Today is Sat 21 Nov 2026.
@Suite struct SupervisionTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Ben holds Tamar and Kacper; Ana, a manager, holds Ola herself.
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        for (child, name, worker) in [("tamar", "Tamar", "ben"), ("kacper", "Kacper", "ben"), ("ola", "Ola", "ana")] {
            try await record.record(
                [
                    ("person", Person(forename: name, surname: "Invented", bornOn: try day("2015-02-11"))),
                    (
                        "R1",
                        Referral(
                            receivedOn: try day("2026-08-03"), noFurtherAction: false, decidedOn: try day("2026-08-03"))
                    ), ("A1", Allocation(worker: worker, role: .lead, from: try day("2026-08-03"))),
                ], about: SubjectID("record:\(child)"))
        }
        try await record.record(
            [
                (
                    "S1",
                    CaseSupervision(
                        on: try day("2026-09-01"), worker: "ben", supervisor: "ana", weighed: "The move",
                        actions: "See her room")
                )
            ], about: "record:tamar")
        for (user, name, role) in [
            ("ana", "Ana Reyes", Role.manager), ("dee", "Dee Park", .manager), ("ben", "Ben Adeyemi", .socialWorker),
        ] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        fixture.record = record
        return fixture
    }

    private func send(
        _ body: String, _ fixture: ServerFixture, _ token: SecretToken, worker: String = "ben"
    ) async throws -> TestResponse {
        try await fixture.post(
            "/team/workers/\(worker)/supervision", token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func supervisions(_ child: SubjectID, _ fixture: ServerFixture) async throws -> [CaseSupervision] {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        return try await record.store.open(child, access: access, at: ServerFixture.moment).history.journey().casework
            .supervisions.map(\.body)
    }

    private let both = "child=record:tamar&child=record:kacper&on=20+Nov+2026"

    @Test func `each child is shown with what stands and what was agreed, and keeps what is decided as their own`()
        async throws
    {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let agenda = try await fixture.get("/team/workers/ben/supervision", ana).text
        #expect(agenda.contains("/why/case-unsupervised") && agenda.contains("Agreed: See her room"))
        #expect(agenda.contains("Last supervised Tue 1 Sep 2026, 81 days ago."))
        #expect(agenda.contains("No supervision about this child is recorded."))
        #expect(!agenda.contains("Ola"))
        let sent = try await send(
            "\(both)&form=form-1&weighed-record:tamar=Her+sleep&actions-record:tamar=Ben+calls&done-record:tamar=partly"
                + "&weighed-record:kacper=His+school", fixture, ana)
        #expect(sent.status == .ok && sent.text.contains("2 children are supervised"))
        let tamar = try #require(try await supervisions("record:tamar", fixture).last)
        #expect(tamar.weighed == "Her sleep" && tamar.actions == "Ben calls" && tamar.earlierActions == .partly)
        #expect(tamar.worker == "ben" && tamar.supervisor == "ana")
        #expect(try await supervisions("record:kacper", fixture).map(\.weighed) == ["His school"])
        let page = try await fixture.get("/children/record:tamar", ana).text
        #expect(page.contains("Her sleep") && !page.contains("His school"))
        #expect(!page.contains("/why/case-unsupervised"))
        // The same form sent twice is recorded once.
        _ = try await send("\(both)&form=form-1&weighed-record:tamar=Her+sleep", fixture, ana)
        #expect(try await supervisions("record:tamar", fixture).count == 2)
    }

    @Test func `a manager does not supervise children they hold themselves`() async throws {
        let fixture = try await fixture()
        let (ana, dee) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.manager, user: "dee"))
        let ola = "child=record:ola&on=20+Nov+2026&weighed-record:ola=Fine"
        let own = try await send("\(ola)&form=form-1", fixture, ana, worker: "ana")
        #expect(own.status == .conflict && own.text.contains("nobody does this for themselves"))
        let asBens = try await send("\(ola)&form=form-2", fixture, ana)
        #expect(asBens.status == .conflict, "nor by way of another worker's page")
        #expect(try await supervisions("record:ola", fixture).isEmpty)
        let other = try await send("\(ola)&form=form-3", fixture, dee, worker: "ana")
        #expect(other.status == .ok)
        #expect(try await supervisions("record:ola", fixture).count == 1)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await send("\(both)&form=form-4&weighed-record:tamar=x", fixture, ben).status == .forbidden)
    }

    @Test func `what is begun is kept for each child apart, and is gone once it is recorded`() async throws {
        let fixture = try await fixture()
        let (ana, dee) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.manager, user: "dee"))
        let half = "\(both)&form=form-1&weighed-record:tamar=Half+a+sentence"
        #expect(try await send("\(half)&keep=yes&quiet=yes", fixture, ana).status == .noContent)
        #expect(try await fixture.get("/team/workers/ben/supervision", ana).text.contains("Half a sentence"))
        #expect(try await fixture.get("/team/workers/ben/supervision", dee).text.contains("Half a") == false)
        #expect(try await fixture.get("/children/record:tamar/steps/supervision", ana).text.contains("Half a sentence"))
        #expect(try await fixture.get("/children/record:kacper/steps/supervision", ana).text.contains("Half") == false)
        let nothing = try await send("\(both)&form=form-1", fixture, ana)
        #expect(nothing.status == .unprocessableContent)
        #expect(try await send(half, fixture, ana).status == .ok)
        #expect(try await fixture.get("/work", ana).text.contains("Begun and not sent") == false)
    }

    @Test func `a child somebody else holds by now is told apart, and what was written for them stays`() async throws {
        let fixture = try await fixture()
        let (ana, dee) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.manager, user: "dee"))
        _ = try await fixture.post(
            "/children/record:kacper/steps/allocation", dee,
            "csrf=\(fixture.formToken(dee))&form=form-k&worker=dee&on=19+Nov+2026")
        let sent = try await send(
            "\(both)&form=form-1&weighed-record:tamar=Her+sleep&weighed-record:kacper=His+school", fixture, ana)
        #expect(sent.status == .conflict)
        #expect(sent.text.contains("1 child is supervised"))
        #expect(sent.text.contains("What you wrote and was not recorded: His school"))
        #expect(sent.text.contains("Kacper Invented is left as they are: Dee Park holds them"))
        #expect(try await supervisions("record:kacper", fixture).isEmpty)
    }
}
