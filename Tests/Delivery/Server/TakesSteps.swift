import AccessRules
import Casework
import ChildJourney
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Steps of one invented child's journey, taken through the real router in a council whose record is kept here. Today is
/// Sat 21 Nov 2026.
protocol TakesSteps {}

extension TakesSteps {
    var child: SubjectID { "record:tamar" }
    var address: String { "/children/record:tamar" }

    func day(_ text: String) throws -> Day { try #require(Day(text)) }

    func fixture(_ referral: Referral? = nil) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        let received = Referral(receivedOn: try day("2026-09-01"), harmAlleged: true)
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2019-02-11"))),
                ("R1", referral ?? received),
            ], about: child)
        for (user, name, role) in [("ana", "Ana Reyes", Role.manager), ("ben", "Ben Adeyemi", .socialWorker)] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        fixture.record = record
        return fixture
    }

    @discardableResult
    func take(
        _ step: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken, form: String? = nil
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(
            "\(address)/steps/\(step)", token, "csrf=\(csrf)&form=form-\(form ?? step)&\(body)")
    }

    /// Records a record about the child again, as it should have been.
    func correct(_ body: some EntryBody, id: RecordID, _ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        let place = try await journey(fixture).records.first { $0.id == id }?.place
        let entry = NewEntry(body, id: id, about: .child(child), by: .user("u1"), corrects: try #require(place))
        guard case .recorded = try await record.store.append([entry], in: record.council, at: ServerFixture.moment)
        else { throw ChangedSince() }
    }

    func journey(_ fixture: ServerFixture) async throws -> Journey {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "u1", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        return try await record.store.open(child, access: access, at: ServerFixture.moment).history.journey()
    }
}
