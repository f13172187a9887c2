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

/// Steps of a child's journey through the real router, in a council whose record is kept here. Today is Sat 21 Nov 2026.
@Suite struct StepRoutesTests {
    private let child: SubjectID = "record:tamar"
    private let address = "/children/record:tamar"

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func fixture(_ referral: Referral? = nil) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        let received = Referral(receivedOn: try day("2026-09-01"), harmAlleged: true)
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2019-02-11"))),
                ("R1", referral ?? received),
            ], about: child)
        for (user, name, role) in [("ana", "Ana Reyes", Role.manager), ("ben", "Ben Adeyemi", .socialWorker)] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        fixture.record = record
        return fixture
    }

    @discardableResult
    private func take(
        _ step: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken, form: String? = nil
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(
            "\(address)/steps/\(step)", token, "csrf=\(csrf)&form=form-\(form ?? step)&\(body)")
    }

    private func journey(_ fixture: ServerFixture) async throws -> Journey {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "u1", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        return try await record.store.open(child, access: access, at: ServerFixture.moment).history.journey()
    }

    @Test func `a child goes from a referral to its closure, each step offered when it comes next`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let chair = try fixture.signIn(.chair, user: "cho")
        func step(_ name: String, _ body: String, by token: SecretToken, offeredFirst: Bool = true) async throws {
            if offeredFirst {
                let offered = try await fixture.get("\(address)/steps", token).text
                let next = try #require(offered.firstRange(of: "What comes next"), "nothing is next before \(name)")
                let rest = offered[next.upperBound...]
                let end = rest.firstRange(of: "Anything else")?.lowerBound ?? rest.endIndex
                #expect(rest[..<end].contains("/steps/\(name)"), "\(name) is not what comes next")
            }
            let sent = try await take(name, body, fixture, token)
            #expect(sent.status == .seeOther, "\(name): \(sent.text.suffix(3000))")
            let done = try await fixture.get("\(address)/recorded/form-\(name)", token)
            #expect(done.status == .ok)
        }
        try await step("referral-decision", "of=R1&decision=accepted&need=N1&why=Bruises+on+her+arm", by: ana)
        try await step("allocation", "worker=ben&on=2+Sep+2026", by: ana)
        try await step(
            "strategy-discussion",
            "of=R1&on=2+Sep+2026&means=call&invited=police&present=social-care&present=police&present=health"
                + "&shared=What+the+school+saw&decision=joint-enquiry&safety=With+her+aunt", by: ben)
        try await step("assessment", "of=R1&on=3+Sep+2026&kind=single", by: ben)
        let enquiry = try #require(try await journey(fixture).enquiries.first)
        #expect(enquiry.startedOn == (try day("2026-09-02")), "the enquiry begins with the discussion that decided it")
        try await step(
            "enquiry-outcome",
            "of=\(enquiry.id.text)&on=10+Sep+2026&finding=atContinuingRisk&seen=yes&alone=yes&consulted=police"
                + "&conference=yes&why=The+harm+goes+on", by: ana)
        try await step("conference", "of=R1&kind=initial&on=18+Sep+2026&invited=police", by: ben)
        let conference = try #require(try await journey(fixture).conferences.first).id.text
        try await step(
            "conference-postponed", "of=\(conference)&to=22+Sep+2026&reason=report-not-ready&report=Health+report",
            by: chair, offeredFirst: false)
        try await step(
            "conference-held",
            "of=\(conference)&on=22+Sep+2026&present=police&present=health&family=yes&reports=yes&quorate=yes&plan=yes"
                + "&category=PHY&why=At+continuing+risk", by: chair)
        let plan = try #require(try await journey(fixture).protectionPlans.first)
        #expect(plan.startedOn == (try day("2026-09-22")) && plan.initialCategory == "PHY")
        let assessment = try #require(try await journey(fixture).assessments.first).id.text
        let written = AssessmentPart.allCases.map { "\($0.rawValue)=Looked+at" }.joined(separator: "&")
        try await step(
            "assessment-submission",
            "of=\(assessment)&\(written)&seen=yes&views=I+want+to+stay&analysis=She+is+safe+with+her+aunt&outcome=other",
            by: ben)
        try await step("assessment-authorisation", "of=\(assessment)&decision=authorise", by: ana)
        try await step(
            "plan-action", "of=\(plan.id.text)&aim=She+is+never+hit&measure=No+marks&owner=Her+mother&by=1+Oct+2026",
            by: ben)
        try await step("plan-contingency", "of=\(plan.id.text)&contingency=A+legal+planning+meeting", by: ben)
        try await step(
            "core-group", "of=\(plan.id.text)&on=1+Oct+2026&present=health&family=yes&progress=No+marks", by: ben)
        try await step("plan-action-done", "action=0&on=2+Oct+2026", by: ben, offeredFirst: false)
        try await step("supervision", "on=5+Oct+2026&weighed=Whether+the+plan+holds", by: ana, offeredFirst: false)
        try await step(
            "plan-review", "of=\(plan.id.text)&on=20+Nov+2026&quorate=yes&child=attended&continues=no&why=She+is+safe",
            by: chair, offeredFirst: false)
        try await step(
            "closure", "of=R1&reason=RC8&why=She+lives+with+her+aunt+and+is+safe", by: ana, offeredFirst: false)

        let told = try await journey(fixture)
        #expect(told.protectionPlans.first?.endedOn == (try day("2026-11-20")))
        #expect(told.conferences.first?.postponements?.first?.lateReport == "Health report")
        #expect(told.referrals.first?.closedOn == (try day("2026-11-21")))
        #expect(told.allocations.allSatisfy { $0.until != nil })
        #expect(told.assessments.first?.body.authorisedBy == "ana")
        let page = try await fixture.get(address, ana).text
        for words in ["Strategy discussion", "Safe tonight: With her aunt.", "Core group", "Ben Adeyemi", "Because: "] {
            #expect(page.contains(words), "the story does not say \(words)")
        }
        #expect(try await fixture.record?.store.verify(fixture.record!.council, expecting: nil).isWhole == true)
    }

    @Test func `a referral is not closed over what closing would hide`() async throws {
        let fixture = try await fixture(
            Referral(
                receivedOn: try day("2026-09-01"), noFurtherAction: false, harmAlleged: true,
                decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        func close(_ form: String, reason: String = "RC8") async throws -> TestResponse {
            try await take("closure", "of=R1&reason=\(reason)&why=Done", fixture, ana, form: form)
        }
        let unseen = try await close("1")
        #expect(unseen.status == .unprocessableContent && unseen.text.contains("the child has not been seen since"))
        #expect(unseen.text.contains("nobody has decided whether it may be significant"))
        try await take(
            "strategy-discussion",
            "of=R1&on=2+Sep+2026&means=call&present=police&shared=a&decision=single-enquiry&safety=b", fixture, ben)
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let open = try await close("2").text
        #expect(open.contains("A section 47 enquiry is not ended") && open.contains("An assessment is not authorised"))
        let enquiry = try #require(try await journey(fixture).enquiries.first).id.text
        try await take(
            "enquiry-outcome",
            "of=\(enquiry)&on=10+Sep+2026&finding=atContinuingRisk&seen=yes&alone=yes&consulted=police&conference=yes&why=c",
            fixture, ana)
        #expect(try await close("3").text.contains("A conference that is needed has not been held"))
        // A child another council has taken over has nobody here to do it.
        #expect(try await close("4", reason: "RC5").status == .seeOther)
    }

    @Test func `a worker does not end the plan of a child they hold, nor anybody who is neither chair nor manager`()
        async throws
    {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [
                ("P1", ChildProtectionPlan(referral: "R1", startedOn: try day("2026-09-15"))),
                ("A1", Allocation(worker: "ana", role: .lead, from: try day("2026-09-01"))),
            ], about: child)
        let body = "of=P1&on=20+Nov+2026&quorate=yes&child=attended&continues=no&why=Safe"
        for (user, role, words) in [
            ("ana", Role.manager, "You hold this child yourself"), ("ben", .socialWorker, "A chair or a manager ends"),
        ] {
            let sent = try await take(
                "plan-review", body, fixture, try fixture.signIn(role, user: UserID(user)), form: user)
            #expect(sent.status == .unprocessableContent && sent.text.contains(words))
        }
        let chair = try fixture.signIn(.chair, user: "cho")
        #expect(try await take("plan-review", body, fixture, chair, form: "chair").status == .seeOther)
    }

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

    @Test func `nobody authorises their own work`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ana)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        try await take(
            "assessment-submission", "of=\(id)&seen=yes&analysis=Safe&outcome=other", fixture, ana)
        let own = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=Fine", fixture, ana, form: "own")
        #expect(own.status == .unprocessableContent)
        #expect(own.text.contains("This is your own work"))
        #expect(try await journey(fixture).assessments.first?.authorisedOn == nil)
        let unexplained = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise", fixture, dee, form: "unexplained")
        #expect(unexplained.text.contains("Enter why it is authorised with parts not explored"))
        let other = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=The+rest+is+known", fixture, dee)
        #expect(other.status == .seeOther)
        #expect(try await journey(fixture).assessments.first?.body.authorisedBy == "dee")
    }

    @Test func `an assessment that is given back goes to its writer again, with everything that was written`()
        async throws
    {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        try await take(
            "assessment-submission", "of=\(id)&history=Two+moves&seen=yes&analysis=Safe&outcome=other", fixture, ben)
        try await take(
            "assessment-authorisation", "of=\(id)&decision=return&why=Where+is+the+father", fixture, ana)
        let again = try await fixture.get("\(address)/steps/assessment-submission?of=\(id)", ben).text
        #expect(again.contains("Two moves"))
        #expect(try await fixture.get(address, ben).text.contains("Where is the father"))
        let early = try await take("assessment-authorisation", "of=\(id)&decision=authorise", fixture, ana, form: "2")
        #expect(early.status == .conflict, "what was given back waits for its writer, not for a manager")
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

    @Test func `what was begun is there again after signing out, for its writer alone and on its child alone`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("person", Person(forename: "Other", surname: "Child", bornOn: try day("2019-02-11")))],
            about: "record:other")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        // Half a form: no day can be read, and nothing of it is thrown away.
        let kept = try await take("note", "on=the+day+bef&text=She+said+that&keep=yes", fixture, ben, form: "draft")
        #expect(kept.location == "\(address)/steps/note")
        let quiet = try await take(
            "note", "on=&text=She+said+that+%3Cb%3E&keep=yes&quiet=yes", fixture, ben, form: "draft")
        #expect(quiet.status == .noContent)
        #expect(try await journey(fixture).casework.notes.isEmpty, "a draft is no entry")
        let again = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("\(address)/steps/note", again).text
        #expect(page.contains("She said that &lt;b&gt;"))
        #expect(page.contains("You began this, and it was kept on"))
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        #expect(try await fixture.get("\(address)/steps/note", eve).text.contains("She said that") == false)
        let other = try await fixture.get("/children/record:other/steps/note", again).text
        #expect(other.contains("What happened?") && !other.contains("She said that"))
        // Sent, it is gone.
        try await take("note", "on=20+Nov+2026&text=She+said+that&significant=no", fixture, again, form: "draft")
        #expect(try await fixture.get("\(address)/steps/note", again).text.contains("She said that") == false)
        #expect(try await journey(fixture).casework.notes.count == 1)
    }

    @Test func `a draft about a child who has been restricted since is not shown to its writer`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("note", "text=Secret&keep=yes", fixture, ben)
        let ana = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: ana, to: .restrictChild, .child(child, in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict(child, to: ["ana"], access: access, at: ServerFixture.moment)
        let page = try await fixture.get("\(address)/steps/note", ben)
        #expect(page.status == .forbidden && !page.text.contains("Secret"))
    }

    @Test func `a step that is not there, and a record that is not, are said so`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("\(address)/steps/dance", ana).status == .notFound)
        #expect(try await fixture.get("\(address)/recorded/form-none", ana).status == .notFound)
        #expect(try await fixture.get("\(address)/steps/referral-decision?of=R9", ana).status == .conflict)
    }
}
