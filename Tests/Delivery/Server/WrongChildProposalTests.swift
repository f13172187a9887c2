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

/// What is said to be about another child, and waits for a second manager. Today is Sat 21 Nov 2026.
@Suite struct WrongChildProposalTests: TakesSteps {
    private let kacper: SubjectID = "record:kacper"

    /// Harm is alleged about Tamar and nobody has decided anything: level 1. Gives the number of that referral.
    private func alleged() async throws -> (fixture: ServerFixture, id: Int64) {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let on = try day("2026-11-19")
        try await fixture.record?.record(
            [("R3", Referral(receivedOn: on, noFurtherAction: false, harmAlleged: true, decidedOn: on))], about: child)
        try await fixture.record?.store.save(
            User(council: try #require(fixture.record?.council), id: "dee", name: "Dee Hall", role: .manager))
        let id = try #require(try await journey(fixture).referrals.first { $0.id == "R3" }).place
        return (fixture, id)
    }

    private func post(_ body: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(address)/wrong-child", token, "csrf=\(csrf)&\(body)")
    }

    private func managers(_ fixture: ServerFixture) throws -> (ana: SecretToken, dee: SecretToken) {
        (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.manager, user: "dee"))
    }

    @Test func `whoever proposed it takes it back, and nobody else does`() async throws {
        let (fixture, id) = try await alleged()
        let (ana, dee) = try managers(fixture)
        _ = try await post("recording=\(id)&to=nobody&why=The+wrong+page", fixture, ana)
        #expect(try await fixture.get("\(address)/wrong-child", ana).text.contains("Take it back"))
        #expect(try await !fixture.get("\(address)/wrong-child", dee).text.contains("Take it back"))
        #expect(try await post("act=take-back&of=\(id)", fixture, dee).status == .conflict)
        #expect(try await post("act=take-back&of=\(id)", fixture, ana).status == .seeOther)
        let page = try await fixture.get("\(address)/wrong-child", ana).text
        #expect(page.contains("taken back on Sat 21 Nov 2026") && !page.contains("Not sealed yet"))
        #expect(try await fixture.get(address, ana).text.contains("taken back, and not sealed"))
        #expect(try await journey(fixture).referrals.contains { $0.id == "R3" })
        #expect(try await post("act=take-back&of=\(id)", fixture, ana).status == .conflict, "once")
    }

    @Test func `a second manager refuses with a reason, which whoever proposed it reads; it can be proposed again`()
        async throws
    {
        let (fixture, id) = try await alleged()
        let (ana, dee) = try managers(fixture)
        _ = try await post("recording=\(id)&to=nobody&why=The+wrong+page", fixture, ana)
        #expect(try await post("act=refuse&of=\(id)", fixture, dee).status == .unprocessableContent, "without a reason")
        let own = try await post("act=refuse&of=\(id)&refused-\(id)=No", fixture, ana)
        #expect(own.status == .conflict, "nobody refuses what they proposed themselves")
        let refused = try await post("act=refuse&of=\(id)&refused-\(id)=It+names+Tamar", fixture, dee)
        #expect(refused.status == .seeOther)
        let page = try await fixture.get("\(address)/wrong-child", ana).text
        #expect(page.contains("refused by Dee Hall on Sat 21 Nov 2026: It names Tamar"))
        #expect(try await fixture.get(address, ana).text.contains("/why/threshold-undecided"), "it counts")
        // What was refused binds nobody: it waits again, for somebody else again.
        _ = try await post("recording=\(id)&to=nobody&why=So+it+is", fixture, ana)
        #expect(try await journey(fixture).referrals.contains { $0.id == "R3" })
        #expect(try await fixture.get("\(address)/wrong-child", ana).text.contains("Not sealed yet"))
        #expect(try await post("recording=\(id)&to=nobody&why=Yes", fixture, dee).status == .seeOther)
        #expect(try await journey(fixture).referrals.contains { $0.id == "R3" } == false)
    }

    @Test func `it is confirmed for the child it was asked for, and for no other`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let record = try #require(fixture.record)
        for (name, forename) in [("kacper", "Kacper"), ("noor", "Noor")] {
            try await record.record(
                [
                    ("person", Person(forename: forename, surname: "Invented", bornOn: try day("2019-02-11"))),
                    (
                        "R1",
                        Referral(
                            receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01"))
                    ),
                ], about: SubjectID("record:\(name)"))
        }
        try await record.store.save(User(council: record.council, id: "dee", name: "Dee Hall", role: .manager))
        var told = Contact(receivedOn: try day("2026-11-19"), source: "1A")
        told.harmAlleged = true
        try await record.record([("C9", told)], about: child)
        let id = try #require(try await journey(fixture).contacts.first { $0.id == "C9" }).place
        let (ana, dee) = try managers(fixture)
        #expect(try await post("recording=\(id)&to=another&number=kacper&why=His", fixture, ana).status == .seeOther)
        #expect(try await journey(fixture).contacts.contains { $0.id == "C9" }, "it waits")
        let page = try await fixture.get("\(address)/wrong-child", dee).text
        #expect(page.contains("It is asked to be recorded on Kacper Invented, number kacper."))
        for other in ["to=nobody", "to=another&number=noor"] {
            let answer = try await post("recording=\(id)&\(other)&why=x", fixture, dee)
            #expect(answer.status == .conflict && answer.text.contains("asked for it in another way"))
        }
        #expect(try await journey(fixture).contacts.contains { $0.id == "C9" })
        #expect(try await post("recording=\(id)&to=another&number=kacper&why=His", fixture, dee).status == .seeOther)
        #expect(try await !journey(fixture).contacts.contains { $0.id == "C9" })
        let access = try AccessRules.access(
            for: SignedIn(council: record.council, user: "dee", role: .manager), to: .openChild,
            .child(kacper, in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open(kacper, access: access, at: ServerFixture.moment)
        #expect(opened.concerns.contains { $0.code == "harm-alleged-unseen" && $0.clearedOn == nil })
    }

    @Test func `what would be less urgent without it waits for a second manager too`() throws {
        func concern(raised: String?) throws -> Concern {
            Concern(
                code: "in-need-child-unseen", limb: "", kind: .unseen,
                about: About(.referral, on: try day("2026-09-01"), id: "R1"), clockStart: try day("2026-09-01"),
                due: nil, onset: try day("2026-10-01"), clearedOn: nil, endedOn: nil, ending: nil, baseLevel: 2,
                raisedFrom: try raised.map { try day($0) }, standard: nil, evidence: [], numbers: [], inToday: true)
        }
        let today = try day("2026-11-21")
        let (before, after) = (try concern(raised: "2026-11-01"), try concern(raised: nil))
        #expect(WouldEnd(child, before: [before], after: [after], on: today) != nil)
        #expect(WouldEnd(child, before: [before], after: [before], on: today) == nil)
        #expect(WouldEnd(child, before: [after], after: [], on: today) == nil, "it was never at level 1")
    }

    @Test func `a social worker neither takes it back nor refuses it`() async throws {
        let (fixture, id) = try await alleged()
        let (ana, _) = try managers(fixture)
        _ = try await post("recording=\(id)&to=nobody&why=The+wrong+page", fixture, ana)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for act in ["take-back", "refuse&refused-\(id)=No"] {
            #expect(try await post("act=\(act)&of=\(id)", fixture, ben).status == .forbidden)
        }
    }

    @Test
    func `what waits stands on Team and My work with its age until somebody answers, and names no restricted child`()
        async throws
    {
        var (fixture, id) = try await alleged()
        let (ana, _) = try managers(fixture)
        _ = try await post("recording=\(id)&to=nobody&why=The+wrong+page", fixture, ana)
        let later = ServerFixture.moment.adding(hours: 12 * 24)
        (fixture.now, fixture.signsInAt) = ({ later }, later)
        let (anaLater, deeLater) = try managers(fixture)
        for page in ["/team", "/work"] {
            let text = try await fixture.get(page, deeLater).text
            #expect(text.contains("Proposals that wait for a second manager"), "\(page)")
            #expect(text.contains("Sat 21 Nov 2026, 12 days ago") && text.contains("confirm or refuse"), "\(page)")
            #expect(text.contains("Tamar Okoro"), "\(page)")
            #expect(try await fixture.get(page, anaLater).text.contains("See it, or take it back"), "\(page)")
        }
        try await fixture.record?.restrict(child, to: ["ana"])
        let hidden = try await fixture.get("/team", deeLater).text
        #expect(!hidden.contains("The wrong page") && hidden.contains("on records you may not open"))
        #expect(try await post("act=take-back&of=\(id)", fixture, anaLater).status == .seeOther)
        #expect(try await !fixture.get("/team", anaLater).text.contains("Proposals that wait"))
    }

    @Test func `that two records are of one child waits on Team too, and the other is named on its page alone`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("person", Person(forename: "Tamara", surname: "Okorro", bornOn: try day("2019-11-02")))],
            about: "record:again")
        let (ana, dee) = try managers(fixture)
        let csrf = try #require(fixture.sessions.all[ana.digest]?.formToken.masked())
        let proposal = "csrf=\(csrf)&act=propose&record=merge-1&other=again&why=One+mother"
        _ = try await fixture.post("\(address)/merge", ana, proposal)
        let page = try await fixture.get("/team", dee).text
        #expect(page.contains("Another record is said to be of the same child") && page.contains("One mother"))
        #expect(!page.contains("Okorro") && page.contains("\(address)/merge"))
        let confirm =
            "csrf=\(try #require(fixture.sessions.all[dee.digest]?.formToken.masked()))&act=confirm&of=merge-1"
        _ = try await fixture.post("\(address)/merge", dee, confirm)
        #expect(try await !fixture.get("/team", dee).text.contains("Another record is said to be"))
    }

