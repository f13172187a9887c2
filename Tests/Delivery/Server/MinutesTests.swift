import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// Each of those who get minutes gets the parts meant for them. Today is Sat 21 Nov 2026.
@Suite struct MinutesTests: TakesSteps {
    private func met() async throws -> (fixture: ServerFixture, ben: SecretToken, ana: SecretToken) {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [
                ("C1", Conference(kind: .initial, heldOn: try day("2026-11-10"), quorate: true, decidedPlan: true)),
                ("X1", RiskToChild(kind: .domesticAbuse, level: .high, since: try day("2026-09-01"))),
            ], about: child)
        return (fixture, try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
    }

    private let written =
        "of=C1&separately=yes&mother=She+hides+at+her+aunt&present-mother=Jane,+chair&father=He+is+sorry"
        + "&present-father=John,+chair&decided=A+plan&present-decided=Chair,+agencies"

    @Test func `the father's version leaves out the mother's part, and a second person releases it`() async throws {
        let (fixture, ben, ana) = try await met()
        #expect(try await fixture.get("\(address)/steps/minutes", ben).text.contains("Domestic abuse is recorded"))
        #expect(try await take("minutes", written, fixture, ben).status == .seeOther)
        let careless = try await take(
            "minutes-version", "of=form-minutes&recipient=John&relation=father", fixture, ben, form: "careless")
        #expect(careless.status == .unprocessableContent)
        #expect(careless.text.contains("They came separately: leave out the mother&#39;s part"), "\(careless.text)")
        let made = "of=form-minutes&recipient=John&relation=father&leaveOut=mother&why=He+hit+her"
        #expect(try await take("minutes-version", made, fixture, ben, form: "john").status == .seeOther)
        let waiting = try await fixture.get("\(address)/outgoing/form-john", ana).text
        #expect(waiting.contains("Left out for this reader: the mother") && waiting.contains("Not released"))
        try await take("outgoing-document-release", "of=form-john&read=yes&decision=release", fixture, ana)
        let released = try await fixture.get("\(address)/outgoing/form-john", ana).text
        #expect(released.contains("He is sorry") && released.contains("Present: John, chair"))
        for words in ["aunt", "Jane", "He hit her", "Left out"] { #expect(!released.contains(words), "\(words)") }
        let table = try await fixture.get("\(address)/outgoing/form-john/table.csv", ana).text
        #expect(table.contains("He is sorry") && !table.contains("aunt"))
    }

    @Test func `minutes reach nobody by the whole story or a chronology`() async throws {
        let (fixture, ben, _) = try await met()
        try await take("minutes", written, fixture, ben)
        #expect(
            try await fixture.get(address, ben).text.contains("She hides at her aunt"), "those who may open the child")
        for content in ["whole-story", "chronology", "plan", "plain-words"] {
            try await take(
                "outgoing-document", "content=\(content)&recipient=John&relation=father", fixture, ben, form: content)
            let page = try await fixture.get("\(address)/outgoing/form-\(content)", ben).text
            #expect(page.contains("For John, father.") && !page.contains("aunt"), "\(content)")
        }
        #expect(try await fixture.get("\(address)/chronology", ben).text.contains("aunt") == false)
    }

    @Test(
        arguments: [
            ("of=C1&separately=yes&mother=She+hides", "They came separately: enter who was there"),
            ("of=C1&separately=no", "Enter what was said in at least one part"),
            ("of=C1&mother=She+hides", "Choose whether they came separately"),
        ])
    func `minutes say who was there where people came separately`(body: String, problem: String) async throws {
        let (fixture, ben, _) = try await met()
        let sent = try await take("minutes", body, fixture, ben)
        #expect(sent.status == .unprocessableContent && sent.text.contains(problem), "\(sent.status)")
    }

    // MARK: In plain words

