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

/// A child goes missing and comes back; others are at risk of exploitation, homeless, privately fostered or before the court.
/// Today is Sat 21 Nov 2026.
@Suite struct MissingStepsTests: TakesSteps {
    private func accepted() async throws -> ServerFixture {
        try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
    }

    private func standing(_ fixture: ServerFixture, _ about: SubjectID? = nil) async throws -> Set<String> {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "u1", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(about ?? child, in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open(about ?? child, access: access, at: ServerFixture.moment)
        let today = try day("2026-11-21")
        return Set(opened.concerns.filter { $0.stands(on: today) }.map(\.code.text))
    }

    private func sent(
        _ step: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken, form: String? = nil
    ) async throws {
        let answer = try await take(step, body, fixture, token, form: form)
        #expect(answer.status == .seeOther, "\(step): \(answer.text.suffix(2500))")
    }

    private let missing = "kind=missing&on=10+Nov+2026&at=21:30&reported=10+Nov+2026&reportedAt=22:10&by=Her+mother"

    @Test func `from missing to seen: each is offered when it comes next, and only what answers a concern clears it`()
        async throws
    {
        let fixture = try await accepted()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await sent("missing", missing + "&what=Took+a+bag", fixture, ben, form: "m")
        let episode = try #require(try await journey(fixture).missingEpisodes.first)
        #expect(episode.body.reportedAt == Moment(londonDay: try day("2026-11-10"), minute: 1330))
        #expect(try await standing(fixture).isSuperset(of: ["missing-now", "missing-unmet"]))
        #expect(try await take("missing", missing, fixture, ben, form: "again").status == .conflict)
        #expect(try await fixture.get(address, ben).text.contains("/steps/missing-return?of="))
        let page = try await fixture.get("\(address)/steps", ben).text
        #expect(page.contains("/steps/missing-return") && page.contains("/steps/missing-meeting"))

        let of = "of=\(episode.id.text)"
        try await sent("missing-return", "\(of)&on=16+Nov+2026&at=08:00&how=By+herself", fixture, ben)
        #expect(try await standing(fixture).isSuperset(of: ["missing-now", "missing-unmet", "return-interview-late"]))
        try await sent(
            "visits", "record=visit-9&on=17+Nov+2026&seen=yes&alone=yes&place=home", fixture, ben, visiting: true)
        #expect(try await standing(fixture).isDisjoint(with: ["missing-now"]))
        #expect(try await standing(fixture).isSuperset(of: ["missing-unmet", "return-interview-late"]))

        let alone = try await take(
            "missing-meeting", "\(of)&on=17+Nov+2026&present=health&plan=A+mentor", fixture, ben, form: "alone")
        #expect(alone.status == .unprocessableContent && alone.text.contains("held with the police"))
        try await sent("missing-meeting", "\(of)&on=17+Nov+2026&present=police&plan=A+mentor", fixture, ben)
        #expect(try await standing(fixture).isDisjoint(with: ["missing-unmet"]))
        let interview = "\(of)&on=18+Nov+2026&by=J.+Pell"
        try await sent(
            "return-interview", interview + "&outcome=held&independent=no&learnt=Nothing", fixture, ben, form: "own")
        try await sent("return-interview", interview + "&outcome=offered&independent=yes", fixture, ben, form: "offer")
        #expect(try await standing(fixture).contains("return-interview-late"))
        let untried = interview + "&outcome=declined&independent=yes"
        #expect(try await take("return-interview", untried, fixture, ben, form: "u").status == .unprocessableContent)
        try await sent("return-interview", untried + "&tried=Twice+at+school", fixture, ben, form: "d")
        #expect(try await standing(fixture).isDisjoint(with: ["return-interview-late"]))
        let told = try await fixture.get(address, ben).text
        for words in ["Reported to the police Tue 10 Nov 2026, 22:10", "By herself", "A mentor", "Twice at school"] {
            #expect(told.contains(words), "the story does not say \(words)")
        }
    }

    @Test func `what is recorded about a brother clears nothing for the child`() async throws {
        let fixture = try await accepted()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await sent("missing", missing, fixture, ben, form: "m")
        let episode = try #require(try await journey(fixture).missingEpisodes.first).id
        let twin: SubjectID = "record:kacper"
        var meeting = MissingMeeting(heldOn: try day("2026-11-12"), of: episode)
        meeting.present = [.police]
        try await fixture.record?.record(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11"))),
                ("M9", MissingEpisode(kind: .missing, from: try day("2026-11-10"))), ("M8", meeting),
            ], about: twin)
        #expect(try await standing(fixture).contains("missing-unmet"))
        // Recorded on the wrong child it answers neither: it names a time missing that is not his.
        #expect(try await standing(fixture, twin).contains("missing-unmet"))
    }

