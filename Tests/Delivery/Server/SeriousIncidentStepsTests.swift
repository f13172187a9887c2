import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// A child was seriously harmed: it is recorded, notified and reviewed. Today is Sat 21 Nov 2026.
@Suite struct SeriousIncidentStepsTests: TakesSteps {
    private let harmed = "on=3+Nov+2026&known=4+Nov+2026&harm=seriously-harmed&what=A+fall+from+a+window"

    private func accepted() async throws -> ServerFixture {
        try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
    }

    @Test func `it is recorded, notified and its review sent, each offered when it comes next`() async throws {
        let fixture = try await accepted()
        let mona = try fixture.signIn(.manager, user: "mona")
        #expect(try await take("serious-incident", harmed, fixture, mona, form: "one").status == .seeOther)
        let incident = try #require(try await journey(fixture).casework.seriousIncidents.first)
        #expect(incident.body.harm == .seriouslyHarmed && incident.body.notifiedOn == nil)
        let page = try await fixture.get(address, mona).text
        #expect(page.contains("/steps/serious-incident-notified?of=") && page.contains("It has not been notified"))

        let of = "of=\(incident.id.text)"
        let told = try await take(
            "serious-incident-notified", "\(of)&on=6+Nov+2026&to=The+panel+and+Ofsted", fixture, mona, form: "two")
        #expect(told.status == .seeOther)
        let after = try await fixture.get(address, mona).text
        #expect(!after.contains("It has not been notified") && after.contains("The panel and Ofsted"))
        let sent = try await take(
            "serious-incident-notified", "\(of)&on=20+Nov+2026&review=A+gap+in+visits", fixture, mona, form: "three")
        #expect(sent.status == .seeOther)
        let body = try #require(try await journey(fixture).casework.seriousIncidents.first).body
        let reviewed = try day("2026-11-20")
        #expect(body.notifiedBy == "mona" && body.reviewedOn == reviewed)
    }

    @Test(arguments: [
        ("on=3+Nov+2026&known=2+Nov+2026&harm=died&what=x", "known"),
        ("on=3+Nov+2026&known=4+Nov+2026&what=x", "harm"),
        ("on=30+Nov+2026&known=30+Nov+2026&harm=died&what=x", "on"),
        ("on=3+Nov+2026&known=4+Nov+2026&harm=died&what=x&notified=5+Nov+2026", "to"),
    ])
    func `what cannot be right is asked again`(body: String, field: String) async throws {
        let fixture = try await accepted()
        let answer = try await take("serious-incident", body, fixture, fixture.signIn(.manager, user: "mona"))
        #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"\(field)-error\""))
        #expect(try await journey(fixture).casework.seriousIncidents.isEmpty)
    }

    @Test(arguments: [Role.member, .analyst, .partner, .administrator])
    func `whoever records nothing about children records no incident`(role: Role) async throws {
        let fixture = try await accepted()
        let answer = try await take("serious-incident", harmed, fixture, fixture.signIn(role, user: "who"))
        #expect(answer.status != .seeOther)
        #expect(try await journey(fixture).casework.seriousIncidents.isEmpty)
    }
}
