import AccessRules
import Assurance
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// What an audit leaves for people to do: replying, and actions. Today is Sat 21 Nov 2026; Ben leads for Tamar since September.
@Suite struct AuditWorkTests: Assures {
    private func audited(action byOn: Day? = nil) async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.record(
            [("lead", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02")))], about: child)
        var audit = finished()
        audit.analysis = "The plan names nobody"
        if let byOn { audit.actions = [AuditAction(what: "Name who does what", owner: "ben", byOn: byOn)] }
        try await AuditFile(assurer(fixture))(audit, id: "audit-1", about: child)
        return fixture
    }

    @Test func `whoever held the file finds the audit on My work, reads it, disputes it, and it is asked no more`()
        async throws
    {
        let fixture = try await audited()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get("/work", ben).text.contains("/children/record:tamar/audits/audit-1"))
        let page = try await fixture.get("\(address)/audits/audit-1", ben)
        #expect(
            page.status == .ok && page.text.contains("The plan names nobody") && page.text.contains("Overall: good"))
        // Where the child's steps are listed, answers to audits do not crowd out what is due on the child's own page.
        #expect(!(try await fixture.get(address, ben).text.contains("/steps/audit-reply")))
        #expect(try await fixture.get("\(address)/steps", ben).text.contains("/steps/audit-reply"))
        let sent = try await take("audit-reply", "of=audit-1&agrees=no&words=I+had+named+them", fixture, ben)
        #expect(sent.status == .seeOther, "\(sent.text.suffix(600))")
        #expect(!(try await fixture.get("/work", ben).text.contains("/audits/audit-1")))
        let replied = try await fixture.get("\(address)/audits/audit-1", ben).text
        #expect(replied.contains("Ben Adeyemi, disputes it") && replied.contains("I had named them"))
    }

    @Test func `somebody who never worked with the child sees no audit, is asked for nothing and replies to none`()
        async throws
    {
        let fixture = try await audited()
        let cat = try fixture.signIn(.socialWorker, user: "cat")
        #expect(try await fixture.get("\(address)/audits/audit-1", cat).status == .notFound)
        #expect(!(try await fixture.get("/work", cat).text.contains("/audits/")))
        let sent = try await take("audit-reply", "of=audit-1&agrees=yes&words=Fine", fixture, cat)
        #expect(sent.status == .unprocessableContent && sent.text.contains("Whoever worked with the child"))
        let family = try await take(
            "audit-family", "of=audit-1&who=the+mother&words=Fine", fixture, cat, form: "family")
        #expect(family.status == .unprocessableContent && family.text.contains("Whoever worked with the child"))
        #expect(try await journey(fixture).casework.auditReplies.isEmpty)
    }

