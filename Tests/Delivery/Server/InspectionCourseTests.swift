import AccessRules
import Assurance
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// The course of one inspection through the real router: comments on its draft, what was asked for, its report as files, and what
/// came after. Today is Sat 21 Nov 2026.
@Suite struct InspectionCourseTests: Assures {
    private let path = "/audit/inspections/inspection-1"

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    /// A focused visit, which has no grades, with one finding.
    private func opened(_ visit: String = "focused_visit") async throws -> (
        ServerFixture, ina: SecretToken, ana: SecretToken
    ) {
        let fixture = try await fixture()
        let ina = try fixture.signIn(.inspector, user: "ina")
        let sent = try await send(
            "/audit/inspections/new",
            "form=inspection-1&framework=ilacs-2026&visit=\(visit)&council=Invented&began=2+Nov+2026&announced=no&team=I.+Invented",
            fixture, ina)
        try #require(sent.status == .seeOther, "\(sent.text.suffix(900))")
        _ = try await send("\(path)/evidence", "form=item-1&source=case-file&shows=Visits+are+late", fixture, ina)
        let frameworks = try #require(fixture.record).standards.frameworks
        let category = try #require(frameworks["ilacs-2026"]?.findingCategories.last { $0.weight == .development })
        let found = try await send(
            "\(path)/findings",
            "form=item-2&category=\(category.id)&found=Children+wait+for+visits&evidence=item-1&begun=1+Oct+2026&begun-shown=Minutes+of+October",
            fixture, ina)
        try #require(found.status == .seeOther, "\(found.text.suffix(900))")
        return (fixture, ina, try fixture.signIn(.manager, user: "ana"))
    }

    private func publish(_ fixture: ServerFixture, _ ina: SecretToken) async throws -> TestResponse {
        try await send("\(path)/publication", "published=20+Nov+2026", fixture, ina)
    }

    @Test func `a report is not published before each comment of the council is answered, and both stay to be read`()
        async throws
    {
        let (fixture, ina, ana) = try await opened()
        let comment = "form=item-c&of=item-2&words-item-2=Not+since+October"
        #expect(try await send("\(path)/draft/comments", comment, fixture, ana).status == .seeOther)
        #expect(try await send("\(path)/draft/comments", comment, fixture, ana).status == .seeOther, "sent twice")
        #expect(try await fixture.get("\(path)/draft", ina).text.contains("1 wait for an answer"))
        let early = try await publish(fixture, ina)
        #expect(early.status == .unprocessableContent && early.text.contains("comment on the draft first"))
        let silent = try await send("\(path)/draft/comments/item-c", "now-item-c=Some+wait", fixture, ina)
        #expect(silent.status == .unprocessableContent)
        #expect(
            try await send(
                "\(path)/draft/comments/item-c",
                "answer-item-c=The+dates+were+looked+at&now-item-c=Children+waited+until+October", fixture, ina
            ).status == .seeOther)
        let page = try await fixture.get("\(path)/draft", ana).text
        for words in [
            "Not since October", "Children wait for visits", "Children waited until October",
            "The dates were looked at",
        ] { #expect(page.contains(words), "\(words)") }
        let again = try await send("\(path)/draft/comments/item-c", "answer-item-c=Once+more", fixture, ina)
        #expect(again.text.contains("This was done already"))
        #expect(try await publish(fixture, ina).status == .seeOther)
        let late = try await send(
            "\(path)/draft/comments", "form=item-d&of=item-2&words-item-2=Too+late", fixture, ana)
        #expect(late.text.contains("The inspection is published"))
        let report = try await fixture.get("\(path)/report", ana).text
        #expect(report.contains("Children waited until October") && !report.contains("Children wait for visits"))
    }

    @Test(arguments: [Role.manager, .director])
    func `a manager and the director comment, and neither answers`(role: Role) async throws {
        let (fixture, _, _) = try await opened()
        let one = try fixture.signIn(role, user: "one")
        let body = "form=item-x&of=item-2&words-item-2=No"
        #expect(try await send("\(path)/draft/comments", body, fixture, one).status == .seeOther)
        #expect(try await send("\(path)/draft/comments/item-x", "answer-item-x=No", fixture, one).status == .forbidden)
    }