    /// Kacper lives where Tamar does, with an adult who is said to pose a risk. That she lives there stands on Tamar's record.
    private func household() async throws -> (fixture: ServerFixture, tie: Int64) {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let on = try day("2026-11-18")
        try await record.record(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11"))),
                ("R2", Referral(receivedOn: on, noFurtherAction: false, decidedOn: on)),
            ], about: kacper)
        var risk = PersonPosingRisk(knownOn: on, basis: .conviction, what: "Assault", source: "police")
        risk.by = "ben"
        let adult = Subject.adult("record:joe")
        let entries = [
            NewEntry(Person(forename: "Joe", surname: "Invented"), id: "person", about: adult, by: .user("ben")),
            NewEntry(risk, id: "K1", about: adult, by: .user("ben")),
        ]
        _ = try await record.store.append(entries, in: record.council, at: ServerFixture.moment)
        var lives = Relationship(other: "joe", kind: "other", from: on)
        (lives.isAdult, lives.livesWith) = (true, true)
        var home = Relationship(other: "tamar", kind: "same-home", from: on)
        home.isAdult = false
        try await record.record([("T1", lives)], about: child)
        try await record.record([("T2", home)], about: kacper)
        return (fixture, try #require(try await journey(fixture).relationships.first { $0.id == "T1" }).place)
    }

