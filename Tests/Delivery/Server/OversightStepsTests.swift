import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// What is asked of others, told to them, raised by them, and given to the family; through the real router.
@Suite struct OversightStepsTests: TakesSteps {
    private func decided() throws -> Referral {
        Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01"))
    }

    @Test func `a check waits for no reason, and offers to put it right beside the concern`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let asked = try await take("agency-check", "on=20+Nov+2026&agency=police", fixture, ben)
        #expect(asked.status == .seeOther)
        let check = try #require(try await journey(fixture).casework.agencyChecks.first)
        #expect(try await fixture.get(address, ben).text.contains("/steps/agency-check-answer?of=\(check.id.text)"))
        let nothing = try await take("agency-check-answer", "of=\(check.id.text)&seen=\(check.place)", fixture, ben)
        #expect(nothing.status == .unprocessableContent)
        let answer = try await take(
            "agency-check-answer",
            "of=\(check.id.text)&seen=\(check.place)&basis=protecting-the-child&family=Telling+would+raise+the+risk",
            fixture, ben, form: "reason")
        #expect(answer.status == .seeOther)
        let body = try #require(try await journey(fixture).casework.agencyChecks.first?.body)
        #expect(body.basis == .protectingTheChild)
        #expect(body.basisOn == (try day("2026-11-21")))
        #expect(body.answeredOn == nil, "an answer may come later")
    }

    @Test func `whoever referred is told once, and of no decision before it was made`() async throws {
        let fixture = try await fixture(try decided())
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let early = try await take(
            "referrer-told", "of=R1&on=31+Aug+2026&means=call&what=We+look+into+it", fixture, ben, form: "early")
        #expect(early.status == .unprocessableContent)
        let told = try await take("referrer-told", "of=R1&on=2+Sep+2026&means=call&what=We+look+into+it", fixture, ben)
        #expect(told.status == .seeOther)
        #expect(try await fixture.get("\(address)/steps/referrer-told?of=R1", ben).status == .conflict)
        #expect(try await fixture.get(address, ben).text.contains("Referrer told"))
    }

    @Test func `whoever raised it does not answer it, and whoever answered does not resolve it`() async throws {
        let fixture = try await fixture(try decided())
        let ana = try fixture.signIn(.manager, user: "ana")
        let zoe = try fixture.signIn(.manager, user: "zoe")
        let body = "on=2+Nov+2026&by=reviewing-officer&what=Nobody+visits&to=Ana"
        #expect(try await take("escalation", body, fixture, ana).status == .seeOther)
        func raised() async throws -> Recorded<Escalation> {
            try #require(try await journey(fixture).casework.escalations.first)
        }
        let opened = try await raised()
        let answer = "of=\(opened.id.text)&seen=\(opened.place)&on=3+Nov+2026&agreed=yes&answer=Visited+today"
        #expect(try await take("escalation-answer", answer, fixture, ana, form: "own").status == .unprocessableContent)
        #expect(try await take("escalation-answer", answer, fixture, zoe).status == .seeOther)
        let answered = try await raised()
        let resolved = "of=\(answered.id.text)&seen=\(answered.place)&on=4+Nov+2026"
        #expect(
            try await take("escalation-resolved", resolved, fixture, zoe, form: "own").status == .unprocessableContent)
        #expect(try await take("escalation-resolved", resolved, fixture, ana).status == .seeOther)
        let last = try await raised().body
        #expect(last.resolvedOn == (try day("2026-11-04")))
        #expect(last.answeredBy == "zoe" && last.what == "Nobody visits")
    }

    @Test func `only a chair decides as the chair, and a plan is given or withheld but not both`() async throws {
        let fixture = try await fixture(try decided())
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let chair = try fixture.signIn(.chair, user: "cho")
        let record = try #require(fixture.record)
        try await record.record(
            [("P1", ChildProtectionPlan(referral: "R1", startedOn: try day("2026-09-22")))], about: child)
        let decision = "of=P1&on=20+Nov+2026&decision=No+legal+step&why=It+moves"
        #expect(try await take("chair-decision", decision, fixture, ben, form: "ben").status == .unprocessableContent)
        #expect(try await take("chair-decision", decision, fixture, chair).status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("/steps/given-to-family?of=P1"))
        let both = "of=P1&to=child&on=20+Nov+2026&means=paper&withheld=Too+young"
        #expect(try await take("given-to-family", both, fixture, ben, form: "both").status == .unprocessableContent)
        let neither = "of=P1&to=child&on=20+Nov+2026"
        #expect(try await take("given-to-family", neither, fixture, ben, form: "none").status == .unprocessableContent)
        #expect(try await take("given-to-family", neither + "&means=paper", fixture, ben).status == .seeOther)
        #expect(try await take("advocate", "on=20+Nov+2026&outcome=declined", fixture, ben).status == .seeOther)
        let journey = try await journey(fixture)
        #expect(journey.casework.chairDecisions.count == 1)
        #expect(journey.casework.givenToFamily.map(\.body.to) == [.child])
        #expect(journey.casework.advocateOffers.map(\.body.outcome) == [.declined])
    }
}
