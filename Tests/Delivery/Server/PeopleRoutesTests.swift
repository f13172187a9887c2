import AccessRules
import Casework
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

@Suite struct PeopleRoutesTests {
    @Test func `somebody is added, and chooses their own password with a link that works once`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            try await sam.get("/people")
            let added = try await sam.post(
                "/people", "name=Pat+(invented)&username=Pat@Council.example&role=manager&team=T1")
            #expect(added.location == "/people/pat%40council.example")
            let page = try await sam.get("/people/pat%40council.example")
            #expect(page.text.contains("Pat (invented)"))
            let made = try await sam.post("/people/pat%40council.example", "do=link")
            let start = try #require(made.text.firstRange(of: "/choose-password?key="))
            let key = String(made.text[start.upperBound...].prefix { $0 != "<" })
            // Nor does the link open anything before a second person has confirmed the account.
            #expect(try await sam.another().get("/choose-password?key=\(key)").status == .notFound)
            #expect(try await fixture.confirmAll() == 1)
            // Nobody signs in before the password is chosen.
            #expect(try await sam.another().signIn("pat@council.example", "").status == .unprocessableContent)

            let pat = sam.another()
            #expect(try await pat.get("/choose-password?key=\(SecretToken().text)").status == .notFound)
            #expect(try await pat.get("/choose-password?key=\(key)").text.contains("pat@council.example"))
            let short = try await pat.post("/choose-password", "key=\(key)&new=short&again=short")
            #expect(short.text.contains("at least 12 characters"))
            let chosen = "key=\(key)&new=three+random+words&again=three+random+words"
            #expect(try await pat.post("/choose-password", chosen).location == "/sign-in")
            #expect(try await pat.post("/choose-password", chosen).status == .notFound)
            #expect(try await pat.signIn("pat@council.example", "three random words").location == "/")
        }
        let changes = try await fixture.changes()
        #expect(changes.contains("sam asked pat@council.example added: manager, team T1"))
        #expect(changes.contains("pat@council.example password-chosen-by-link pat@council.example "))
    }

    @Test func `a link is too old after three days, and a new one takes the old one's place`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.add("eli", .member)
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            try await sam.get("/people/eli")
            func link() async throws -> String {
                let made = try await sam.post("/people/eli", "do=link")
                let start = try #require(made.text.firstRange(of: "/choose-password?key="))
                return "/choose-password?key=" + made.text[start.upperBound...].prefix { $0 != "<" }
            }
            let first = try await link()
            let second = try await link()
            let jo = sam.another()
            #expect(try await jo.get(first).status == .notFound)
            fixture.clock.value = ServerFixture.moment.adding(seconds: 72 * 3600 - 1)
            #expect(try await jo.get(second).status == .ok)
            fixture.clock.value = ServerFixture.moment.adding(seconds: 72 * 3600)
            #expect(try await jo.get(second).status == .notFound)
        }
    }

    @Test(arguments: [
        ("name=&username=pat&role=manager", "Enter the name"),
        ("name=Pat&username=&role=manager", "Enter the user name"),
        ("name=Pat&username=pat&role=king", "Choose the role from the list"),
        ("name=Pat&username=p%C3%A5t&role=manager", "letters without accents"),
        ("name=Pat&username=JO&role=manager", "Somebody signs in with this name already"),
        ("name=Pat&username=codes&role=manager", "letters without accents"),
    ])
    func `what is wrong with a new person is said beside its field`(fields: String, words: String) async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            try await sam.get("/people")
            let answer = try await sam.post("/people", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(words))
        }
    }

    @Test(arguments: ["do=role&role=member", "do=deactivate", "do=sign-out"])
    func `what takes somebody's part away ends their sessions at once`(change: String) async throws {
        let fixture = try await AccountFixture()
        _ = try await fixture.factor("jo")
        _ = try await fixture.record.store.change(
            .codesNeeded([]), of: "*", in: fixture.record.council, by: "sam", at: ServerFixture.moment)
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            let jo = SecretToken()
            let person = SignedInPerson(council: fixture.record.council, user: "jo", role: .socialWorker)
            let sessions = try #require(fixture.server.recordedSessions)
            _ = try await sessions.create(
                NewSession(
                    token: jo.digest, person: person, formToken: FormToken(), createdAt: ServerFixture.moment,
                    expiresAt: ServerFixture.moment.adding(hours: 1)))
            #expect(try await sessions.find(jo.digest, at: ServerFixture.moment) != nil)
            try await sam.get("/people/jo")
            #expect(try await sam.post("/people/jo", change).status == .ok)
            #expect(try await sessions.find(jo.digest, at: ServerFixture.moment) == nil)
        }
        #expect(try await fixture.changes().first?.hasPrefix("sam ") == true)
    }

    @Test func `somebody deactivated is refused like a wrong password, until they are active again`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            try await sam.get("/people/jo")
            try await sam.post("/people/jo", "do=deactivate")
            let wrong = try await sam.another().signIn("nobody")
            let closed = try await sam.another().signIn("jo")
            #expect(closed.status == wrong.status)
            func plain(_ page: String) -> String {
                page.replacing(/value="[^"]*"/, with: "")
            }
            #expect(plain(closed.text) == plain(wrong.text))
            try await sam.post("/people/jo", "do=reactivate")
            #expect(try await sam.another().signIn("jo").status == wrong.status)
            try await fixture.confirmAll()
            #expect(try await sam.another().signIn("jo").location == "/")
        }
    }

    @Test func `nobody changes their own role, and the last administrator stays`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            let own = try await sam.get("/people/sam")
            #expect(!own.text.contains("value=\"deactivate\"") && !own.text.contains("name=\"role\""))
            for change in ["do=role&role=manager", "do=deactivate"] {
                let answer = try await sam.post("/people/sam", change)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("Nobody changes their own role"))
            }
            #expect(try await sam.post("/people/sam", "do=reset-codes").status == .badRequest)
        }
        // Two who take each other's part away at once: one is too late.
        try await fixture.add("ali", .administrator)
        let (store, council) = (fixture.record.store, fixture.record.council)
        async let one = store.change(.deactivated, of: "ali", in: council, by: "sam", at: ServerFixture.moment)
        async let other = store.change(.deactivated, of: "sam", in: council, by: "ali", at: ServerFixture.moment)
        #expect(try await Set([one, other]) == [.done, .lastAdministrator])
    }

    @Test func `a locked account is unlocked`() async throws {
        let fixture = try await AccountFixture()
        for _ in 0..<SignIn.triesBeforeLock { _ = try await fixture.signIn("jo", "x", at: fixture.clock.value) }
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            #expect(try await sam.get("/people/jo").text.contains("Locked until"))
            try await sam.post("/people/jo", "do=unlock")
            #expect(try await sam.another().signIn("jo").location == "/")
        }
    }

    @Test func `nobody but an administrator opens it, and an administrator opens no child`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { jo in
            try await jo.signIn("jo")
            try await jo.get("/account")
            #expect(try await jo.get("/people").status == .forbidden)
            #expect(try await jo.get("/people/sam").status == .forbidden)
            for (address, fields) in [
                ("/people", "name=Pat&username=pat&role=administrator"), ("/people/jo", "do=role&role=administrator"),
                ("/people/sam", "do=link"), ("/people/codes", "needs="),
            ] {
                #expect(try await jo.post(address, fields).status == .forbidden)
            }
            let sam = jo.another()
            try await sam.signIn("sam")
            #expect(try await sam.get("/search?q=a").status == .forbidden)
        }
        #expect(try await fixture.changes().allSatisfy { $0.hasPrefix("command-line saved") })
    }
}
