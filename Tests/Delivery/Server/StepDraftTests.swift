import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// What was begun and not sent.
@Suite struct StepDraftTests: TakesSteps {
    @Test func `what was begun is there again after signing out, for its writer alone and on its child alone`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("person", Person(forename: "Other", surname: "Child", bornOn: try day("2019-02-11")))],
            about: "record:other")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        // Half a form: no day can be read, and nothing of it is thrown away.
        let kept = try await take("note", "on=the+day+bef&text=She+said+that&keep=yes", fixture, ben, form: "draft")
        #expect(kept.location == "\(address)/steps/note")
        let quiet = try await take(
            "note", "on=&text=She+said+that+%3Cb%3E&keep=yes&quiet=yes", fixture, ben, form: "draft")
        #expect(quiet.status == .noContent)
        #expect(try await journey(fixture).casework.notes.isEmpty, "a draft is no entry")
        let again = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("\(address)/steps/note", again).text
        #expect(page.contains("She said that &lt;b&gt;"))
        #expect(page.contains("You began this, and it was kept on"))
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        #expect(try await fixture.get("\(address)/steps/note", eve).text.contains("She said that") == false)
        let other = try await fixture.get("/children/record:other/steps/note", again).text
        #expect(other.contains("What happened?") && !other.contains("She said that"))
        // Sent, it is gone.
        try await take("note", "on=20+Nov+2026&text=She+said+that&significant=no", fixture, again, form: "draft")
        #expect(try await fixture.get("\(address)/steps/note", again).text.contains("She said that") == false)
        #expect(try await journey(fixture).casework.notes.count == 1)
    }

    @Test func `a draft about a child who has been restricted since is not shown to its writer`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("note", "text=Secret&keep=yes", fixture, ben)
        let ana = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: ana, to: .restrictChild, .child(child, in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict(child, to: ["ana"], access: access, at: ServerFixture.moment)
        let page = try await fixture.get("\(address)/steps/note", ben)
        #expect(page.status == .forbidden && !page.text.contains("Secret"))
    }

    @Test func `what was begun is found whichever way its page is opened`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("referral-decision", "of=R1&why=She+has+bruises&keep=yes", fixture, ana)
        for query in ["", "?of=R1"] {
            let page = try await fixture.get("\(address)/steps/referral-decision\(query)", ana).text
            #expect(page.contains("She has bruises"), "opened with '\(query)'")
        }
    }
}