    private func stands(_ code: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> Bool {
        try await fixture.get("/children/record:kacper", token).text.contains("/why/\(code)")
    }

    @Test
    func `a tie that a concern about another child rests on is not sealed by one manager, who sees what would end`()
        async throws
    {
        let (fixture, tie) = try await household()
        let (ana, dee) = try managers(fixture)
        // Tamar's own is decided: what is left of it at level 1 is her brother's.
        var decision = ManagementDecision(
            on: try day("2026-11-21"), point: .adultInHome, decision: "He moves out", why: "Assault", by: "ana")
        decision.adult = "joe"
        try await fixture.record?.record([("D1", decision)], about: child)
        #expect(try await stands("risk-adult-in-home", fixture, ana))
        #expect(try await post("recording=\(tie)&to=nobody&why=Not+her+uncle", fixture, ana).status == .seeOther)
        #expect(try await journey(fixture).relationships.contains { $0.id == "T1" }, "not sealed")
        #expect(try await stands("risk-adult-in-home", fixture, ana), "her brother's counts")
        let page = try await fixture.get("\(address)/wrong-child", dee).text
        #expect(page.contains("Sealing it would end") && page.contains("Kacper Okoro: An adult who may pose a risk"))
        #expect(try await post("recording=\(tie)&to=nobody&why=So+it+is", fixture, dee).status == .seeOther)
        #expect(try await journey(fixture).relationships.contains { $0.id == "T1" } == false)
    }

    @Test func `whoever may not open the other child is told how much would end and not for whom`() async throws {
        let (fixture, tie) = try await household()
        let (ana, dee) = try managers(fixture)
        _ = try await post("recording=\(tie)&to=nobody&why=Not+her+uncle", fixture, ana)
        try await fixture.record?.restrict(kacper, to: ["ana"])
        let page = try await fixture.get("\(address)/wrong-child", dee).text
        #expect(page.contains("A child whose record you may not open: 1 thing"))
        #expect(!page.contains("Kacper"))
        #expect(try await fixture.get("\(address)/wrong-child", ana).text.contains("Kacper Okoro: "))
    }

    @Test func `looking at what would end records nothing and changes nothing`() async throws {
        let (fixture, tie) = try await household()
        let (ana, _) = try managers(fixture)
        let record = try #require(fixture.record)
        _ = try await post("recording=\(tie)&to=nobody&why=Not+her+uncle", fixture, ana)
        let before = try await record.store.head(of: record.council)
        for _ in 1...2 { _ = try await fixture.get("\(address)/wrong-child", ana) }
        #expect(try await record.store.head(of: record.council).sequence == before.sequence)
        #expect(try await record.store.verify(record.council, expecting: before).isWhole)
        #expect(try await stands("risk-adult-in-home", fixture, ana))
    }
}
