import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A visit to Kacper was recorded on his sister Tamar. Today is Sat 21 Nov 2026.
@Suite struct WrongChildTests: TakesSteps {
    private let brother = "/children/record:kacper"

    private func fixture() async throws -> ServerFixture {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11"))),
                (
                    "R2",
                    Referral(
                        receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01"))
                ),
                ("P2", ChildProtectionPlan(referral: "R2", startedOn: try day("2026-10-01"))),
            ], about: "record:kacper")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        _ = try await fixture.post("\(address)/family", ben, "csrf=\(csrf)&other=kacper&tie=sibling")
        let sent = try await fixture.post(
            "\(address)/visits/new", ben,
            "csrf=\(csrf)&record=visit-1&on=19+Nov+2026&seen=yes&alone=yes&place=home&said=I+am+Kacper&note=He+was+well"
        )
        #expect(sent.status == .seeOther, "\(sent.text.suffix(1000))")
        return fixture
    }

    private func post(_ body: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(address)/wrong-child", token, "csrf=\(csrf)&\(body)")
    }

    private func visit(_ fixture: ServerFixture) async throws -> Int64 {
        try #require(try await journey(fixture).visits.first).place
    }

    @Test func `it is sealed here on every page and every day, recorded there, and both records say so`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get(address, ana).text.contains("I am Kacper"))
        let chain = try #require(fixture.record)
        let id = try await visit(fixture)
        let moved = try await post("recording=\(id)&to=kacper&why=The+wrong+page+was+open", fixture, ana)
        #expect(moved.status == .seeOther, "\(moved.text.suffix(1500))")
        // It would clear what stands for Kacper, whom nobody has seen: one manager's word does not.
        #expect(try await journey(fixture).visits.count == 1)
        let dee = try fixture.signIn(.manager, user: "dee")
        let waiting = try await fixture.get("\(address)/wrong-child", dee).text
        #expect(
            waiting.contains("It is asked to be recorded on Kacper Okoro")
                && waiting.contains("Child on a plan not seen"))
        let confirmed = try await post("recording=\(id)&to=kacper&why=The+wrong+page+was+open", fixture, dee)
        #expect(confirmed.status == .seeOther, "\(confirmed.text.suffix(1500))")
        for page in [address, "\(address)?on=2026-11-21", "\(address)?kind=visit", "\(address)/steps"] {
            let text = try await fixture.get(page, ana).text
            #expect(!text.contains("I am Kacper") && !text.contains("He was well"), "\(page)")
        }
        #expect(try await fixture.get(address, ana).text.contains("Recorded about the wrong child, and sealed"))
        #expect(try await journey(fixture).visits.isEmpty, "what it cleared here stands again")
        let there = try await fixture.get(brother, ana).text
        #expect(there.contains("I am Kacper") && there.contains("Came here from another record"))
        #expect(there.contains("Child protection visit"), "it is for the plan that ran there")
        #expect(!there.contains("record:tamar/visits"), "whose record it came from is not told")
        let page = try await fixture.get("\(address)/wrong-child", ana).text
        #expect(page.contains("this record was opened by") && page.contains("ana, "))
        #expect(try await chain.store.verify(chain.council, expecting: nil).isWhole, "nothing was taken out")
    }

    @Test func `what goes on with a record of this child is sealed and not moved`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).place
        let refused = try await post("recording=\(id)&to=kacper&why=His", fixture, ana)
        #expect(refused.status == .unprocessableContent && refused.text.contains("record it anew on the other"))
        #expect(try await post("recording=\(id)&to=nobody&why=His", fixture, ana).status == .seeOther)
        #expect(try await journey(fixture).assessments.isEmpty)
    }

    @Test func `nobody but a manager seals, and nothing reaches a child whom the manager may not open`() async throws {
        let fixture = try await fixture()
        let id = try await visit(fixture)
        for role in [Role.socialWorker, .frontDoor, .chair, .auditor, .administrator] {
            let token = try fixture.signIn(role, user: "reader")
            #expect(try await post("recording=\(id)&to=nobody&why=x", fixture, token).status == .forbidden)
            #expect(try await fixture.get("\(address)/wrong-child", token).status == .forbidden)
        }
        let record = try #require(fixture.record)
        let boss = SignedIn(council: record.council, user: "boss", role: .manager)
        let access = try AccessRules.access(
            for: boss, to: .restrictChild, .child("record:kacper", in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict("record:kacper", to: ["boss"], access: access, at: ServerFixture.moment)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await post("recording=\(id)&to=kacper&why=x", fixture, ana).status == .forbidden)
        let unknown = try await post("recording=\(id)&to=another&number=nobody-here&why=x", fixture, ana)
        #expect(unknown.status == .unprocessableContent && unknown.text.contains("No child is known here"))
        let unsaid = try await post("recording=\(id)&to=nobody", fixture, ana)
        #expect(unsaid.status == .unprocessableContent)
        #expect(try await journey(fixture).visits.count == 1)
    }

    /// Harm is alleged and nobody has decided anything: level 1.
    private func alleged() async throws -> (fixture: ServerFixture, id: Int64) {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [
                (
                    "R3",
                    Referral(
                        receivedOn: try day("2026-11-19"), noFurtherAction: false, harmAlleged: true,
                        decidedOn: try day("2026-11-19"))
                )
            ], about: child)
        let id = try #require(try await journey(fixture).referrals.last { $0.id == "R3" }).place
        return (fixture, id)
    }

    @Test func `what something at level 1 rests on is not sealed by one manager alone`() async throws {
        let (fixture, id) = try await alleged()
        let (ana, dee) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.manager, user: "dee"))
        #expect(try await fixture.get(address, ana).text.contains("/why/threshold-undecided"))
        for _ in 1...2 {
            #expect(try await post("recording=\(id)&to=nobody&why=The+wrong+page", fixture, ana).status == .seeOther)
            #expect(try await journey(fixture).referrals.contains { $0.id == "R3" }, "not sealed")
            #expect(try await fixture.get(address, ana).text.contains("/why/threshold-undecided"), "it counts")
        }
        let own = try await fixture.get("\(address)/wrong-child", ana).text
        #expect(own.contains("Not sealed yet") && own.contains("You asked for this yourself"))
        #expect(try await fixture.get("\(address)/wrong-child", dee).text.contains("To confirm it, choose it below"))
        #expect(try await fixture.get(address, ana).text.contains("a second manager confirms it"))
        #expect(try await post("recording=\(id)&to=nobody&why=So+it+is", fixture, dee).status == .seeOther)
        #expect(try await journey(fixture).referrals.contains { $0.id == "R3" } == false)
        let body = try #require(try await journey(fixture).casework.misfiledEntries.last).body
        #expect(body.by == "dee" && body.askedBy == "ana" && body.waiting == nil && body.sealed == [id])
    }

    @Test func `a hold, a request, a complaint and what was given out are nobody's to seal`() async throws {
        let fixture = try await fixture()
        let on = try day("2026-11-19")
        let minutes = MeetingMinutes(
            on: on, of: "C1", parts: [MinutesPart(part: .decided, said: "A plan", present: nil)], separately: false,
            writtenOn: on)
        var given = OutgoingDocument(content: .minutes, recipient: "John", relation: "father", preparedOn: on)
        (given.minutes, given.releasedOn) = ("M1", on)
        try await fixture.record?.record(
            [
                ("H1", LegalHold(on: on, why: "Claim", authority: "Court", by: "ana")),
                (
                    "S1",
                    SubjectAccessRequest(
                        receivedOn: on, askedBy: "Jane", relation: "mother", dueOn: try day("2026-12-19"))
                ),
                (
                    "D1",
                    DestructionProposal(on: on, by: "ana", row: "contact_only", keptUntil: on, authority: "Schedule")
                ), ("O1", given), ("M1", minutes),
                (
                    "Q1",
                    DisputedStatement(
                        on: on, by: "Jane", disputedKind: .visit, disputedRecord: "V1", words: "It was not so")
                ), ("E1", Escalation(on: on, by: .chair, to: "ana", what: "No visit")),
                (
                    "K1",
                    Complaint(
                        receivedOn: on, by: "Jane", words: "Nobody rang",
                        stages: [ComplaintStage(at: .first, from: on)])
                ),
            ], about: child)
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get("\(address)/wrong-child", ana).text
        #expect(page.contains("Visit of Thu 19 Nov 2026"), "what can be sealed is there")
        let casework = try await journey(fixture).casework
        let places =
            casework.legalHolds.map(\.place) + casework.accessRequests.map(\.place)
            + casework.destructionProposals.map(\.place) + casework.outgoingDocuments.map(\.place)
            + casework.meetingMinutes.map(\.place) + casework.disputedStatements.map(\.place)
            + casework.escalations.map(\.place) + casework.complaints.map(\.place)
        #expect(places.count == 8)
        for place in places {
            #expect(!page.contains("value=\"\(place)\""), "\(place)")
            #expect(
                try await post("recording=\(place)&to=nobody&why=x", fixture, ana).status == .unprocessableContent,
                "\(place)")
        }
        #expect(try await journey(fixture).casework.legalHolds.count == 1)
    }
}
