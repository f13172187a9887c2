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

/// A case that is closed to early help, and whether anybody picks it up. Today is Sat 21 Nov 2026.
@Suite struct EarlyHelpStepDownTests: TakesSteps {
    private func open() async throws -> (fixture: ServerFixture, ana: SecretToken, ben: SecretToken) {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let record = try #require(fixture.record)
        try await record.record(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11"))),
                (
                    "R1",
                    Referral(
                        receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01"),
                        closedOn: try day("2026-11-02"), closureReason: "RC9")
                ),
            ], about: "record:kacper")
        return (fixture, try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
    }

    private let close = "of=R1&reason=RC9&why=Things+are+better"

    @Test func `closing to early help names to whom, who accepted and on which day; nobody accepted yet is said`()
        async throws
    {
        let (fixture, ana, ben) = try await open()
        #expect(try await take("closure", close, fixture, ben, form: "no").status == .forbidden)
        let unnamed = try await take("closure", close, fixture, ana, form: "u")
        #expect(unnamed.status == .unprocessableContent && unnamed.text.contains("Enter the service it is passed to"))
        let named = "\(close)&steppedTo=Family+hub&stepAcceptedBy=J.+Pell"
        #expect(try await take("closure", named, fixture, ana, form: "d").status == .unprocessableContent, "and a day")
        let early = "\(named)&stepAcceptedOn=22+Nov+2026"
        #expect(try await take("closure", early, fixture, ana, form: "e").status == .unprocessableContent, "to come")
        #expect(try await take("closure", "\(named)&stepAcceptedOn=20+Nov+2026", fixture, ana).status == .seeOther)
        let page = try await fixture.get(address, ana).text
        #expect(page.contains("Passed to Family hub, accepted there by J. Pell on Fri 20 Nov 2026"))
    }

    @Test func `a closing nobody has accepted is told as such, and acceptance alone is no early help`() async throws {
        let (fixture, ana, _) = try await open()
        #expect(try await take("closure", "\(close)&steppedTo=Family+hub", fixture, ana).status == .seeOther)
        #expect(try await fixture.get(address, ana).text.contains("nobody there is recorded as having accepted"))
    }

    private func lost(_ fixture: ServerFixture, _ token: SecretToken) async throws -> Bool {
        try await fixture.get("/children/record:kacper", token).text.contains("/why/step-down-lost")
    }

    @Test func `a record kept here checks for what was stepped down and lost, and the family's no clears it`()
        async throws
    {
        let (fixture, ana, ben) = try await open()
        #expect(try await lost(fixture, ana), "closed on 2 Nov, and 10 working days are over")
        let page = try await fixture.get("/children/record:kacper", ana).text
        #expect(page.contains("Stepped down, and nobody picked it up"))
        // His sister's family saying no says nothing of him.
        let declined = "on=20+Nov+2026&by=Jane,+mother&offered=The+family+hub&why=We+manage"
        #expect(try await take("early-help-declined", declined, fixture, ana).status == .seeOther)
        #expect(try await lost(fixture, ana))
        let csrf = fixture.formToken(ben)
        let sent = try await fixture.post(
            "/children/record:kacper/steps/early-help-declined", ben, "csrf=\(csrf)&form=form-k&\(declined)")
        #expect(sent.status == .seeOther)
        #expect(
            try await fixture.get("/children/record:kacper", ana).text.contains("Early help declined by Jane, mother"))
        #expect(try await !lost(fixture, ana))
    }

    @Test func `somebody who chairs does not record that early help was declined`() async throws {
        let (fixture, _, _) = try await open()
        let chair = try fixture.signIn(.chair, user: "chair")
        let declined = "on=20+Nov+2026&by=Jane,+mother&offered=The+family+hub"
        #expect(try await take("early-help-declined", declined, fixture, chair).status == .forbidden)
    }
}
