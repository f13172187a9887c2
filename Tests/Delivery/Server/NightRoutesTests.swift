import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Nights, handing over and the emergency list. Today is Sat 21 Nov 2026, 06:26.
@Suite struct NightRoutesTests {
    private let address = "/children/record:tamar"

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func fixture(at moment: Moment = ServerFixture.moment) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        var referral = Referral(receivedOn: try day("2026-11-20"), noFurtherAction: false, harmAlleged: true)
        referral.receivedAt = Moment(londonDay: try day("2026-11-20"), minute: 16 * 60 + 50)
        referral.harmSigns = [.noneOfThese]
        var held = StrategyDiscussion(heldOn: try day("2026-11-20"), referral: "R1")
        (held.immediateSafety, held.actions) = ("With her aunt until Monday", "Police check the flat by noon")
        var plan = ChildProtectionPlan(referral: "R1", startedOn: try day("2026-11-20"))
        plan.contingency = "If her aunt cannot, ring the placement desk"
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2019-02-11"))),
                ("address", Address(postcode: "ZZ99 3WZ", text: "1 Nowhere Street")), ("R1", referral), ("S1", held),
                ("P1", plan), ("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-11-20"))),
            ], about: "record:tamar")
        for (user, name, role) in [
            ("ana", "Ana Reyes", Role.manager), ("ben", "Ben Adeyemi", .socialWorker),
            ("eve", "Eve Quinn", .emergencyDuty),
            ("flo", "Flo Marsh", .frontDoor),
        ] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        fixture.record = record
        fixture.now = { moment }
        fixture.signsInAt = moment
        return fixture
    }

    @discardableResult
    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    private func handOver(_ fixture: ServerFixture, _ token: SecretToken, _ more: String = "") async throws {
        let sent = try await send(
            "\(address)/steps/handover", "form=form-h&to=day-team&items=Ring+the+hospital+by+10\(more)", fixture, token)
        #expect(sent.status == .seeOther)
    }

    // MARK: Hours

    @Test(
        arguments: [
            (21, 15, 10, "due by 16:50: 1 hour left"), (21, 16, 30, "due by 16:50: 20 minutes left"),
            (21, 16, 50, "due by 16:50: 0 minutes left"), (21, 16, 51, "1 minute over"), (21, 19, 5, "2 hours over"),
            (22, 9, 0, "16 hours over"),
        ] as [(Int, Int, Int, String)])
    func `Today says how many hours are left, and then how many are over`(
        date: Int, hour: Int, minute: Int, words: String
    ) async throws {
        let moment = Moment(londonDay: try day("2026-11-\(date)"), minute: hour * 60 + minute)
        let fixture = try await fixture(at: moment)
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get("/today", ana).text
        #expect(page.contains(words), "\(words) is not on the page")
        #expect(try await fixture.get(address, ana).text.contains(words))
        let why = try await fixture.get("\(address)/why/harm-alleged-unseen", ana).text
        #expect(why.contains(words) && why.contains("24 hours: due by Sat 21 Nov 2026, 16:50."))
    }

    @Test func `a page kept in memory does not keep the hour`() async throws {
        var fixture = try await fixture()
        let clock = Locked(Moment(londonDay: try day("2026-11-21"), minute: 16 * 60 + 49))
        fixture.now = { clock.value }
        fixture.signsInAt = clock.value
        let ana = try fixture.signIn(.manager, user: "ana")
        try await fixture.test { client in
            let before = try await client.execute(uri: "/today", method: .get, headers: .cookie(ana)).text
            #expect(before.contains("due by 16:50: 1 minute left"))
            clock.value = clock.value.adding(seconds: 120)
            let after = try await client.execute(uri: "/today", method: .get, headers: .cookie(ana)).text
            #expect(after.contains("1 minute over"))
        }
    }

    @Test func `within a day of an allegation a visit is asked for its time, and counts with it`() async throws {
        let fixture = try await fixture(at: Moment(londonDay: try day("2026-11-21"), minute: 18 * 60))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let visit = "record=visit-1&on=21+Nov+2026&seen=yes&alone=yes"
        let asked = try await send("\(address)/visits/new", visit, fixture, ben)
        #expect(asked.status == .unprocessableContent && asked.text.contains("Enter the time"))
        #expect(try await send("\(address)/visits/new", visit + "&at=9", fixture, ben).status == .unprocessableContent)
        // 19:00 has not come yet.
        #expect(
            try await send("\(address)/visits/new", visit + "&at=19:00", fixture, ben).status == .unprocessableContent)
        #expect(try await send("\(address)/visits/new", visit + "&at=4.30pm", fixture, ben).status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("Harm was alleged") == false)
    }

    @Test func `a time to come is refused, since it would put off the hour`() async throws {
        let fixture = try await fixture(at: Moment(londonDay: try day("2026-11-21"), minute: 18 * 60))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let told = "form=form-x&on=21+Nov+2026&signs=none-of-these&at="
        let path = "\(address)/steps/harm-alleged"
        #expect(try await send(path, told + "18:01", fixture, ben).status == .unprocessableContent)
        #expect(try await send(path, told + "6pm&signs=injury", fixture, ben).status == .unprocessableContent)
        #expect(try await send(path, told + "6pm", fixture, ben).status == .seeOther)
    }

    // MARK: Emergency duty

    @Test func `emergency duty finds a child, sees the plan for tonight, and records what happened`() async throws {
        let fixture = try await fixture()
        let eve = try fixture.signIn(.emergencyDuty, user: "eve")
        #expect(try await fixture.get("/", eve).location == "/nights")
        let found = try await fixture.get("/search?q=okoro", eve).text
        #expect(found.contains("\(address)/tonight"))
        let tonight = try await fixture.get("\(address)/tonight", eve).text
        for words in [
            "With her aunt until Monday", "If her aunt cannot, ring the placement desk", "Ben Adeyemi",
            "Police check the flat by noon", "No visit on which the child was seen", "Harm was alleged",
            "due by 16:50", "/visits/new", "/steps/contact", "/steps/harm-alleged", "/steps/strategy-discussion",
            "/steps/note", "/steps/handover",
        ] { #expect(tonight.contains(words), "\(words) is not there") }
        #expect(!tonight.contains("Nowhere Street") && !tonight.contains("ZZ99"))
        #expect(
            try await send(
                "\(address)/visits/new", "record=visit-1&on=21+Nov+2026&at=05:30&seen=yes&alone=yes", fixture, eve
            ).status == .seeOther)
        #expect(try await fixture.get("\(address)/tonight", eve).text.contains("Harm was alleged") == false)
        let nights = try await fixture.get("/nights", eve).text
        #expect(nights.contains("From Fri 20 Nov 2026, 17:00 to Mon 23 Nov 2026, 09:00"))
        #expect(nights.contains("Eve Quinn") && nights.contains("Tamar Okoro"))
        // Nothing a manager decides, and no closing.
        #expect(try await fixture.get("\(address)/steps/closure?of=R1", eve).status == .forbidden)
        #expect(try await fixture.get("/team", eve).status == .forbidden)
    }

    @Test func `nights shows what falls due before the offices open`() async throws {
        let fixture = try await fixture()
        let nights = try await fixture.get("/nights", try fixture.signIn(.emergencyDuty, user: "eve")).text
        let due = try #require(nights.firstRange(of: "Due before the offices open")).upperBound
        let next = try #require(nights.firstRange(of: "Recorded since the offices closed")).lowerBound
        #expect(nights[due..<next].contains("Tamar Okoro"))
    }

    // MARK: Handing over

    @Test func `what is handed over stays open until somebody else takes it, by name`() async throws {
        let fixture = try await fixture()
        let eve = try fixture.signIn(.emergencyDuty, user: "eve")
        try await handOver(fixture, eve)
        let accept = "\(address)/handovers/form-h"
        // Whoever handed it over cannot take it, and is not offered it.
        #expect(try await fixture.get("/nights", eve).text.contains("Ring the hospital by 10"))
        #expect(try await fixture.get("/nights", eve).text.contains("I take this") == false)
        #expect(try await send(accept, "back=/nights", fixture, eve).status == .forbidden)
        let other = try fixture.signIn(.emergencyDuty, user: "una")
        #expect(try await send(accept, "back=/nights", fixture, other).status == .forbidden)
        let ana = try fixture.signIn(.manager, user: "ana")
        let work = try await fixture.get("/work", ana).text
        #expect(work.contains("By Eve Quinn") && work.contains("To be taken by Mon 23 Nov 2026, 09:00."))
        #expect(try await fixture.get("/team", ana).text.contains("Ring the hospital by 10"))
        let flo = try fixture.signIn(.frontDoor, user: "flo")
        let taken = try await send(accept, "back=/work", fixture, flo)
        #expect(taken.status == .seeOther && taken.location == "/work")
        #expect(try await fixture.get("/work", ana).text.contains("Ring the hospital by 10") == false)
        #expect(try await fixture.get(address, ana).text.contains("Taken by"))
        // Taken twice, the first has it.
        #expect(try await send(accept, "back=/work", fixture, ana).status == .seeOther)
        #expect(try await fixture.get("\(address)/tonight", ana).text.contains("taken by Flo Marsh"))
    }

    @Test func `one that is for a person is not taken by somebody else of the team`() async throws {
        let fixture = try await fixture()
        try await handOver(fixture, fixture.signIn(.emergencyDuty, user: "eve"), "&person=ben")
        let accept = "\(address)/handovers/form-h"
        #expect(try await send(accept, "", fixture, fixture.signIn(.frontDoor, user: "flo")).status == .forbidden)
        #expect(try await send(accept, "", fixture, fixture.signIn(.socialWorker, user: "zoe")).status == .forbidden)
        #expect(try await send(accept, "", fixture, fixture.signIn(.socialWorker, user: "ben")).status == .seeOther)
    }

    @Test(arguments: [(22, 23, 59, false), (23, 8, 59, false), (23, 9, 0, true)] as [(Int, Int, Int, Bool)])
    func `not taken by nine on the next working morning it is outstanding`(
        date: Int, hour: Int, minute: Int, isOutstanding: Bool
    ) async throws {
        var fixture = try await fixture()
        try await handOver(fixture, fixture.signIn(.emergencyDuty, user: "eve"))
        let later = Moment(londonDay: try day("2026-11-\(date)"), minute: hour * 60 + minute)
        fixture.now = { later }
        fixture.signsInAt = later
        let work = try await fixture.get("/work", try fixture.signIn(.manager, user: "ana")).text
        #expect(work.contains("Outstanding: nobody had taken it by Mon 23 Nov 2026, 09:00.") == isOutstanding)
    }

    @Test func `a restricted child's handover is shown to nobody who may not open them`() async throws {
        let fixture = try await fixture()
        try await handOver(fixture, fixture.signIn(.emergencyDuty, user: "eve"))
        try await fixture.record?.restrict("record:tamar", to: ["ana"])
        let flo = try fixture.signIn(.frontDoor, user: "flo")
        for page in ["/work", "/nights"] {
            let text = try await fixture.get(page, flo).text
            #expect(!text.contains("Tamar") && !text.contains("hospital"), "\(page)")
        }
        #expect(try await send("\(address)/handovers/form-h", "", fixture, flo).status == .forbidden)
        #expect(try await fixture.get("\(address)/tonight", flo).status == .forbidden)
    }

    // MARK: The emergency list

    @Test func `the emergency list says what to do, prints no address, and logs whoever is on it`() async throws {
        let fixture = try await fixture(at: Moment(londonDay: try day("2026-11-21"), minute: 18 * 60))
        let eve = try fixture.signIn(.emergencyDuty, user: "eve")
        let list = try await fixture.get("/emergency-list", eve).text
        for words in [
            "Tamar Okoro", "With her aunt until Monday", "1 hour over", "Made Sat 21 Nov 2026, 18:00",
            "nothing was found missing for them in what was checked",
        ] { #expect(list.contains(words), "\(words) is not there") }
        #expect(!list.contains("Nowhere") && !list.contains("ZZ99"))
        let looks = try #require(try await fixture.record?.looks())
        #expect(looks.contains { $0.user == "eve" && $0.verb == "open-child" && $0.shown == ["record:tamar"] })
        try await fixture.record?.restrict("record:tamar", to: ["ana"])
        let restricted = try await fixture.get("/emergency-list", eve).text
        #expect(!restricted.contains("Tamar") && restricted.contains("1 restricted child is counted and not printed."))
    }

    @Test(arguments: [Role.socialWorker, .frontDoor, .analyst, .member, .administrator, .chair])
    func `whoever does not answer for the night prints no list`(role: Role) async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get("/emergency-list", try fixture.signIn(role, user: "x")).status == .forbidden)
    }
}