    @Test func `what a reader wrote and asked for is on no form of somebody who never worked with the child`()
        async throws
    {
        let fixture = try await audited(action: try day("2026-12-04"))
        let (ben, cat) = (
            try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.socialWorker, user: "cat")
        )
        for (path, said) in [
            ("audit-reply?of=audit-1", "The plan names nobody"),
            ("audit-action-done?of=action-audit-1-1", "Name who does what"),
        ] {
            #expect(try await fixture.get("\(address)/steps/\(path)", ben).text.contains(said), "\(path)")
            #expect(!(try await fixture.get("\(address)/steps/\(path)", cat).text.contains(said)), "\(path)")
        }
    }

    @Test(arguments: [Role.auditor, .inspector, .chair, .frontDoor, .analyst])
    func `a second reader, and whoever did no work, is refused the audit as those who did it read it`(role: Role)
        async throws
    {
        let fixture = try await audited()
        let answer = try await fixture.get("\(address)/audits/audit-1", fixture.signIn(role, user: "x"))
        #expect(answer.status == .forbidden && !answer.text.contains("names nobody"))
    }

    @Test func `what the family says stands beside the audit, from a worker or a reader`() async throws {
        let fixture = try await audited()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let sent = try await take(
            "audit-family", "of=audit-1&who=the+mother&words=Nobody+told+me", fixture, ben)
        #expect(sent.status == .seeOther, "\(sent.text.suffix(600))")
        var account = AuditReply(
            on: ServerFixture.moment.londonDay, audit: "", by: "", isFamily: true, words: "She listened")
        account.saidBy = "the child"
        try await AuditFile(assurer(fixture, .auditor, "sec"))(
            finished(.second), id: "audit-2", about: child, family: account)
        let first = try await fixture.get("\(address)/audits/audit-1", ben).text
        #expect(first.contains("The mother") && first.contains("Nobody told me"))
        #expect(try await fixture.get("\(address)/audits/audit-2", ben).text.contains("She listened"))
    }

    @Test func `an action is on its owner's list until it is done, with what shows it`() async throws {
        let fixture = try await audited(action: try day("2026-12-04"))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let link = "/steps/audit-action-done?of=action-audit-1-1"
        let work = try await fixture.get("/work", ben).text
        #expect(work.contains(link) && work.contains("Name who does what"))
        // Not late, so no manager is bothered with it.
        #expect(!(try await fixture.get("/team", fixture.signIn(.manager, user: "ana")).text.contains(link)))
        let cat = try fixture.signIn(.socialWorker, user: "cat")
        #expect(!(try await fixture.get("/work", cat).text.contains(link)))
        let other = try await take(
            "audit-action-done", "of=action-audit-1-1&shown=x&on=21+Nov+2026", fixture, cat, form: "other")
        #expect(other.text.contains("Whoever the action was given to records this"))
        let bare = try await take("audit-action-done", "of=action-audit-1-1&on=21+Nov+2026", fixture, ben, form: "bare")
        #expect(bare.status == .unprocessableContent && bare.text.contains("what shows that it is done"))
        let done = try await take(
            "audit-action-done", "of=action-audit-1-1&shown=The+plan+of+today&on=21+Nov+2026", fixture, ben)
        #expect(done.status == .seeOther, "\(done.text.suffix(600))")
        #expect(!(try await fixture.get("/work", ben).text.contains(link)))
        #expect(try await fixture.get("\(address)/audits/audit-1", ben).text.contains("Shown by: The plan of today"))
    }

    @Test func `an action past its day is missing for the child and stands on the manager's page`() async throws {
        let fixture = try await audited(action: try day("2026-11-18"))
        let ana = try fixture.signIn(.manager, user: "ana")
        let team = try await fixture.get("/team", ana).text
        #expect(team.contains("Actions from audits") && team.contains("3 days over"))
        let page = try await fixture.get(address, ana).text
        #expect(page.contains("What an audit of") && page.contains("/steps/audit-action-done?of=action-audit-1-1"))
        try await take(
            "audit-action-done", "of=action-audit-1-1&shown=Done&on=21+Nov+2026", fixture, ana)
        #expect(!(try await fixture.get("/team", ana).text.contains("Actions from audits")))
    }

    @Test func `a reading sent again takes back no action, and changes none that is done`() async throws {
        let fixture = try await audited(action: try day("2026-12-04"))
        let place = try await journey(fixture).casework.fileAudits[0].place
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child, corrects: place)
        #expect(try await journey(fixture).casework.auditActions.map(\.body.isWaiting) == [true])
    }

    @Test func `a restricted child's audit and action are counted and not named`() async throws {
        let fixture = try await audited(action: try day("2026-11-18"))
        try await fixture.record?.restrict(child, to: ["ana"])
        let work = try await fixture.get("/work", fixture.signIn(.socialWorker, user: "ben")).text
        #expect(!work.contains("Name who does what") && !work.contains("Okoro") && !work.contains("record:tamar"))
        #expect(work.contains("on records you may not open"))
    }

    @Test func `a re-audit shows each question before and after`() async throws {
        let fixture = try await fixture()
        try await children(2, in: fixture)
        let auditor = try fixture.signIn(.auditor, user: "aud")
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "sample-1")
        func read(_ sample: String, _ answer: AuditAnswer.Answer, _ grade: String) async throws {
            var audit = finished(sample: sample)
            (audit.answers, audit.grade) = ([AuditAnswer(question: "seen", answer: answer)], grade)
            try await AuditFile(assurer(fixture))(audit, id: RecordID("audit-\(sample)"), about: child)
        }
        try await read("sample-1", .no, "inadequate")
        let form = try await fixture.get("/audit/draw", auditor).text
        #expect(form.contains("reaudit-of") && form.contains("Look-back"))
        let body = "csrf=\(fixture.formToken(auditor))&form=sample-2&purpose=Again&method=whole-frame&frame=again"
        let sent = try await fixture.post(
            "/audit/draw", auditor, "\(body)&reaudit-of=sample-1&reaudit=yes&tool=case-file")
        #expect(sent.status == .seeOther, "\(sent.text.suffix(600))")
        try await read("sample-2", .yes, "good")
        let page = try await fixture.get("/audit/samples/sample-2", fixture.signIn(.director, user: "dot")).text
        #expect(page.contains("Before and after") && page.contains("yes in 0 of 1") && page.contains("yes in 1 of 1"))
        #expect(!(try await fixture.get("/audit/samples/sample-1", auditor).text.contains("Before and after")))
        let unknown = try await fixture.post(
            "/audit/draw", auditor,
            "\(body.replacing("sample-2", with: "sample-3"))&reaudit-of=sample-9&tool=case-file")
        #expect(unknown.status == .unprocessableContent)
    }
}
