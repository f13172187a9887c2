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

/// Whether whoever leads for a child is a registered social worker, where the record is kept here; through the real router.
/// Today is Sat 21 Nov 2026.
@Suite struct RegistrationTests {
    private let child: SubjectID = "record:tamar"

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Ben leads for Tamar, who is on a protection plan; Ana manages.
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        for (user, name, role) in [("ana", "Ana Reyes", Role.manager), ("ben", "Ben Adeyemi", .socialWorker)] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Invented", bornOn: try day("2019-02-11"))),
                (
                    "R1",
                    Referral(
                        receivedOn: try day("2026-10-05"), noFurtherAction: false, decidedOn: try day("2026-10-05"))
                ),
                (
                    "P1",
                    ChildProtectionPlan(
                        referral: "R1", startedOn: try day("2026-11-02"), initialCategory: "NEG", latestCategory: "NEG")
                ),
            ], about: child)
        fixture.record = record
        let ana = try fixture.signIn(.manager, user: "ana")
        let given = try await fixture.post(
            "/children/\(child)/steps/allocation", ana,
            "csrf=\(fixture.formToken(ana))&form=form-give&worker=ben&on=5+Oct+2026")
        try #require(given.status == .seeOther)
        return fixture
    }

    private func limbs(_ fixture: ServerFixture) async throws -> (found: Set<String>, unchecked: Set<String>) {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open(child, access: access, at: ServerFixture.moment)
        let unowned = opened.concerns.filter {
            $0.code == "child-unowned" && $0.stands(on: ServerFixture.moment.londonDay)
        }
        let unchecked = opened.notChecked.filter { ["child-unowned", "referral-unowned"].contains($0.code) }
        return (Set(unowned.map(\.limb)), Set(unchecked.map(\.limb)))
    }

    private func send(
        _ body: String, as user: UserID, _ role: Role, about worker: String = "ben", _ fixture: ServerFixture
    ) async throws -> HTTPResponse.Status {
        let token = try fixture.signIn(role, user: user)
        return try await fixture.post(
            "/team/workers/\(worker)", token, "csrf=\(fixture.formToken(token))&do=registered&\(body)"
        ).status
    }

    @Test func `a child on a plan is unowned until whoever leads is recorded as registered, and again when that ends`()
        async throws
    {
        let fixture = try await fixture()
        let before = try await limbs(fixture)
        #expect(before.found == ["none-qualified"] && before.unchecked == [])
        #expect(try await send("registration=SW0001&newly-qualified=yes", as: "ana", .manager, fixture) == .seeOther)
        #expect(try await limbs(fixture).found == [])
        let page = try await fixture.get("/team/workers/ben", fixture.signIn(.manager, user: "ana")).text
        #expect(page.contains("value=\"SW0001\"") && !page.contains("No registration as a social worker"))
        #expect(try await send("registration=", as: "ana", .manager, fixture) == .seeOther)
        #expect(try await limbs(fixture).found == ["none-qualified"])
    }

    @Test func `nobody records their own registration, nor does anybody who does not give children to people`()
        async throws
    {
        let fixture = try await fixture()
        #expect(try await send("registration=SW0001", as: "ben", .socialWorker, fixture) == .forbidden)
        let own = try await send("registration=SW0001", as: "ana", .manager, about: "ana", fixture)
        #expect(own == .forbidden)
        let page = try await fixture.get("/team/workers/ana", fixture.signIn(.manager, user: "ana")).text
        #expect(!page.contains("Registration as a social worker"))
        #expect(try await limbs(fixture).found == ["none-qualified"])
    }
}
