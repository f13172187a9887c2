import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A council may require standard checks before an assessment is authorised where harm is alleged. Harm is alleged about Tamar,
/// whom nobody has seen since. Today is Sat 21 Nov 2026.
@Suite struct ReviewGateTests: Assures {
    private func submitted(isRequired: Bool, harm: Bool = true) async throws -> (ServerFixture, String) {
        let fixture = try await fixture(
            Referral(
                receivedOn: try day("2026-11-18"), noFurtherAction: false, harmAlleged: harm,
                decidedOn: try day("2026-11-18")))
        let record = try #require(fixture.record)
        if isRequired { try await record.store.setLimit("review_gate_local", to: 1, in: record.council) }
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=18+Nov+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        try await take("assessment-submission", "of=\(id)&seen=no&analysis=Safe&outcome=other", fixture, ben)
        return (fixture, id)
    }

    private func authorise(_ id: String, _ fixture: ServerFixture, form: String) async throws -> TestResponse {
        try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=Known+otherwise", fixture,
            fixture.signIn(.manager, user: "ana"), form: form)
    }

    @Test func `where it is required what is missing stops the authorising, says what, and where it is recorded`()
        async throws
    {
        let (fixture, id) = try await submitted(isRequired: true)
        let form = try await fixture.get(
            "\(address)/steps/assessment-authorisation?of=\(id)", fixture.signIn(.manager, user: "ana")
        ).text
        #expect(form.contains("Your council asks for these before it is authorised"))
        let answer = try await authorise(id, fixture, form: "gate")
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("The child was seen since harm was alleged: not so"))
        #expect(answer.text.contains("Record a visit"))
        #expect(try await journey(fixture).assessments.first?.authorisedOn == nil)
    }

    @Test func `it stops no recording, and nothing that gives the work back or protects the child`() async throws {
        let (fixture, id) = try await submitted(isRequired: true)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await take("unsafe", "kind=unsafe&why=Nobody+went", fixture, ana).status == .seeOther)
        let note = try await take("note", "on=21+Nov+2026&significant=no&text=x", fixture, ana)
        #expect(note.status == .seeOther)
        let back = try await take(
            "assessment-authorisation", "of=\(id)&decision=return&why=See+her+first", fixture, ana)
        #expect(back.status == .seeOther)
    }

    @Test func `once what it asks for is recorded, the assessment is authorised`() async throws {
        let (fixture, id) = try await submitted(isRequired: true)
        let before = try await authorise(id, fixture, form: "before")
        #expect(before.status == .unprocessableContent)
        var visit = Visit(on: try day("2026-11-21"), purpose: .other, seen: true, seenAlone: true)
        visit.at = ServerFixture.moment
        try await fixture.record?.record(
            [("visit", visit), ("lead", Allocation(worker: "ben", role: .lead, from: try day("2026-11-18")))],
            about: child)
        let ana = try fixture.signIn(.manager, user: "ana")
        // Written late, each with its reason: it cannot be put right in any other way.
        for (number, decision) in ["point=threshold&cause=no", "point=referral"].enumerated() {
            let taken = try await take(
                "decision", "on=21+Nov+2026&\(decision)&decision=Assess&why=No+mark+on+her", fixture, ana,
                form: "late-\(number)")
            #expect(taken.status == .seeOther, "\(taken.text.suffix(900))")
        }
        let after = try await authorise(id, fixture, form: "again")
        let missing = after.text.split(separator: "<li>").filter { $0.contains("not so") }
        #expect(after.status == .seeOther, "\(missing)")
        #expect(try await journey(fixture).assessments.first?.authorisedOn != nil)
    }

    @Test(arguments: [(false, true), (true, false)])
    func `where it is not required, or no harm is alleged, it asks for nothing`(_ how: (isRequired: Bool, harm: Bool))
        async throws
    {
        let (fixture, id) = try await submitted(isRequired: how.isRequired, harm: how.harm)
        let answer = try await authorise(id, fixture, form: "free")
        #expect(answer.status == .seeOther, "\(answer.text.suffix(500))")
    }
}