    @Test(arguments: [Role.inspector, .auditor, .socialWorker, .chair])
    func `nobody else comments`(role: Role) async throws {
        let (fixture, _, ana) = try await opened()
        let other = try fixture.signIn(role, user: "other")
        let body = "form=item-x&of=item-2&words-item-2=No"
        #expect(try await send("\(path)/draft/comments", body, fixture, other).status == .forbidden)
        #expect(try await send("\(path)/draft/comments", body, fixture, ana).status == .seeOther)
    }

    @Test func `what was asked for is late from the day after it is due, until the council has provided it`()
        async throws
    {
        let (fixture, ina, ana) = try await opened()
        #expect(
            try await send(
                "\(path)/requests", "form=item-r&sort=document&what=The+supervision+policy&due=21+Nov+2026", fixture,
                ina
            ).status == .seeOther)
        #expect(try await fixture.get("\(path)/requests", ana).text.contains("Nothing that was asked for is late"))
        var later = fixture
        later.now = { ServerFixture.moment.adding(hours: 24) }
        later.signsInAt = ServerFixture.moment.adding(hours: 24)
        let mo = try later.signIn(.manager, user: "ana")
        #expect(try await later.get("\(path)/requests", mo).text.contains("1 of what was asked for is late"))
        let inspector = try later.signIn(.inspector, user: "ina")
        let met = "met-item-r=22+Nov+2026&answer-item-r=In+the+shared+folder"
        #expect(
            try await send("\(path)/requests/item-r", met, later, inspector).status == .forbidden,
            "the council says what it provided")
        #expect(try await send("\(path)/requests/item-r", met, later, mo).status == .seeOther)
        let page = try await later.get("\(path)/requests", mo).text
        #expect(page.contains("Provided") && page.contains("In the shared folder") && page.contains("late"))
        #expect(page.contains("Nothing that was asked for is late"))
        #expect(
            try await send("\(path)/requests", "form=item-s&sort=document&what=x&due=30+Nov+2026", later, mo).status
                == .forbidden)
    }

    @Test func `the day the report arrived is put right after publication, with both days to be seen`() async throws {
        let (fixture, ina, ana) = try await opened()
        let early = try await send("\(path)/received", "received=19+Nov+2026&shown=The+letter", fixture, ana)
        #expect(early.text.contains("not published yet"))
        _ = try await publish(fixture, ina)
        for day in ["19+Nov+2026", "18+Nov+2026"] {
            let sent = try await send("\(path)/received", "received=\(day)&shown=The+letter", fixture, ana)
            #expect(sent.status == .seeOther)
        }
        let page = try await fixture.get("\(path)/after", ana).text
        #expect(page.contains("19 Nov 2026") && page.contains("18 Nov 2026") && page.contains("Minutes of October"))
        let chair = try fixture.signIn(.chair, user: "c")
        let future = try await send("\(path)/received", "received=22+Nov+2026&shown=x", fixture, ana)
        #expect(future.status == .unprocessableContent)
        #expect(
            try await send("\(path)/received", "received=19+Nov+2026&shown=x", fixture, chair).status == .forbidden)
    }

    @Test func `a visit that follows an inspection stands on the page of both, and talks since are kept`() async throws
    {
        let (fixture, ina, ana) = try await opened()
        let sent = try await send(
            "/audit/inspections/new",
            "form=inspection-2&framework=ilacs-2026&visit=focused_visit&council=Invented&began=16+Nov+2026&announced=no&team=I.+Invented&follows=inspection-1",
            fixture, ina)
        #expect(sent.status == .seeOther, "\(sent.text.suffix(500))")
        #expect(try await fixture.get("\(path)/after", ana).text.contains("/audit/inspections/inspection-2"))
        #expect(try await fixture.get("/audit/inspections/inspection-2/after", ana).text.contains("href=\"\(path)\""))
        #expect(
            try await send(
                "\(path)/engagements", "form=item-t&on=20+Nov+2026&with=The+inspectorate&asked=How+visits+go", fixture,
                ana
            ).status == .seeOther)
        #expect(try await fixture.get("\(path)/after", ina).text.contains("How visits go"))
    }

    @Test func `the report comes as a page to print and for Word, and says plainly where there is no PDF`() async throws
    {
        let (fixture, ina, _) = try await opened()
        let page = try await fixture.get("\(path)/report.html", ina)
        #expect(
            page.status == .ok && page.text.contains("<html lang=\"en-GB\">") && page.text.contains("Children wait"))
        #expect(!page.text.contains("http"), "nothing is fetched")
        let word = try await fixture.get("\(path)/report.docx", ina)
        #expect(word.status == .ok && word.text.hasPrefix("PK"))
        #expect(try await fixture.get("\(path)/report", ina).text.contains("PDF is not available here"))
        let none = try await fixture.get("\(path)/report.pdf", ina)
        #expect(none.status == .ok && none.text.contains("Print the report from your browser"))
        let worker = try fixture.signIn(.socialWorker, user: "b")
        #expect(try await fixture.get("\(path)/report.docx", worker).status == .forbidden)
    }

    @Test func `a PDF is made in a private folder that is gone afterwards, whether it could be made or not`()
        async throws
    {
        var (fixture, ina, _) = try await opened()
        // It answers with the page's own mode and the folder's, in place of a PDF.
        let tell = "(printf '%%PDF-'; stat -c %a \"$1\"; stat -c %a \"$(dirname \"$1\")\") > \"$2\""
        for (script, isMade) in [(tell, true), ("exit 1", false), ("cp \"$1\" \"$2\"", false)] {
            fixture.pdf = PDFMaker(program: "/bin/sh", arguments: ["-c", script, "sh", "{page}", "{pdf}"])
            let answer = try await fixture.get("\(path)/report.pdf", ina)
            #expect((answer.headers[.contentType] == "application/pdf") == isMade, "\(script)")
            if isMade { #expect(answer.text == "%PDF-600\n700\n") }
            let uploads = try #require(fixture.record).uploads.path
            let left = try FileNames.inFolder(uploads)
            #expect(left.isEmpty)
        }
    }

    @Test func `a published inspection is in the register, marked as this record's own, and a mock one is not`()
        async throws
    {
        let (fixture, ina, _) = try await opened()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(!(try await fixture.get("/register?council=Invented", ben).text.contains("this record")))
        _ = try await publish(fixture, ina)
        #expect(
            try await fixture.get("/register?council=Invented", ben).text.contains("this record's own".escapedForPage))
        #expect(try await fixture.get("/register.csv?council=Invented", ben).text.contains("this record's own"))
        let (exercise, own, _) = try await opened("mock")
        let frameworks = try #require(exercise.record).standards.frameworks
        let run = RunInspection(try assurer(exercise, .inspector, "ina"), frameworks)
        let finding = try #require(try await run.file("inspection-1").findings.first).id.text
        let areas = try await run.file("inspection-1").areas.filter { $0.role != .separate }
        // The overall grade comes last.
        for area in areas.sorted(by: { $0.role != .overall && $1.role == .overall }) {
            try await run.judge(
                InspectionJudgement(
                    on: day("2026-11-20"), area: area.id, grade: "good", reason: "As found", findings: [finding], by: ""
                ),
                of: "inspection-1")
        }
        let published = try await publish(exercise, own)
        #expect(published.status == .seeOther, "\(published.text.suffix(600))")
        let worker = try exercise.signIn(.socialWorker, user: "ben")
        #expect(!(try await exercise.get("/register?council=Invented", worker).text.contains("this record")))
        #expect(
            !(try await exercise.get(path, own).text.contains("Action plan due")),
            "no law asks for one after an exercise")
    }

    @Test(arguments: [("1+Nov+2026", "since the inspection began"), ("22+Nov+2026", "a day that has come")])
    func `an inspection neither closes nor is published before it began or on a day that has not come`(
        on: String, said: String
    ) async throws {
        let (fixture, ina, _) = try await opened()
        for (what, field) in [("publication", "published"), ("closing", "closed")] {
            let sent = try await send("\(path)/\(what)", "\(field)=\(on)", fixture, ina)
            #expect(sent.status == .unprocessableContent && sent.text.contains(said), "\(what)")
        }
        #expect(try await fixture.get(path, ina).text.contains("working days"), "how long the framework gives")
    }

    @Test func `a draft leaves the program with those alone who write it or answer it, and what is published with all`()
        async throws
    {
        let (fixture, ina, ana) = try await opened()
        let chair = try fixture.signIn(.chair, user: "c")
        for name in ["report.html", "report.docx", "report.pdf"] {
            #expect(try await fixture.get("\(path)/\(name)", chair).status == .forbidden, "\(name)")
            #expect(try await fixture.get("\(path)/\(name)", ana).status == .ok, "\(name)")
        }
        _ = try await publish(fixture, ina)
        #expect(try await fixture.get("\(path)/report.html", chair).status == .ok)
    }

    @Test(
        arguments: [
            (Role.inspector, "ina", true), (.auditor, "eve", true), (.manager, "mo", true), (.director, "dot", true),
            (.chair, "cy", false),
        ] as [(Role, UserID, Bool)])
    func
        `what is found is told to those who write it or answer it, and to everybody who sees inspections once it is published`(
            role: Role, user: UserID, isTold: Bool
        ) async throws
    {
        let (fixture, ina, ana) = try await opened()
        let comment = "form=item-c&of=item-2&words-item-2=Not+since+October"
        try #require(try await send("\(path)/draft/comments", comment, fixture, ana).status == .seeOther)
        let reader = try fixture.signIn(role, user: user)
        let drafts = ["Children wait for visits", "Visits are late", "Minutes of October", "Not since October"]
        for page in ["/report", "/draft", "/report.html"] {
            let answer = try await fixture.get("\(path)\(page)", reader)
            #expect(answer.status == (isTold ? .ok : .forbidden), "\(page)")
            #expect(answer.text.contains("Children wait for visits") == isTold, "\(page)")
        }
        for page in ["", "/after", "/requests", "/access", "/data", "/looks"] {
            let answer = try await fixture.get("\(path)\(page)", reader)
            #expect(answer.status == .ok, "\(page)")
            if !isTold { for words in drafts { #expect(!answer.text.contains(words), "\(page): \(words)") } }
        }
        for page in ["", "/after"] {
            let text = try await fixture.get("\(path)\(page)", reader).text
            #expect(text.contains("told here once the report is published") != isTold)
            #expect(!text.contains("Nothing is found yet") && !text.contains("Nothing that was found is recorded"))
        }
        if !isTold {
            let page = try await fixture.get(path, reader).text
            #expect(!page.contains("\(path)/report\"") && !page.contains("\(path)/draft\""), "no link that is refused")
        }
        _ = try await send("\(path)/draft/comments/item-c", "answer-item-c=Looked+at", fixture, ina)
        try #require(try await publish(fixture, ina).status == .seeOther)
        for page in ["", "/report", "/draft", "/report.html", "/after"] {
            #expect(
                try await fixture.get("\(path)\(page)", reader).text.contains("Children wait for visits"), "\(page)")
        }
    }

    @Test func `no more PDFs are made at once than may be`() async throws {
        let fixture = try await fixture()
        let uploads = try #require(fixture.record).uploads
        let marks = FileNames.temporary()
        let wait = "touch \(marks).$$; while [ ! -e \(marks).go ]; do sleep 0.05; done; printf '%%PDF-' > \"$1\""
        let maker = PDFMaker(program: "/bin/sh", arguments: ["-c", wait, "sh", "{pdf}"], most: 1)
        async let first = maker([0x41], in: uploads)
        while try !FileNames.exist(startingWith: marks) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(await maker([0x41], in: uploads) == nil, "one is being made")
        try FileNames.touch("\(marks).go")
        #expect(await first == Array("%PDF-".utf8))
        #expect(await maker([0x41], in: uploads) != nil)
    }

    @Test func `what a program began itself ends with it when it takes too long`() async throws {
        let fixture = try await fixture()
        let uploads = try #require(fixture.record).uploads
        let marks = FileNames.temporary()
        let goOn = "(while :; do echo x >> \(marks).alive; sleep 0.02; done) & wait"
        var maker = PDFMaker(program: "/bin/sh", arguments: ["-c", goOn])
        maker.seconds = 1
        #expect(await maker([0x41], in: uploads) == nil)
        #expect(try FileNames.exist(startingWith: marks), "it had begun")
        // Whatever still ran would write within this time.
        let before = try FileNames.size("\(marks).alive")
        try await Task.sleep(for: .milliseconds(400))
        #expect(try FileNames.size("\(marks).alive") == before)
    }
}

extension String {
    /// As a page writes it.
    fileprivate var escapedForPage: String { replacing("'", with: "&#39;") }
}
