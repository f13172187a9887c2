import AccessRules
import Casework
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Who asks for checks before an assessment is authorised, since when, and how it is told. Today is Sat 21 Nov 2026.
@Suite struct ReviewGatePageTests: Assures {
    private let path = "/audit/review-gate"

    private func set(
        _ required: String, _ fixture: ServerFixture, _ token: SecretToken, form: String = "item-1",
        why: String = "After+the+audit+of+May"
    ) async throws -> TestResponse {
        try await fixture.post(
            path, token, "csrf=\(fixture.formToken(token))&form=\(form)&required=\(required)&why=\(why)")
    }

    private func isRequired(_ fixture: ServerFixture) async throws -> Bool {
        let record = try #require(fixture.record)
        let setting = try #require(try await record.store.setting(of: record.council)?.setting)
        return ReviewGate.isRequired(by: setting.limits)
    }

    @Test func `the director asks for the checks and later no more, and each day, reason and name stays to be read`()
        async throws
    {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.store.save(User(council: record.council, id: "dot", name: "Dot Invented", role: .director))
        let dot = try fixture.signIn(.director, user: "dot")
        let before = try await fixture.get(path, dot).text
        #expect(before.contains("These checks are not asked for. Nothing is recorded of anybody asking for them."))
        #expect(before.contains("The child was seen since harm was alleged") && before.contains("Record a visit"))
        #expect(try await set("yes", fixture, dot).status == .seeOther)
        #expect(try await isRequired(fixture))
        #expect(try await set("yes", fixture, dot).status == .seeOther, "the same form sent twice")
        let asked = try await fixture.get(path, fixture.signIn(.chair, user: "cy")).text
        #expect(
            asked.contains(
                "These checks are asked for since \(ServerFixture.moment.londonDay.words), as Dot Invented decided"))
        #expect(!asked.contains("Ask no more"), "whoever only reads is offered nothing")
        let again = try await set("yes", fixture, dot, form: "item-2")
        #expect(again.status == .unprocessableContent && again.text.contains("This was done already"))
        #expect(try await set("no", fixture, dot, form: "item-3", why: "Nobody+passed+it").status == .seeOther)
        #expect(!(try await isRequired(fixture)))
        let after = try await fixture.get(path, dot).text
        for words in ["After the audit of May", "Nobody passed it", "Not asked for any more"] {
            #expect(after.contains(words), "\(words)")
        }
        #expect(try await record.store.verify(record.council, expecting: nil).isWhole)
    }

    @Test func `once asked for, an assessment is not authorised while a check is not passed`() async throws {
        let fixture = try await fixture(
            Referral(
                receivedOn: try day("2026-11-18"), noFurtherAction: false, harmAlleged: true,
                decidedOn: try day("2026-11-18")))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=18+Nov+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        try await take("assessment-submission", "of=\(id)&seen=no&analysis=Safe&outcome=other", fixture, ben)
        try #require(try await set("yes", fixture, fixture.signIn(.director, user: "dot")).status == .seeOther)
        let ana = try fixture.signIn(.manager, user: "ana")
        let refused = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=Known", fixture, ana)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("The child was seen since harm was alleged: not so"))
    }

    @Test(arguments: [Role.manager, .auditor, .inspector, .chair])
    func `whoever sees audits reads it, and does not decide it`(role: Role) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role, user: "other")
        #expect(try await fixture.get(path, token).status == .ok)
        #expect(try await set("yes", fixture, token).status == .forbidden)
        #expect(!(try await isRequired(fixture)))
    }

    @Test(arguments: [Role.socialWorker, .frontDoor, .analyst, .member, .partner, .administrator])
    func `nobody else reads it or decides it`(role: Role) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role, user: "other")
        #expect(try await fixture.get(path, token).status == .forbidden)
        #expect(try await set("yes", fixture, token).status == .forbidden)
        #expect(!(try await isRequired(fixture)))
    }

    @Test func `a reason is asked for, and nothing is decided without one`() async throws {
        let fixture = try await fixture()
        let dot = try fixture.signIn(.director, user: "dot")
        let sent = try await set("yes", fixture, dot, why: "+")
        #expect(sent.status == .unprocessableContent && sent.text.contains("Enter why"))
        #expect(!(try await isRequired(fixture)))
    }

    @Test func `where it was switched on by hand the page says that who decided it is not recorded`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.store.setLimit(ReviewGateSet.limit, to: 1, in: record.council)
        let page = try await fixture.get(path, fixture.signIn(.director, user: "dot")).text
        #expect(page.contains("These checks are asked for. Who decided it, and when, is not recorded here."))
    }
}