    @Test func `the child reads their own words, a parent does not, and both read what is planned and how to complain`()
        async throws
    {
        let (fixture, ben, _) = try await met()
        var plan = ChildProtectionPlan(referral: "R1", startedOn: try day("2026-11-10"), latestCategory: "NEG")
        plan.actions = [
            PlanAction(aim: "She sleeps", measure: "Diary", owner: "Health visitor", by: try day("2026-12-01"))
        ]
        try await fixture.record?.record(
            [
                ("P1", plan),
                (
                    "V1",
                    Visit(
                        on: try day("2026-11-12"), purpose: .childProtectionPlan, seen: true,
                        childsWords: "I am scared of him")
                ),
            ], about: child)
        for (relation, isTold) in [
            ("the child", true), ("father", false), ("mother", false), ("the child solicitor", false),
        ] {
            let form = String(relation.filter(\.isLetter))
            let asked = "content=plain-words&recipient=Tamar&relation=\(relation.replacing(" ", with: "+"))"
            try await take("outgoing-document", asked, fixture, ben, form: form)
            let page = try await fixture.get("\(address)/outgoing/form-\(form)", ben).text
            #expect(page.contains("I am scared of him") == isTold, "\(relation)")
            for words in [
                "Why we are involved", "She sleeps. Who does it: Health visitor.", "You can complain", "Not released",
            ] {
                #expect(page.contains(words), "\(relation): \(words)")
            }
        }
    }

    @Test
    func `the father's version tells nothing the mother disputes, and nothing that was recorded after it went out`()
        async throws
    {
        let (fixture, ben, ana) = try await met()
        try await take("minutes", written, fixture, ben)
        let dispute = "entry=meeting-minutes%7Cform-minutes&on=20+Nov+2026"
        try await take(
            "disputed-statement", "\(dispute)&by=Jane,+mother&words=I+never+said+yes", fixture, ben, form: "hers")
        try await take(
            "disputed-statement", "\(dispute)&by=John,+father&words=I+was+sober", fixture, ben, form: "his")
        let made = "of=form-minutes&recipient=John&relation=father&leaveOut=mother&why=He+hit+her"
        try await take("minutes-version", made, fixture, ben, form: "john")
        try await take("outgoing-document-release", "of=form-john&read=yes&decision=release", fixture, ana)
        try await take(
            "disputed-statement", "\(dispute)&by=John,+father&words=Nor+was+I+late", fixture, ben, form: "later")
        for page in ["form-john", "form-john/table.csv"] {
            let text = try await fixture.get("\(address)/outgoing/\(page)", ana).text
            #expect(text.contains("I was sober"), "\(page)")
            #expect(!text.contains("I never said yes") && !text.contains("Nor was I late"), "\(page)")
        }
        try await take("minutes-version", made, fixture, ben, form: "again")
        let again = try await fixture.get("\(address)/outgoing/form-again", ana).text
        #expect(again.contains("Nor was I late"), "a new version tells it")
    }

    @Test func `a chronology that was released stays as somebody read it, whatever is disputed and answered since`()
        async throws
    {
        let (fixture, ben, ana) = try await met()
        try await take("note", "on=6+Oct+2026&significant=yes&text=He+was+drunk", fixture, ben)
        for content in ["chronology", "whole-story", "plain-words"] {
            try await take(
                "outgoing-document", "content=\(content)&recipient=John&relation=father", fixture, ben, form: content)
        }
        let disputed = "entry=case-note%7Cform-note&on=20+Nov+2026&by=John,+father&words=I+had+the+flu"
        try await take("disputed-statement", disputed, fixture, ben)
        for content in ["chronology", "whole-story", "plain-words"] {
            try await take(
                "outgoing-document-release", "of=form-\(content)&read=yes&decision=release", fixture, ana,
                form: "release-\(content)")
        }
        try await take(
            "disputed-statement-answer", "of=form-disputed-statement&on=21+Nov+2026&answer=not-agreed&because=Two+saw",
            fixture, ana)
        for content in ["chronology", "whole-story", "plain-words"] {
            for page in ["form-\(content)", "form-\(content)/table.csv"] {
                let text = try await fixture.get("\(address)/outgoing/\(page)", ana).text
                #expect(text.contains("I had the flu") && !text.contains("Two saw"), "\(page)")
            }
        }
    }

