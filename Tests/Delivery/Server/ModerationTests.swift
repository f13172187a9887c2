import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Which grade stands, and how far readers agree. Today is Sat 21 Nov 2026.
@Suite struct ModerationTests: Assures {
    private let bench = "/audit/samples/s/cases/record:tamar/moderation"

    private func readFile() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s")
        var audit = finished()
        audit.analysis = "Visited in time"
        try await AuditFile(assurer(fixture, .auditor, "aud"))(audit, id: "audit-1", about: child)
        return fixture
    }

    private func send(_ body: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> TestResponse {
        try await fixture.post(bench, token, "csrf=\(fixture.formToken(token))&form=audit-m&\(body)")
    }

    @Test func `a moderator sees each reading and says which grade stands, and why; each reader's own stays`()
        async throws
    {
        let fixture = try await readFile()
        let mod = try fixture.signIn(.auditor, user: "mod")
        #expect(try await fixture.get("/audit/samples/s", mod).text.contains("/moderation"))
        #expect(try await fixture.get(bench, mod).text.contains("Visited in time"))
        let bare = try await send("grade=inadequate&risk=yes", fixture, mod)
        #expect(bare.status == .unprocessableContent && bare.text.contains("why this grade stands"))
        let sent = try await send("grade=inadequate&risk=yes&why=Nobody+saw+her+alone", fixture, mod)
        #expect(sent.status == .seeOther, "\(sent.text.suffix(600))")
        let audits = try await journey(fixture).casework.fileAudits
        #expect(audits.map(\.body.grade) == ["good", "inadequate"] && audits.map(\.body.by) == ["aud", "mod"])
        let page = try await fixture.get("/audit/samples/s", mod).text
        #expect(page.contains("auditor: good; moderator: inadequate"))
    }

    @Test func `whoever read the file does not moderate it, nor does anybody before it is read`() async throws {
        let fixture = try await readFile()
        let aud = try fixture.signIn(.auditor, user: "aud")
        #expect(try await fixture.get(bench, aud).status == .notFound)
        #expect(!(try await fixture.get("/audit/samples/s", aud).text.contains("/moderation")))
        let sent = try await send("grade=good&risk=no&why=Mine", fixture, aud)
        #expect(sent.status != .seeOther)
        #expect(try await journey(fixture).casework.fileAudits.count == 1)
        try await children(1, in: fixture)
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s2")
        let mod = try fixture.signIn(.auditor, user: "mod")
        #expect(
            try await fixture.get("/audit/samples/s2/cases/record:child1/moderation", mod).status == .notFound)
    }

    @Test func `whoever saw the readings in order to moderate gives no blind second one`() async throws {
        let fixture = try await readFile()
        let sec = try fixture.signIn(.auditor, user: "sec")
        let page = try await fixture.get("/audit/samples/s", sec).text
        #expect(page.contains("Moderate, and see what others wrote"), "the link says so")
        _ = try await fixture.get(bench, sec)
        #expect(
            await refusal {
                try await AuditFile(assurer(fixture, .auditor, "sec"))(finished(.second), id: "audit-2", about: child)
            } == "You have seen what others made of this file: somebody else gives the second opinion")
        try await AuditFile(assurer(fixture, .auditor, "zoe"))(finished(.second), id: "audit-3", about: child)
    }

    @Test func `counts over files others have read are not told to whoever has yet to read them`() async throws {
        let fixture = try await readFile()
        let sec = try await fixture.get("/audit/samples/s", fixture.signIn(.auditor, user: "sec")).text
        #expect(sec.contains("Told once you have read the file others have read") && !sec.contains("of 1 read"))
        #expect(sec.contains("not yet"))
        for (role, user) in [(Role.auditor, UserID("aud")), (.director, "dot")] {
            let page = try await fixture.get("/audit/samples/s", fixture.signIn(role, user: user)).text
            #expect(page.contains("0 of 1 read"), "\(role)")
        }
    }

    @Test func `nobody reads as a moderator on the page for reading`() async throws {
        let fixture = try await readFile()
        let sec = try fixture.signIn(.auditor, user: "sec")
        let sent = try await fixture.post(
            "/audit/samples/s/cases/record:tamar", sec,
            "csrf=\(fixture.formToken(sec))&form=audit-x&reader=moderator&q-seen=yes&q-safe_now=yes&q-strategy_with_partners=not-applicable&grade=good&risk=no&analysis=x"
        )
        #expect(sent.status == .unprocessableContent && sent.text.contains("Choose as what you read"))
        #expect(try await journey(fixture).casework.fileAudits.count == 1)
    }

    @Test func `an inspector gives a grade of their own and moderates nobody's`() async throws {
        let fixture = try await readFile()
        let ina = try fixture.signIn(.inspector, user: "ina")
        #expect(!(try await fixture.get("/audit/samples/s", ina).text.contains("/moderation")))
        #expect(try await fixture.get(bench, ina).status == .notFound)
        #expect(try await send("grade=good&risk=no&why=x", fixture, ina).status != .seeOther)
        #expect(try await journey(fixture).casework.fileAudits.count == 1)
    }

    @Test(arguments: Role.allCases.filter { ![.auditor, .inspector].contains($0) })
    func `nobody else moderates`(role: Role) async throws {
        let fixture = try await readFile()
        let token = try fixture.signIn(role, user: "x")
        #expect(try await fixture.get(bench, token).status == .forbidden)
        #expect(try await send("grade=good&risk=no&why=x", fixture, token).status == .forbidden)
    }

    /// `count` files read by one auditor and again by a second, who grades `worse` of them worse.
    private func given(_ count: Int, worse: Int, by user: String = "aud", on: Day? = nil) -> [GradeGiven] {
        let day = on ?? ServerFixture.moment.londonDay
        return (0..<count).flatMap { file in
            [
                GradeGiven(
                    file: "\(user)\(file)", sample: "s", reader: .auditor, by: user, on: day, tool: "case-file",
                    grade: "good"),
                GradeGiven(
                    file: "\(user)\(file)", sample: "s", reader: .second, by: "sec", on: day, tool: "case-file",
                    grade: file < worse ? "inadequate" : "good"),
            ]
        }
    }

    private func tools() async throws -> [AuditTool] {
        try #require(try await fixture().record).standards.auditTools
    }

    @Test func `pairs are of the same file in the same sample, and downgradings are counted by reader`() async throws {
        let found = ReadersAgreement(given(12, worse: 3) + given(4, worse: 4, by: "zoe"), tools: try await tools())
        #expect(found.files == 16 && found.pairs[0].agreement.pairs == 16 && found.pairs[0].agreement.downgraded == 7)
        #expect(found.pairs[1].agreement.pairs == 0 && found.pairs[2].agreement.pairs == 0)
        #expect(found.readers.map(\.user) == ["aud", "zoe"])
        #expect(found.readers.map(\.downgraded) == [3, 4] && found.readers.map(\.readAgain) == [12, 4])
    }

    @Test func `an auditor sees their own grades move and nobody else's; a director sees all, in order of name`()
        async throws
    {
        let fixture = try await readFile()
        try await AuditFile(assurer(fixture, .auditor, "zoe"))(finished(.second), id: "audit-2", about: child)
        let own = try await fixture.get("/audit/agreement", fixture.signIn(.auditor, user: "aud")).text
        #expect(own.contains(": too few to say (1)") && own.contains("Your own grades"))
        let other = try await fixture.get("/audit/agreement", fixture.signIn(.auditor, user: "zoe")).text
        #expect(!other.contains(": too few to say (1)"))
        let all = try await fixture.get("/audit/agreement", fixture.signIn(.director, user: "dot")).text
        #expect(all.contains(": too few to say (1)") && all.contains("in order of name"))
        for page in [own, other, all] { #expect(!page.contains("Okoro") && !page.contains("record:tamar")) }
    }

    @Test func `grades are said to move only where two half-years have files enough`() throws {
        func given(_ on: Day, _ places: [Int]) -> [GradeDrift.Given] { places.map { .init(on: on, place: $0) } }
        let (spring, autumn) = (try day("2026-06-30"), try day("2026-07-01"))
        let ten = [0, 1, 1, 1, 1, 2, 2, 3, 3, 3]
        let drift = GradeDrift(given(spring, ten) + given(autumn, ten.map { min($0, 1) }), scale: 4)
        #expect(drift.periods.map(\.from) == [try day("2026-01-01"), autumn])
        #expect(drift.moved?.from.better == 5 && drift.moved?.to.better == 10)
        #expect(GradeDrift(given(spring, ten) + given(autumn, Array(ten.dropLast())), scale: 4).moved == nil)
    }

    @Test func `every so many is reckoned and marked as no random draw`() throws {
        let estimate = SampleEstimate.equal(found: 7, of: 23, from: 400, basis: .oneStart)
        #expect(estimate?.isExact == false && estimate?.basis.words.contains("no random draw") == true)
        #expect(SampleEstimate.equal(found: 7, of: 23, from: 400)?.isExact == true)
    }

    @Test func `whom a draw left out is said beside what it says of the others`() async throws {
        let fixture = try await readFile()
        try await children(3, in: fixture)
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let sent = try await fixture.post(
            "/audit/draw", auditor,
            "csrf=\(fixture.formToken(auditor))&form=sample-9&purpose=P&method=every-nth&frame=open&size=3&tool=case-file"
        )
        #expect(sent.status == .seeOther)
        for number in 1...3 {
            try await AuditFile(assurer(fixture, .auditor, "aud"))(
                finished(sample: "sample-9"), id: RecordID("a-\(number)"), about: SubjectID("record:child\(number)"))
        }
        let page = try await fixture.get("/audit/samples/sample-9", auditor).text
        #expect(page.contains("the range says nothing of them") && page.contains("1 audited since"))
        #expect(page.contains("no random draw"))
    }

    @Test func `how many files are enough is worked out on the page, and a margin nobody can mean is refused`()
        async throws
    {
        let fixture = try await readFile()
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let page = try await fixture.get("/audit/draw?of=400&margin=10&expected=50", auditor)
        #expect(page.status == .ok && page.text.contains("of 400 files, drawn at random"))
        let wrong = try await fixture.get("/audit/draw?of=400&margin=90", auditor)
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("from 1 to 50"))
    }

    @Test func `every theme names a concern or a record there is, questions of its tool, and where it is from`()
        async throws
    {
        let standards = try #require(try await fixture().record).standards
        #expect(standards.auditThemes.count >= 7)
        for theme in standards.auditThemes {
            let tool = try #require(standards.auditTools.first { $0.id == theme.tool }, "\(theme.id)")
            let asked = Set(tool.questions.map(\.id))
            #expect(asked.isSuperset(of: theme.lookFor) && !theme.lookFor.isEmpty, "\(theme.id)")
            #expect(!theme.source.source.isEmpty && ["verified", "memory"].contains(theme.source.verification))
            switch theme.frame {
            case .concern(let code): #expect(standards.catalogue.contains { $0.code.text == code }, "\(theme.id)")
            case .recorded(let kind, _): #expect(RecordKind(rawValue: kind) != nil, "\(theme.id)")
            case .closed: break
            }
        }
    }

    @Test func `a theme fills in the draw page and draws from its own children alone`() async throws {
        let fixture = try await readFile()
        try await children(2, in: fixture)
        try await fixture.record?.record(
            [("sup", CaseSupervision(on: try day("2026-11-02"), weighed: "What next"))], about: "record:child1")
        try await fixture.record?.record(
            [("sup", CaseSupervision(on: try day("2026-03-02"), weighed: "Long ago"))], about: "record:child2")
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let page = try await fixture.get("/audit/draw?theme=supervision", auditor).text
        #expect(page.contains("Is it reflective and in time") && page.contains("value=\"theme-supervision\" selected"))
        let sent = try await fixture.post(
            "/audit/draw", auditor,
            "csrf=\(fixture.formToken(auditor))&form=sample-t&theme=supervision&purpose=P&method=simple-random&frame=theme-supervision&size=5&tool=case-file"
        )
        #expect(sent.status == .seeOther, "\(sent.text.suffix(600))")
        let file = try await sample("sample-t", fixture)
        #expect(file.cases.map(\.child) == ["record:child1"] && file.sample.theme == "supervision")
    }
}
