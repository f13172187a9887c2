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

/// Nobody who looks after accounts comes by children's records alone.
@Suite struct SecondPersonTests {
    /// A new account, and the link to choose its password that its maker holds.
    private func added(_ sam: Browser, role: String = "social-worker") async throws -> String {
        try await sam.get("/people")
        try await sam.post("/people", "name=Pat+(invented)&username=pat&role=\(role)")
        return try await link(sam, "pat")
    }

    private func link(_ sam: Browser, _ account: String) async throws -> String {
        try await sam.get("/people/\(account)")
        let made = try await sam.post("/people/\(account)", "do=link")
        let start = try #require(made.text.firstRange(of: "/choose-password?key="))
        return String(made.text[start.upperBound...].prefix { $0 != "<" })
    }

    private func choose(_ key: String, _ browser: Browser) async throws -> HTTPResponse.Status {
        guard try await browser.get("/choose-password?key=\(key)").status == .ok else { return .notFound }
        return try await browser.post(
            "/choose-password", "key=\(key)&new=three+random+words&again=three+random+words"
        ).status
    }

    /// The address of what waits, on the page of whoever confirms it.
    private func waiting(_ browser: Browser) async throws -> [String] {
        let page = try await browser.get("/accounts-waiting")
        return page.text.split(separator: "action=\"/accounts-waiting/").dropFirst().map {
            "/accounts-waiting/" + $0.prefix { $0 != "\"" }
        }
    }

