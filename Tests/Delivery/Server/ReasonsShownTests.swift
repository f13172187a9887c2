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

/// Why somebody opened a restricted child, in their own words, is for those who may open the child. Tamar is restricted to Ana;
/// Cal broke the glass on her; her brother Kacper is restricted to nobody. Today is Sat 21 Nov 2026.
@Suite struct ReasonsShownTests: TakesSteps {
    private static let words = "Tamar ran away from her hidden mews"
    private let brother = "/children/record:kacper"

    private func opened() async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.record(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11"))),
                ("T1", Relationship(other: "tamar", kind: "sibling")),
            ], about: "record:kacper")
        try await record.record([("T1", Relationship(other: "kacper", kind: "sibling"))], about: child)
        let ana = try fixture.signIn(.manager, user: "ana")
        let restricted = try await send(
            "\(address)/restriction", "do=restrict&seen=0&named=ana&without-lead=yes&why=A+relative+works+here",
            fixture,
            ana)
        try #require(restricted.status == .seeOther)
        let cal = try fixture.signIn(.socialWorker, user: "cal")
        let broken = try await send(
            "\(address)/break-glass", "why=\(Self.words.replacing(" ", with: "+"))", fixture, cal)
        try #require(broken.status == .seeOther)
        for page in [address, address, "\(address)/family"] {
            #expect(try await fixture.get(page, cal).text.contains("Kacper"), "the family look is made")
        }
        return fixture
    }

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    @Test func `the brother's page says that he was shown, and not why his sister was opened`() async throws {
        let fixture = try await opened()
        for (role, user) in [(Role.socialWorker, "ben"), (.analyst, "ali"), (.manager, "dee"), (.manager, "ana")] {
            let page = try await fixture.get(brother, try fixture.signIn(role, user: UserID(user))).text
            #expect(page.contains("cal, social worker"), "the look is kept")
            #expect(page.contains("shown in a family"))
            #expect(!page.contains("ran away") && !page.contains("broke the glass"), "\(user)")
        }
        let own = try await fixture.get(address, try fixture.signIn(.manager, user: "ana")).text
        #expect(own.contains("broke the glass: \(Self.words)"), "on her own page it stands")
    }

    @Test func `a line of the log from before reasons were kept apart tells no more`() async throws {
        let fixture = try await opened()
        let record = try #require(fixture.record)
        let cal = SignedIn(council: record.council, user: "cal", role: .socialWorker)
        let access = try AccessRules.access(
            for: cal, to: .openChild, .child(child, in: record.council, .none),
            because: .brokeGlass(because: Self.words)
        ).get()
        for shown in [["record:kacper"], ["record:tamar", "record:kacper"]] as [[SubjectID]] {
            try await record.store.log(Look(access, at: ServerFixture.moment, query: "family", shown: shown))
        }
        let page = try await fixture.get(brother, try fixture.signIn(.socialWorker, user: "ben")).text
        #expect(!page.contains("ran away"))
    }

    @Test(arguments: [(Role.director, "dot"), (.manager, "dee"), (.administrator, "sam")])
    func `the log tells nobody who may not open her who was opened, or why`(role: Role, user: String) async throws {
        let fixture = try await opened()
        let reader = try fixture.signIn(role, user: UserID(user))
        _ = try await fixture.get("/search?q=tamar+okoro", try fixture.signIn(.manager, user: "ana"))
        for query in ["", "?did=break-glass", "?did=open-child", "?user=cal"] {
            let page = try await fixture.get("/access-log\(query)", reader).text
            #expect(page.contains("cal, social worker"), "that somebody looked is told")
            #expect(!page.contains("ran away") && !page.contains("tamar") && !page.contains("Tamar"), "\(query)")
        }
        let page = try await fixture.get("/access-log?did=break-glass", reader).text
        #expect(page.contains("a restricted child") && page.contains("Stated in words of their own, not shown here"))
    }

    @Test func `whoever is named reads all of it`() async throws {
        let fixture = try await opened()
        let page = try await fixture.get("/access-log?did=break-glass", try fixture.signIn(.manager, user: "ana")).text
        #expect(page.contains("child tamar") && page.contains("broke the glass: \(Self.words)"))
        #expect(page.contains("href=\"/children/record%3Atamar\"") || page.contains("href=\"/children/record:tamar\""))
    }

    @Test func `an administrator is given the reasons that follow from a role, and no child's number`() async throws {
        let fixture = try await opened()
        _ = try await fixture.get(brother, try fixture.signIn(.auditor, user: "reader"))
        let page = try await fixture.get("/access-log", try fixture.signIn(.administrator, user: "sam")).text
        #expect(page.contains("audit") && page.contains("Opened a child (1 child)") && !page.contains("kacper"))
    }

    @Test func `naming brothers and sisters to choose from is a look at them`() async throws {
        let fixture = try await opened()
        let ana = try fixture.signIn(.manager, user: "ana")
        func looks() async throws -> Int {
            try await fixture.get(brother, try fixture.signIn(.socialWorker, user: "ben")).text
                .components(separatedBy: "Ana Reyes, manager").count - 1
        }
        let before = try await looks()
        #expect(try await fixture.get("\(address)/wrong-child", ana).text.contains("Kacper"))
        #expect(try await looks() == before + 1)
        let wrong = try await send("\(address)/wrong-child", "why=x", fixture, ana)
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("Kacper"))
        #expect(try await looks() == before + 2)
    }
}
