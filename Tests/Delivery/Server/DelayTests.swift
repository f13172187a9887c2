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

/// A delay is explained by whoever is to do it and agreed by a manager; through the real router. Today is Sat 21 Nov 2026.
@Suite struct DelayTests: TakesSteps {
    /// Accepted on 1 Sep: no assessment has begun.
    private func late() async throws -> ServerFixture {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-01")))], about: child)
        return fixture
    }

    private let of = "assessment-not-started+referral+R1+2026-09-01"
    private let exams = "reason=exams&why=Her+mocks+end+on+Friday&new=30+Nov+2026"

    private func counts(_ fixture: ServerFixture) async throws -> ListCounts {
        let record = try #require(fixture.record)
        return try await record.store.counts(
            .now, on: day("2026-11-21"), team: nil, worker: nil, access: record.access(.seeToday))
    }

    @Test func `a delay that is agreed marks its concern everywhere, and clears nothing`() async throws {
        let fixture = try await late()
        let (ana, ben) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
        let before = try await counts(fixture)
        let offered = try await fixture.get(address, ben).text
        #expect(offered.contains("/steps/delay?of=assessment-not-started%20referral%20R1%202026-09-01"))
        #expect(try await take("delay", "of=\(of)&\(exams)", fixture, ben).status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("A delay is asked for, and no manager has agreed"))
        let delay = try #require(try await journey(fixture).casework.delays.first).id.text
        let waiting = "/children/record:tamar/steps/delay-answer?of=\(delay)"
        #expect(try await fixture.get("/work", ana).text.contains(waiting))
        #expect(try await fixture.get("/work", ben).text.contains(waiting) == false)
        #expect(try await take("delay-answer", "of=\(delay)&agreed=yes", fixture, ana).status == .seeOther)
        let mark = "Delay explained: the child is taking exams (right for the child). New day Mon 30 Nov 2026."
        for page in ["/today", address, "/work", "\(address)/why/assessment-not-started"] {
            #expect(try await fixture.get(page, ben).text.contains(mark), "\(page)")
        }
        #expect(try await fixture.get("/today", ana).text.contains("Her mocks") == false, "lists say the reason alone")
        #expect(try await fixture.get("\(address)/why/assessment-not-started", ana).text.contains("Her mocks end"))
        #expect(try await counts(fixture) == before)
    }

    @Test func `past the new day it says so, and the concern stands`() async throws {
        var fixture = try await late()
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("delay", "of=\(of)&\(exams)", fixture, try fixture.signIn(.socialWorker, user: "ben"))
        let delay = try #require(try await journey(fixture).casework.delays.first).id.text
        try await take("delay-answer", "of=\(delay)&agreed=yes", fixture, ana)
        fixture.now = { ServerFixture.moment.adding(hours: 24 * 9) }
        fixture.signsInAt = fixture.now()
        let later = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get(address, later).text.contains("New day Mon 30 Nov 2026."), "on the day itself")
        fixture.now = { ServerFixture.moment.adding(hours: 24 * 10) }
        fixture.signsInAt = fixture.now()
        let text = try await fixture.get("/today", fixture.signIn(.manager, user: "ana")).text
        #expect(text.contains("The new day, Mon 30 Nov 2026, has passed."))
    }

    @Test func `neither whoever asked nor whoever holds the child agrees to it, and a refusal says why`() async throws {
        let fixture = try await late()
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("delay", "of=\(of)&\(exams)", fixture, ana)
        let delay = try #require(try await journey(fixture).casework.delays.first).id.text
        let own = try await take("delay-answer", "of=\(delay)&agreed=yes", fixture, ana, form: "own")
        #expect(own.status == .unprocessableContent && own.text.contains("You asked for this yourself"))
        let holder = try fixture.signIn(.manager, user: "ben")
        let held = try await take("delay-answer", "of=\(delay)&agreed=yes", fixture, holder, form: "held")
        #expect(held.status == .unprocessableContent && held.text.contains("You hold this child yourself"))
        let worker = try fixture.signIn(.socialWorker, user: "cat")
        #expect(try await take("delay-answer", "of=\(delay)&agreed=yes", fixture, worker).status == .forbidden)
        let dee = try fixture.signIn(.manager, user: "dee")
        let unexplained = try await take("delay-answer", "of=\(delay)&agreed=no", fixture, dee, form: "no")
        #expect(unexplained.text.contains("Enter why you do not agree"))
        try await take("delay-answer", "of=\(delay)&agreed=no&answer=Begin+it+now", fixture, dee, form: "why")
        #expect(try await fixture.get(address, dee).text.contains("Delay explained: the child") == false)
        #expect(try await fixture.get(address, dee).text.contains("Begin it now"), "the story keeps the refusal")
    }

    @Test func `the new day is after today, and a third delay cannot be asked for`() async throws {
        let fixture = try await late()
        let (ana, ben) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
        let today = try await take("delay", "of=\(of)&reason=exams&why=x&new=21+Nov+2026", fixture, ben, form: "0")
        #expect(today.status == .unprocessableContent && today.text.contains("Enter a day after today"))
        for round in ["1", "2"] {
            #expect(try await take("delay", "of=\(of)&\(exams)", fixture, ben, form: "ask\(round)").status == .seeOther)
            let delay = try #require(try await journey(fixture).casework.delays.last).id.text
            try await take("delay-answer", "of=\(delay)&agreed=yes", fixture, ana, form: "answer\(round)")
        }
        #expect(try await take("delay", "of=\(of)&\(exams)", fixture, ben, form: "ask3").status == .conflict)
        #expect(try await fixture.get(address, ben).text.contains("/steps/delay?of=assessment-not-started") == false)
    }

    @Test func `a child who is unseen and to be seen today has no delay`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get(address, ben).text
        #expect(page.contains("/why/harm-alleged-unseen"))
        #expect(!page.contains("/steps/delay?of=harm-alleged-unseen"))
        let tried = try await take(
            "delay", "of=harm-alleged-unseen+referral+R1+2026-09-01&\(exams)", fixture, ben)
        #expect(tried.status == .conflict)
    }
}