    private let corrected =
        "of=form-minutes&why=Jane+was+not+at+her+aunt&separately=yes&mother=She+is+at+home&present-mother=Jane,+chair"
        + "&father=He+is+sorry&present-father=John,+chair&decided=A+plan&present-decided=Chair,+agencies"

    @Test func `minutes are corrected with a reason, both versions are there, and whoever has the first is to be told`()
        async throws
    {
        let (fixture, ben, ana) = try await met()
        try await take("minutes", written, fixture, ben)
        let made = "of=form-minutes&recipient=Jane&relation=mother&leaveOut=father&why=He+hit+her"
        try await take("minutes-version", made, fixture, ben, form: "jane")
        try await take("outgoing-document-release", "of=form-jane&read=yes&decision=release", fixture, ana, form: "go")
        let same = written.replacing("of=C1", with: "of=form-minutes") + "&why=Nothing"
        #expect(
            try await take("minutes-correction", same, fixture, ben, form: "same").status == .unprocessableContent,
            "a correction corrects something")
        let unsaid = corrected.replacing("&why=Jane+was+not+at+her+aunt", with: "")
        #expect(
            try await take("minutes-correction", unsaid, fixture, ben, form: "un").status == .unprocessableContent)
        #expect(try await take("minutes-correction", corrected, fixture, ben).status == .seeOther)
        let story = try await fixture.get(address, ben).text
        #expect(story.contains("She is at home") && !story.contains("hides at her aunt"))
        #expect(story.contains("Jane was not at her aunt") && story.contains("have an earlier version: Jane, mother"))
        let offered = try await fixture.get("\(address)/changes", ben).text
        let start = try #require(offered.firstRange(of: "\(address)/changes?from="))
        let compared = String(offered[start.lowerBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        let changes = try await fixture.get(compared, ben).text
        #expect(changes.contains("aunt") && changes.contains("home"), "both can be read")
        #expect(
            try await fixture.get("\(address)/outgoing/form-jane", ana).text.contains("hides at her aunt"),
            "what somebody was given stays as they read it")
        let again = "of=form-minutes&recipient=Jane&relation=mother&leaveOut=father&why=He+hit+her"
        #expect(
            try await fixture.get("\(address)/steps/minutes-version?of=form-minutes", ben).text.contains(
                "before they were corrected: Jane, mother"))
        try await take("minutes-version", again, fixture, ben, form: "jane-2")
        try await take(
            "outgoing-document-release", "of=form-jane-2&read=yes&decision=release", fixture, ana, form: "g2")
        #expect(try await fixture.get("\(address)/outgoing/form-jane-2", ana).text.contains("She is at home"))
        #expect(try await !fixture.get(address, ben).text.contains("have an earlier version"))
    }

    @Test
    func
        `a version prepared before minutes were corrected is not released, and nobody but who writes minutes corrects`()
        async throws
    {
        let (fixture, ben, ana) = try await met()
        try await take("minutes", written, fixture, ben)
        let made = "of=form-minutes&recipient=Jane&relation=mother&leaveOut=father&why=He+hit+her"
        try await take("minutes-version", made, fixture, ben, form: "jane")
        let front = try fixture.signIn(.frontDoor, user: "front")
        #expect(try await take("minutes-correction", corrected, fixture, front, form: "f").status == .forbidden)
        try await take("minutes-correction", corrected, fixture, ben)
        let sent = try await take(
            "outgoing-document-release", "of=form-jane&read=yes&decision=release", fixture, ana, form: "go")
        #expect(sent.status == .unprocessableContent && sent.text.contains("were corrected since"))
        let kept = "of=form-jane&read=yes&decision=keep&why=Corrected"
        #expect(try await take("outgoing-document-release", kept, fixture, ana, form: "keep").status == .seeOther)
    }
}