    @Test func `an account for a colleague who is invented opens nothing before a manager has confirmed it`()
        async throws
    {
        let fixture = try await AccountFixture()
        try await fixture.add("mo", .manager)
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            let key = try await added(sam)
            #expect(try await sam.get("/people").text.contains("Waits to be confirmed"))
            #expect(try await choose(key, sam.another()) == .notFound)
            #expect(try await sam.get("/accounts-waiting").status == .forbidden)

            let mo = sam.another()
            try await mo.signIn("mo")
            #expect(try await mo.get("/today").text.contains("waits for a second person"))
            let asked = try await waiting(mo)
            #expect(asked.count == 1)
            #expect(try await mo.post(try #require(asked.first), "do=confirm").location == "/accounts-waiting")
            #expect(try await !mo.get("/today").text.contains("waits for a second person"))
            let pat = sam.another()
            #expect(try await choose(key, pat) == .seeOther)
            #expect(try await pat.signIn("pat", "three random words").location == "/")
        }
        let changes = try await fixture.changes()
        #expect(changes.contains("sam asked pat added: social-worker"))
        #expect(changes.contains("mo confirmed pat added: social-worker"))
    }

    @Test func `an account that is turned down stays closed, and so does its link`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.add("di", .director)
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            let key = try await added(sam)
            let di = sam.another()
            try await di.signIn("di")
            let asked = try #require(try await waiting(di).first)
            try await di.post(asked, "do=turn-down")
            #expect(try await choose(key, sam.another()) == .notFound)
            // Making it active afterwards is asked anew.
            try await sam.post("/people/pat", "do=reactivate")
            let user = try await fixture.record.store.user("pat", in: fixture.record.council)
            #expect(user?.isActive == false)
            #expect(try await waiting(di).count == 1)
        }
    }

    @Test(arguments: [Role.socialWorker, .analyst, .auditor, .administrator, .member])
    func `nobody but a manager or the director confirms`(role: Role) async throws {
        let fixture = try await AccountFixture()
        try await fixture.add("ali", role)
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            _ = try await added(sam)
            let ali = sam.another()
            try await ali.signIn("ali")
            try await ali.get("/account")
            #expect(try await ali.get("/accounts-waiting").status == .forbidden)
            let number = try await fixture.number("pat")
            #expect(try await ali.post("/accounts-waiting/\(number)", "do=confirm").status == .forbidden)
            let outcome = try await fixture.record.store.change(
                .confirmed(number), of: "pat", in: fixture.record.council, by: "ali", at: fixture.clock.value)
            #expect(outcome == .notYours)
        }
        #expect(try await fixture.record.store.user("pat", in: fixture.record.council)?.isActive == false)
    }

    @Test func `whoever asked, whose account it is and who is not active any more confirm nothing`() async throws {
        let fixture = try await AccountFixture()
        let (store, council, moment) = (fixture.record.store, fixture.record.council, fixture.clock.value)
        try await fixture.add("mo", .manager)
        // Asked by somebody who has become a manager since.
        #expect(try await store.change(.role(.manager), of: "jo", in: council, by: "mo", at: moment) == .waits)
        for author: UserID in ["mo", "jo"] {
            let outcome = try await store.change(
                .confirmed(try await fixture.number("jo")), of: "jo", in: council, by: author, at: moment)
            #expect(outcome == .notYours)
        }
        try await fixture.add("di", .director)
        #expect(try await store.change(.deactivated, of: "di", in: council, by: "sam", at: moment) == .done)
        let outcome = try await store.change(
            .confirmed(try await fixture.number("jo")), of: "jo", in: council, by: "di", at: moment)
        #expect(outcome == .notYours)
        #expect(try await store.user("jo", in: council)?.role == .socialWorker)
    }

    @Test(arguments: [
        (Role.socialWorker, Role.manager, true), (.administrator, .socialWorker, true), (.member, .inspector, true),
        (.socialWorker, .analyst, true), (.manager, .analyst, false), (.socialWorker, .member, false),
        (.manager, .administrator, false), (.member, .partner, false),
    ])
    func `a role that gives more waits, and one that gives less is theirs at once`(
        before: Role, after: Role, waits: Bool
    ) async throws {
        let fixture = try await AccountFixture()
        let (store, council, moment) = (fixture.record.store, fixture.record.council, fixture.clock.value)
        try await fixture.add("ali", before)
        let outcome = try await store.change(.role(after), of: "ali", in: council, by: "sam", at: moment)
        #expect(outcome == (waits ? .waits : .done))
        #expect(try await store.user("ali", in: council)?.role == (waits ? before : after))
        try await fixture.confirmAll()
        #expect(try await store.user("ali", in: council)?.role == after)
    }

    @Test func `a colleague's account is not taken over with a link and their codes reset`() async throws {
        let fixture = try await AccountFixture()
        _ = try await fixture.factor("jo")
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            let key = try await link(sam, "jo")
            #expect(try await choose(key, sam.another()) == .notFound)
            try await sam.post("/people/jo", "do=reset-codes")
            let factor = try await fixture.record.store.secondFactor(of: "jo", in: fixture.record.council)
            #expect(factor?.confirmedAt != nil)
            #expect(try await sam.another().signIn("jo").location == "/sign-in/code")
            // Both are confirmed: the link that was made before is still there.
            #expect(try await fixture.confirmAll() == 2)
            #expect(try await choose(key, sam.another()) == .seeOther)
            #expect(try await sam.another().signIn("jo", "three random words").location == "/")
        }
    }

    @Test func `a link made after one that was confirmed waits again`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            _ = try await link(sam, "jo")
            #expect(try await fixture.confirmAll() == 1)
            let second = try await link(sam, "jo")
            #expect(try await choose(second, sam.another()) == .notFound)
        }
    }

    @Test func `what was asked can be taken back, and then nobody confirms it`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            try await sam.get("/people/jo")
            try await sam.post("/people/jo", "do=role&role=manager")
            let number = try await fixture.number("jo")
            #expect(try await sam.post("/people/jo", "do=take-back&number=\(number)").status == .ok)
            try await fixture.add("mo", .manager)
            let outcome = try await fixture.record.store.change(
                .confirmed(number), of: "jo", in: fixture.record.council, by: "mo", at: fixture.clock.value)
            #expect(outcome == .notNow)
        }
    }
}

extension AccountFixture {
    /// The number of what waits about an account.
    func number(_ account: UserID) async throws -> Int64 {
        let person = SignedInPerson(council: record.council, user: "sam", role: .administrator)
        let access = try AccessRules.access(
            for: person, to: .administer, .council(record.council), because: .administration
        ).get()
        return try #require(
            try await record.store.accountsWaiting(access: access).last { $0.account == account }?.number)
    }
}
