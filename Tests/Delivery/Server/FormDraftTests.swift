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

/// What was begun and not sent on the forms that are no step: a visit, a referral, an adult. Today is Sat 21 Nov 2026; Tamar
/// and Levan are known here.
@Suite struct FormDraftTests: TakesSteps {
    private static let levan = "/children/record:levan"

    private func two() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("person", Person(forename: "Levan", surname: "Okoro", bornOn: try day("2017-05-04")))],
            about: "record:levan")
        return fixture
    }

    private func send(
        _ fixture: ServerFixture, _ token: SecretToken, _ path: String, _ body: String
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    private func restrict(_ child: SubjectID, to user: UserID, _ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        let ana = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: ana, to: .restrictChild, .child(child, in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict(child, to: [user], access: access, at: ServerFixture.moment)
    }

    @Test(arguments: ["visits/new", "referrals/new"])
    func `a form begun is there again after signing out, for its writer alone and on its child alone`(
        form: String
    ) async throws {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let id = form == "visits/new" ? "visit-1" : "referral-1"
        let typed = "record=\(id)&on=the+day+bef&received=the+day+bef&note=%3Cb%3E&harm=yes&seen=yes&keep=yes"
        let kept = try await send(fixture, ben, "\(address)/\(form)", typed)
        #expect(kept.status == .seeOther && kept.location == "\(address)/\(form)")
        #expect(try await send(fixture, ben, "\(address)/\(form)", "\(typed)&quiet=yes").status == .noContent)
        #expect(try await journey(fixture).visits.isEmpty, "a draft is no entry")
        #expect(try await journey(fixture).referrals.count == 1)
        let again = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("\(address)/\(form)", again).text
        #expect(page.contains("the day bef") && page.contains("You began this, and it was kept on"))
        #expect(!page.contains("Error:"), "nobody is told off for what was not sent")
        #expect(!page.contains("value=\"\(id)\""), "a form of its own")
        #expect(page.contains("data-draft=\"yes\""))
        for (path, token) in [
            ("\(address)/\(form)", try fixture.signIn(.socialWorker, user: "eve")), ("\(Self.levan)/\(form)", again),
        ] {
            #expect(try await fixture.get(path, token).text.contains("the day bef") == false, "\(path)")
        }
        let work = try await fixture.get("/work", again).text
        #expect(work.contains("Begun and not sent") && work.contains("\(address)/\(form)"))
        #expect(!(try await fixture.get("/work", fixture.signIn(.socialWorker, user: "eve")).text.contains(form)))
        // Begun again, it is gone.
        try await send(fixture, again, "\(address)/\(form)", "record=\(id)&afresh=yes")
        #expect(try await fixture.get("\(address)/\(form)", again).text.contains("the day bef") == false)
    }

    @Test func `each child of one visit has a draft of their own, and sending one leaves the other`() async throws {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for (path, words) in [(address, "Tamar+cried"), (Self.levan, "Levan+laughed")] {
            try await send(fixture, ben, "\(path)/visits/new", "record=visit-\(words)&said=\(words)&keep=yes")
        }
        // As the link to the same visit of the other child opens it: what was begun is not lost for the day in it.
        let other = try await fixture.get("\(Self.levan)/visits/new?on=2026-11-20&place=home", ben).text
        #expect(other.contains("Levan laughed") && !other.contains("Tamar cried"))
        let sent = try await send(
            fixture, ben, "\(address)/visits/new",
            "record=visit-9&on=20+Nov+2026&at=10:00&seen=yes&alone=yes&place=home&said=Tamar+cried")
        #expect(sent.status == .seeOther)
        #expect(try await fixture.get("\(address)/visits/new", ben).text.contains("Tamar cried") == false)
        #expect(try await fixture.get("\(Self.levan)/visits/new", ben).text.contains("Levan laughed"))
    }

    @Test func `what is wrong when it is sent leaves the draft where it was`() async throws {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await send(fixture, ben, "\(address)/visits/new", "record=visit-1&said=She+cried&keep=yes")
        let wrong = try await send(fixture, ben, "\(address)/visits/new", "record=visit-1&said=She+cried")
        #expect(wrong.status == .unprocessableContent)
        #expect(try await fixture.get("\(address)/visits/new", ben).text.contains("She cried"))
    }

    @Test(arguments: ["visits/new", "referrals/new"])
    func `a child restricted since takes the draft away`(form: String) async throws {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await send(
            fixture, ben, "\(address)/\(form)", "record=referral-1&note=Secret&received=Secret&keep=yes")
        try await restrict(child, to: "ana", fixture)
        let page = try await fixture.get("\(address)/\(form)", ben)
        #expect(page.status == .forbidden && !page.text.contains("Secret"))
        #expect(!(try await fixture.get("/work", ben).text.contains(form)))
    }

    @Test func `the referral of a child not known here is gone on with under its own address, and makes one child`()
        async throws
    {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let typed = "record=referral-new1&forename=Nino&surname=Lomidze&born=soon&none=yes&harm=yes"
        let kept = try await send(fixture, ben, "/referrals/new", "\(typed)&keep=yes")
        #expect(kept.location == "/referrals/new?draft=referral-new1")
        try await send(fixture, ben, "/referrals/new", "record=referral-new2&forename=Other&surname=Child&keep=yes")
        let again = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("/referrals/new?draft=referral-new1", again).text
        #expect(page.contains("Nino") && page.contains("value=\"soon\"") && !page.contains("Other"))
        #expect(page.contains("value=\"referral-new1\""))
        // Each search begins a form of its own, which says what was begun and is not made of it.
        let new = try await fixture.get("/referrals/new?searched=Sandro+Kiknadze", again).text
        #expect(new.contains("Sandro") && new.contains("Nino Lomidze, kept") && !new.contains("value=\"soon\""))
        #expect(try await fixture.get("/work", again).text.contains("/referrals/new?draft=referral-new1"))
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        let theirs = try await fixture.get("/referrals/new?draft=referral-new1", eve)
        #expect(theirs.status == .seeOther && !theirs.text.contains("Nino"))
        let sent = try await send(
            fixture, again, "/referrals/new",
            "record=referral-new1&forename=Nino&surname=Lomidze&born=3+Mar+2020&received=20+Nov+2026&harm=yes")
        #expect(sent.location == "/children/record:referral-new1", "\(sent.text)")
        #expect(try await fixture.get("/referrals/new?draft=referral-new1", again).status == .seeOther)
        #expect(!(try await fixture.get("/work", again).text.contains("draft=referral-new1")))
        #expect(try await fixture.get("/work", again).text.contains("draft=referral-new2"))
        // Kept again by another tab after the child was made and restricted: not shown.
        try await send(fixture, again, "/referrals/new", "\(typed)&keep=yes")
        try await restrict("record:referral-new1", to: "ana", fixture)
        let hidden = try await fixture.get("/referrals/new?draft=referral-new1", again)
        #expect(hidden.status == .forbidden && !hidden.text.contains("soon"))
        #expect(!(try await fixture.get("/work", again).text.contains("draft=referral-new1")))
    }

    @Test func `two adults begun beside one child are two forms, and neither is made of the other`() async throws {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for (form, name) in [("form-a", "Rex"), ("form-b", "Ira")] {
            let kept = try await send(
                fixture, ben, "\(address)/adults/new", "form=\(form)&forename=\(name)&surname=Marlow&keep=yes")
            #expect(kept.location == "\(address)/adults/new?draft=\(form)")
        }
        let rex = try await fixture.get("\(address)/adults/new?draft=form-a", ben).text
        #expect(rex.contains("value=\"Rex\"") && !rex.contains("value=\"Ira\""))
        let new = try await fixture.get("\(address)/adults/new?searched=Max+Marlow", ben).text
        #expect(new.contains("value=\"Max\"") && new.contains("Rex Marlow, kept") && new.contains("Ira Marlow, kept"))
        let other = try await fixture.get("\(Self.levan)/adults/new?draft=form-a", ben)
        #expect(other.status == .seeOther && other.location == "\(Self.levan)/family")
        #expect(!(try await fixture.get("\(Self.levan)/adults/new?searched=Max", ben).text.contains("Rex")))
        let sent = try await send(
            fixture, ben, "\(address)/adults/new",
            "form=form-a&forename=Rex&surname=Marlow&sex=M&kind=partner&responsibility=no&carer=yes&lives=yes"
                + "&from=10+Nov+2026")
        #expect(sent.location == "\(address)/family", "\(sent.text)")
        #expect(try await fixture.get("\(address)/adults/new?draft=form-a", ben).status == .seeOther)
        #expect(try await fixture.get("\(address)/adults/new?draft=form-b", ben).text.contains("value=\"Ira\""))
    }

    @Test func `what was begun about an adult is theirs alone, and gone with leave to open their children`()
        async throws
    {
        let fixture = try await two()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for name in ["Rex", "Ira"] {
            try await send(
                fixture, ben, "\(address)/adults/new",
                "form=form-\(name)&forename=\(name)&surname=Marlow&sex=M&kind=partner&responsibility=no&carer=yes"
                    + "&lives=yes&from=10+Nov+2026")
        }
        let adults = try await journey(fixture).relationships.map { "/adults/record:\($0.body.other)" }
        let (rex, ira) = (try #require(adults.first), try #require(adults.last))
        #expect(adults.count == 2)
        try await send(fixture, ben, "\(rex)/steps/risk", "form=form-r&keep=yes&account=He+shouted")
        let work = try await fixture.get("/work", ben).text
        #expect(work.contains("\(rex)/steps/risk"))
        #expect(try await fixture.get("\(rex)/steps/risk", ben).text.contains("You began this"))
        #expect(!(try await fixture.get("\(ira)/steps/risk", ben).text.contains("You began this")))
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        #expect(!(try await fixture.get("\(rex)/steps/risk", eve).text.contains("You began this")))
        try await restrict(child, to: "ana", fixture)
        #expect(try await fixture.get("\(rex)/steps/risk", ben).status == .notFound)
        let kept = try await send(fixture, ben, "\(rex)/steps/risk", "form=form-r&keep=yes&quiet=yes")
        #expect(kept.status == .notFound, "nor kept")
        #expect(!(try await fixture.get("/work", ben).text.contains("steps/risk")))
    }

    @Test func `what somebody began about an adult or a child is gone when they are erased`() async throws {
        let fixture = try await two()
        let record = try #require(fixture.record)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await send(fixture, ben, "\(address)/visits/new", "record=visit-1&said=She+cried&keep=yes")
        try await send(fixture, ben, "\(address)/adults/new", "form=form-a&forename=Rex&surname=Marlow&keep=yes")
        #expect(try await record.store.drafts(of: "ben", in: record.council).count == 2)
        _ = try await record.store.erase(
            .child(child), records: nil, authority: "a court", in: record.council, by: "ana",
            at: ServerFixture.moment)
        #expect(try await record.store.drafts(of: "ben", in: record.council).isEmpty)
    }
}
