import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A child goes from one team to another; through the real router. Today is Sat 21 Nov 2026.
@Suite struct TransferTests: TakesSteps {
    /// Ben of team north holds Tamar; Dee manages team south, of which Cat is.
    private func held() async throws -> ServerFixture {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let record = try #require(fixture.record)
        for (user, role, team) in [
            ("ana", Role.manager, "north"), ("ben", .socialWorker, "north"), ("dee", .manager, "south"),
            ("cat", .socialWorker, "south"),
        ] {
            try await record.store.save(
                User(council: record.council, id: UserID(user), name: "\(user) Invented", role: role, team: team))
        }
        try await record.record(
            [("A1", Allocation(worker: "ben", team: "north", role: .lead, from: try day("2026-09-01")))], about: child)
        return fixture
    }

    private func signIn(_ user: UserID, _ fixture: ServerFixture) async throws -> SecretToken {
        let record = try #require(fixture.record)
        let known = try #require(try await record.store.user(user, in: record.council))
        return fixture.sessions.begin(known.signedIn, at: fixture.signsInAt)
    }

    @Test func `accepted by a manager of the receiving team, the child goes to the worker they name`() async throws {
        let fixture = try await held()
        let (ana, ben, dee) = (
            try await signIn("ana", fixture), try await signIn("ben", fixture), try await signIn("dee", fixture)
        )
        #expect(try await take("transfer", "team=south&why=The+plan+began", fixture, ben).status == .seeOther)
        let id = try #require(try await journey(fixture).casework.transfers.first).id.text
        for token in [ana, dee] {
            let team = try await fixture.get("/team", token).text
            #expect(team.contains("Transfers not yet answered") && team.contains("The plan began"))
        }
        #expect(try await fixture.get("/work", dee).text.contains("/steps/transfer-answer?of=\(id)"))
        #expect(try await journey(fixture).lead(on: day("2026-11-21"))?.worker == "ben", "until it is accepted")
        let nobody = try await take("transfer-answer", "of=\(id)&accepted=yes", fixture, dee, form: "nobody")
        #expect(nobody.text.contains("Choose who of your team will hold the child"))
        let stranger = try await take("transfer-answer", "of=\(id)&accepted=yes&worker=ben", fixture, dee, form: "ben")
        #expect(stranger.status == .unprocessableContent, "somebody of another team is not of the list")
        #expect(try await take("transfer-answer", "of=\(id)&accepted=yes&worker=cat", fixture, dee).status == .seeOther)
        let lead = try #require(try await journey(fixture).lead(on: day("2026-11-21")))
        #expect(lead.worker == "cat" && lead.team == "south")
        #expect(try await journey(fixture).lead(on: day("2026-11-20"))?.worker == "ben")
        #expect(try await fixture.get("/team", dee).text.contains("The plan began") == false)
    }

    @Test func `a refusal says why, and the child stays where they are`() async throws {
        let fixture = try await held()
        let (ben, dee) = (try await signIn("ben", fixture), try await signIn("dee", fixture))
        try await take("transfer", "team=south&why=The+plan+began", fixture, ben)
        let id = try #require(try await journey(fixture).casework.transfers.first).id.text
        let silent = try await take("transfer-answer", "of=\(id)&accepted=no", fixture, dee, form: "silent")
        #expect(silent.text.contains("Enter why you refuse"))
        try await take("transfer-answer", "of=\(id)&accepted=no&answer=Not+written+up", fixture, dee, form: "no")
        #expect(try await journey(fixture).lead(on: day("2026-11-21"))?.worker == "ben")
        #expect(try await fixture.get(address, ben).text.contains("Not written up"))
    }

    @Test func `neither whoever asked nor a manager of another team accepts it`() async throws {
        let fixture = try await held()
        let (ana, dee) = (try await signIn("ana", fixture), try await signIn("dee", fixture))
        try await take("transfer", "team=south&why=The+plan+began", fixture, dee)
        let id = try #require(try await journey(fixture).casework.transfers.first).id.text
        let own = try await take("transfer-answer", "of=\(id)&accepted=yes&worker=cat", fixture, dee, form: "own")
        #expect(own.status == .unprocessableContent && own.text.contains("You asked for this yourself"))
        let other = try await take("transfer-answer", "of=\(id)&accepted=yes&worker=cat", fixture, ana, form: "other")
        #expect(other.status == .unprocessableContent && other.text.contains("Only a manager of the receiving team"))
        let cat = try await signIn("cat", fixture)
        let worker = try await take("transfer-answer", "of=\(id)&accepted=yes&worker=cat", fixture, cat, form: "cat")
        #expect(worker.status == .forbidden)
        #expect(try await journey(fixture).lead(on: day("2026-11-21"))?.worker == "ben")
    }
}