    @Test func `an exploitation assessment answers its own kind, and the kind of a risk is not changed`() async throws {
        let fixture = try await accepted()
        try await fixture.record?.record(
            [("K1", RiskToChild(kind: .criminalExploitation, level: .high, since: try day("2026-09-10")))], about: child
        )
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let risk = "of=K1&level=low&on=10+Sep+2026&review=20+Dec+2026"
        let changed = try await take("risk-to-child", risk + "&kind=neglect", fixture, ben, form: "k")
        #expect(changed.status == .unprocessableContent && changed.text.contains("end it, and record the other"))
        try await sent("risk-to-child", risk + "&kind=criminal-exploitation", fixture, ben, form: "l")
        let assessed = "on=20+Nov+2026&level=high&plan=A+mentor&review=20+Feb+2027"
        #expect(
            try await take("exploitation-assessment", assessed, fixture, ben, form: "n").status == .unprocessableContent
        )
        try await sent("exploitation-assessment", assessed + "&kinds=sexual-exploitation", fixture, ben, form: "o")
        try await sent("exploitation-assessment", assessed + "&kinds=criminal-exploitation", fixture, ben, form: "p")
        #expect(try await journey(fixture).casework.exploitationAssessments.count == 2)
    }

    @Test func `a young person is homeless until there is a bed, their rights are explained and a manager has decided`()
        async throws
    {
        let fixture = try await accepted()
        let tooYoung = try await take(
            "homelessness", "on=20+Nov+2026", fixture, try fixture.signIn(.frontDoor, user: "fay"))
        #expect(tooYoung.status == .conflict, "she is seven")
        try await correct(
            Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2010-02-11")), id: "person", fixture)
        let (ana, eve) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.emergencyDuty, user: "eve"))
        try await sent(
            "homelessness", "on=20+Nov+2026&at=21:00&what=Told+to+leave&bed=bed-and-breakfast&explained=no", fixture,
            eve,
            form: "h")
        #expect(try await standing(fixture).contains("homeless-16-17"))
        let declined = "of=form-h&on=20+Nov+2026&decision=declined&wishes=My+own+place&why=He+says+so"
        let early = try await take("homelessness-decision", declined, fixture, ana, form: "e")
        #expect(early.status == .unprocessableContent && early.text.contains("Record first"))
        #expect(try await take("homelessness-decision", declined, fixture, eve, form: "f").status == .forbidden)
        try await sent(
            "homelessness-bed", "of=form-h&on=21+Nov+2026&bed=suitable&explained=yes", fixture, eve, form: "b")
        #expect(try await standing(fixture).contains("homeless-16-17"), "nobody has decided")
        try await sent(
            "homelessness-decision", "of=form-h&on=21+Nov+2026&decision=accommodated&wishes=A+bed&why=Nobody+has+him",
            fixture, ana, form: "g")
        #expect(try await standing(fixture).isDisjoint(with: ["homeless-16-17"]))
    }

    @Test func `a visit to a privately fostered child is for that, and only a manager ends it`() async throws {
        let fixture = try await accepted()
        let (ana, ben) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
        try await sent("private-fostering", "on=2+Nov+2026&carer=A+neighbour", fixture, ben, form: "p")
        #expect(try await standing(fixture).contains("private-fostering-unseen"))
        try await sent(
            "private-fostering-check", "of=form-p&on=9+Nov+2026&what=Police&found=Nothing+known", fixture, ben)
        #expect(try await standing(fixture).contains("private-fostering-unseen"), "a check is no visit")
        try await sent(
            "visits", "record=visit-8&on=19+Nov+2026&seen=yes&alone=yes&place=home", fixture, ben, visiting: true)
        #expect(try await journey(fixture).visits.first?.purpose == .privateFostering)
        #expect(try await standing(fixture).isDisjoint(with: ["private-fostering-unseen"]))
        let end = "of=form-p&on=20+Nov+2026&why=Home+again"
        #expect(try await take("private-fostering-end", end, fixture, ben, form: "x").status == .forbidden)
        try await sent("private-fostering-end", end, fixture, ana, form: "y")
    }

    @Test func `a legal step is not written over, a manager decides the last, and orders follow the application`()
        async throws
    {
        let fixture = try await accepted()
        let (ana, ben) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
        func legal(_ body: String, _ form: String, by token: SecretToken) async throws -> TestResponse {
            let of = try await journey(fixture).preProceedings.first.map { "of=\($0.id.text)&" } ?? ""
            return try await take("legal-step", of + body, fixture, token, form: form)
        }
        #expect(try await legal("step=planningMeeting&on=3+Sep+2026&said=To+begin", "1", by: ben).status == .seeOther)
        #expect(try await legal("step=letterSent&on=7+Sep+2026", "2", by: ben).status == .seeOther)
        #expect(try await standing(fixture).contains("pre-proceedings-drift"))
        let again = try await legal("step=letterSent&on=16+Nov+2026", "3", by: ben)
        #expect(again.status == .unprocessableContent && again.text.contains("recorded already"))
        let decided = "step=decided&on=19+Nov+2026&next=court&said=Too+little+changed"
        let alone = try await legal(decided, "4", by: ben)
        #expect(alone.status == .unprocessableContent && alone.text.contains("A manager decides"))
        #expect(try await legal("step=review&on=18+Nov+2026&said=Slow", "5", by: ben).status == .seeOther)
        #expect(try await standing(fixture).isDisjoint(with: ["pre-proceedings-drift"]))
        #expect(try await legal(decided, "6", by: ana).status == .seeOther)
        #expect(
            try await legal("step=courtApplication&on=20+Nov+2026&court=Family+Court", "7", by: ben).status == .seeOther
        )
        let one = try await journey(fixture).preProceedings
        #expect(one.count == 1 && one.first?.body.reviews?.count == 1 && one.first?.body.stepDecidedBy == "ana")
        try await sent(
            "court-order", "of=\(one[0].id.text)&on=21+Nov+2026&order=interim-care&said=Until+March", fixture, ben)
        let told = try await fixture.get(address, ben).text
        for words in [
            "Legal planning meeting", "Letter before proceedings sent", "Pre-proceedings reviewed",
            "Court: interim care order",
        ] {
            #expect(told.contains(words), "the story does not say \(words)")
        }
    }

    @Test func `early help is opened and ended, and a file's codes are not told as words`() async throws {
        let fixture = try await accepted()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let opened = "on=2+Nov+2026&lead=J.+Pell%2C+school&why=Sleep&plan=Bed+by+nine"
        try await sent("early-help", opened, fixture, ben, form: "o")
        #expect(try await take("early-help", opened, fixture, ben, form: "p").status == .conflict)
        let end = "of=form-o&why=She+sleeps"
        #expect(
            try await take("early-help-end", end + "&on=1+Nov+2026", fixture, ben, form: "e").status
                == .unprocessableContent)
        try await sent("early-help-end", end + "&on=12+Nov+2026", fixture, ben, form: "f")
        let told = try await fixture.get(address, ben).text
        #expect(told.contains("Led by J. Pell, school") && told.contains("She sleeps"))
    }

    @Test func `the family is offered to decide together, and what they decide is kept`() async throws {
        let fixture = try await accepted()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await sent(
            "family-group", "on=2+Nov+2026&accepted=yes&answer=Both+grandmothers", fixture, ben, form: "f")
        let held = "of=form-f&present=Six+of+them&plan=She+sleeps+at+her+aunt%27s"
        #expect(
            try await take("family-group-held", held + "&on=1+Nov+2026", fixture, ben, form: "b").status
                == .unprocessableContent)
        try await sent("family-group-held", held + "&on=12+Nov+2026", fixture, ben, form: "h")
        #expect(try await fixture.get(address, ben).text.contains("Family group met"))
    }

    private func sent(
        _ page: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken, visiting: Bool
    ) async throws {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        let answer = try await fixture.post("\(address)/\(page)/new", token, "csrf=\(csrf)&\(body)")
        #expect(answer.status == .seeOther, "\(page): \(answer.text.suffix(1500))")
    }
}
