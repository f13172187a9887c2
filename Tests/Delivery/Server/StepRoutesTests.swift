import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Forms of steps: sent twice, by two, by somebody who may not, and about what is not there.
@Suite struct StepRoutesTests: TakesSteps {
    @Test func `a form sent twice records once`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        for _ in 0..<2 {
            let sent = try await take("referral-decision", "of=R1&decision=accepted&why=Harm", fixture, ana)
            #expect(sent.location == "\(address)/recorded/form-referral-decision")
        }
        for _ in 0..<2 { try await take("note", "on=20+Nov+2026&text=Rang+the+school&significant=no", fixture, ana) }
        #expect(try await journey(fixture).casework.notes.count == 1)
    }

    @Test func `of two who write the same plan the second sees both versions and loses neither`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        try await take(
            "in-need-plan",
            "of=R1&on=5+Oct+2026&aim=Sleep&measure=Bed+by+nine&owner=Mother&by=1+Dec+2026&contingency=Meet",
            fixture, ben)
        let plan = try #require(try await journey(fixture).inNeedPlans.first)
        let seen = "of=\(plan.id.text)&seen=\(plan.place)"
        let first = try await take("plan-contingency", "\(seen)&contingency=Bens+words", fixture, ben, form: "ben")
        #expect(first.status == .seeOther)
        let second = try await take("plan-contingency", "\(seen)&contingency=Eves+words", fixture, eve, form: "eve")
        #expect(second.status == .conflict)
        #expect(second.text.contains("Somebody else recorded this while you were writing"))
        #expect(second.text.contains("Bens words") && second.text.contains("Eves words"))
        #expect(try await journey(fixture).inNeedPlans.first?.body.contingency == "Bens words")
        let now = try #require(try await journey(fixture).inNeedPlans.first).place
        let third = try await take(
            "plan-contingency", "of=\(plan.id.text)&seen=\(now)&contingency=Both", fixture, eve, form: "eve")
        #expect(third.status == .seeOther)
        #expect(try await journey(fixture).inNeedPlans.first?.body.contingency == "Both")
    }

    @Test(arguments: [
        (
            "strategy-discussion",
            "of=R1&on=22+Nov+2026&means=call&present=police&shared=a&decision=assessment&safety=b", "on"
        ),
        (
            "strategy-discussion",
            "of=R1&on=31+Aug+2026&means=call&present=police&shared=a&decision=assessment&safety=b", "on"
        ),
        ("strategy-discussion", "of=R1&on=2+Sep+2026&means=call&shared=a&decision=assessment&safety=b", "present"),
        (
            "strategy-discussion", "of=R1&on=2+Sep+2026&means=fax&present=police&shared=a&decision=assessment&safety=b",
            "means"
        ),
        (
            "strategy-discussion", "of=R1&on=2+Sep+2026&means=call&present=cat&shared=a&decision=assessment&safety=b",
            "present"
        ),
        ("note", "on=20+Nov+2026&text=", "text"), ("note", "on=yesterday-ish&text=Rang", "on"),
        ("referral-decision", "of=R1&decision=accepted&why=", "why"),
    ])
    func `what is wrong is said beside its field, and what was typed stays`(step: String, body: String, field: String)
        async throws
    {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await take(step, body, fixture, ana)
        #expect(sent.status == .unprocessableContent)
        #expect(sent.text.contains("href=\"#\(field)\""))
        #expect(sent.text.contains("value=\"form-\(step)\""))
        let journey = try await journey(fixture)
        #expect(journey.strategyDiscussions.isEmpty && journey.casework.notes.isEmpty)
    }

    @Test(arguments: Role.allCases)
    func `each role takes the steps it may, and no other`(role: Role) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role, user: "somebody")
        for step in Steps.all {
            let shown = try await fixture.get("\(address)/steps/\(step.name)", token)
            if role.mayDo.contains(step.verb) {
                // Not every step is open to a child who has only been referred.
                #expect([.ok, .conflict].contains(shown.status), "\(step.name)")
            } else {
                #expect(shown.status == .forbidden, "\(step.name)")
                let sent = try await take(step.name, "of=R1&on=20+Nov+2026&text=x&decision=x&why=x", fixture, token)
                #expect(sent.status == .forbidden, "\(step.name)")
            }
        }
    }

    @Test func `a restricted child's steps are for the few people named`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ana = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: ana, to: .restrictChild, .child(child, in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict(child, to: ["ana"], access: access, at: ServerFixture.moment)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get("\(address)/steps", ben).status == .forbidden)
        #expect(try await fixture.get("\(address)/steps/note", ben).status == .forbidden)
        #expect(try await take("note", "on=20+Nov+2026&text=Hello&significant=no", fixture, ben).status == .forbidden)
        let other = try fixture.signIn(.socialWorker, user: "ben", of: "901")
        #expect(try await fixture.get("\(address)/steps/note", other).status == .notFound)
    }

    @Test func `a step that is not there, and a record that is not, are said so`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("\(address)/steps/dance", ana).status == .notFound)
        #expect(try await fixture.get("\(address)/recorded/form-none", ana).status == .notFound)
        #expect(try await fixture.get("\(address)/steps/referral-decision?of=R9", ana).status == .conflict)
    }

    @Test func `a form gone back to and written on further is not taken for the one that was recorded`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let body = "on=20+Nov+2026&significant=no&text=Rang+the+school"
        try await take("note", body, fixture, ana, form: "back")
        let again = try await take("note", body, fixture, ana, form: "back")
        #expect(again.location == "\(address)/recorded/form-back", "a button pressed twice")
        let more = try await take("note", body + "+and+then+the+doctor", fixture, ana, form: "back")
        #expect(more.status == .conflict)
        #expect(more.text.contains("This form has been recorded already, and said something else"))
        #expect(more.text.contains("Rang the school and then the doctor"))
        #expect(!more.text.contains("value=\"form-back\""), "sent again it is a form of its own")
        #expect(try await journey(fixture).casework.notes.count == 1)
        try await take("note", body + "+and+then+the+doctor", fixture, ana, form: "new")
        #expect(try await journey(fixture).casework.notes.count == 2)
    }

    @Test func `what was written for a step that somebody else has taken is shown, and not recorded`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        try await take("referral-decision", "of=R1&decision=accepted&need=N1&why=Harm", fixture, ana, form: "ana")
        let late = try await take(
            "referral-decision", "of=R1&decision=accepted&need=N1&why=%3Cb%3EBruises+seen", fixture, dee, form: "dee")
        #expect(late.status == .conflict)
        #expect(late.text.contains("&lt;b&gt;Bruises seen") && late.text.contains("What you wrote"))
        #expect(try await journey(fixture).casework.decisions.count <= 1)
    }

    @Test func `one sending of a form opens the child once, and the log says so`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let before = try await looks(fixture)
        try await take("note", "on=20+Nov+2026&text=Rang+the+school&significant=no", fixture, ana)
        #expect(try await looks(fixture) == before + 1)
    }

    private func looks(_ fixture: ServerFixture) async throws -> Int {
        let record = try #require(fixture.record)
        let boss = SignedIn(council: record.council, user: "boss", role: .director)
        let access = try AccessRules.access(
            for: boss, to: .seeAccessLog, .council(record.council), because: .work
        ).get()
        return try await record.store.looks(access: access, before: nil, limit: 1000).count
    }
}
