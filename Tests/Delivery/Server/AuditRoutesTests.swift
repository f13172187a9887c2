import AccessRules
import Assurance
import Casework
import ChildJourney
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Samples and files through the real router. Today is Sat 21 Nov 2026.
@Suite struct AuditRoutesTests: Assures {
    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func drawn() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await children(4, in: fixture)
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "sample-1")
        return fixture
    }

    private static let answered =
        "reader=auditor&q-seen=yes&q-safe_now=yes&q-strategy_with_partners=not-applicable&grade=good&risk=no&analysis=As+read"

    private func bench(_ id: String = "record:tamar") -> String { "/audit/samples/sample-1/cases/\(id)" }

    @Test func `an auditor draws, reads a file and sees what the sample says`() async throws {
        let fixture = try await fixture()
        try await children(4, in: fixture)
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let form = try await fixture.get("/audit/draw", auditor)
        #expect(form.status == .ok && form.text.contains("nobody chooses the seed"))
        let sent = try await send(
            "/audit/draw", "form=sample-1&purpose=Autumn&method=whole-frame&frame=open&tool=case-file", fixture, auditor
        )
        #expect(sent.status == .seeOther && sent.location == "/audit/samples/sample-1")
        #expect(try await fixture.get("/audit", auditor).text.contains("Autumn"))
        let page = try await fixture.get(bench(), auditor)
        #expect(page.status == .ok && page.text.contains("Tamar Okoro"))
        let read = try await send(bench(), "form=audit-1&\(Self.answered)", fixture, auditor)
        #expect(read.status == .seeOther, "\(read.text.suffix(800))")
        let sample = try await fixture.get("/audit/samples/sample-1", auditor).text
        #expect(sample.contains("1 of 5 files are read") && sample.contains("auditor: good"))
        #expect(sample.contains("Seed, which nobody chose"))
    }

    @Test func `an empty form says what is missing, and draws nothing`() async throws {
        let fixture = try await fixture()
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let sent = try await send("/audit/draw", "form=sample-1", fixture, auditor)
        #expect(sent.status == .unprocessableContent)
        for field in ["purpose", "method", "frame", "tool"] {
            #expect(sent.text.contains("href=\"#\(field)\""), "\(field)")
        }
        #expect(try await fixture.get("/audit/samples/sample-1", auditor).status == .notFound)
    }

    @Test(arguments: [
        ("/audit", [Role.director, .manager, .chair, .auditor, .inspector]),
        ("/audit/samples/sample-1", [.director, .manager, .chair, .auditor, .inspector]),
        ("/audit/draw", [.director, .auditor, .inspector]),
        ("/audit/samples/sample-1/cases/record:tamar", [.auditor, .inspector]),
        ("/audit/inspections/new", [.auditor, .inspector]),
        ("/register", Role.allCases),
    ])
    func `each page is for its roles, and a wrong person is refused`(path: String, may: [Role]) async throws {
        let fixture = try await drawn()
        for role in Role.allCases {
            let answer = try await fixture.get(path, fixture.signIn(role, user: "somebody"))
            #expect((answer.status == .ok) == may.contains(role), "\(role.rawValue): \(answer.status)")
            if !may.contains(role) { #expect(answer.status == .forbidden && !answer.text.contains("Okoro")) }
        }
    }

    @Test func `a manager sees a sample and neither draws, replaces nor reads one`() async throws {
        let fixture = try await drawn()
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get("/audit/samples/sample-1", ana)
        #expect(page.status == .ok && !page.text.contains("Read the file") && !page.text.contains("Replace"))
        for (path, body) in [
            ("/audit/draw", "form=sample-2&purpose=P&method=whole-frame&frame=open&tool=case-file"),
            ("/audit/samples/sample-1/replacements", "child=record:tamar&why=x"),
            (bench(), "form=audit-1&\(Self.answered)"),
        ] {
            #expect(try await send(path, body, fixture, ana).status == .forbidden, "\(path)")
        }
    }

    @Test func `a second reader sees no other reader's grade, on the sample, the file or the child's story`()
        async throws
    {
        let fixture = try await drawn()
        let first = try fixture.signIn(.auditor, user: "aud")
        let graded = Self.answered.replacing("grade=good", with: "grade=outstanding")
        #expect(try await send(bench(), "form=audit-1&\(graded)", fixture, first).status == .seeOther)
        let second = try fixture.signIn(.auditor, user: "sec")
        for path in ["/audit/samples/sample-1", "/children/record:tamar"] {
            #expect(!(try await fixture.get(path, second).text.lowercased().contains("outstanding")), "\(path)")
        }
        #expect(!(try await fixture.get(bench(), second).text.contains("As read")))
        #expect(try await fixture.get("/audit/samples/sample-1", second).text.contains("auditor: read"))
        let own = Self.answered.replacing("reader=auditor", with: "reader=second")
        #expect(try await send(bench(), "form=audit-2&\(own)", fixture, second).status == .seeOther)
        #expect(try await fixture.get("/audit/samples/sample-1", second).text.contains("auditor: outstanding"))
    }

    @Test func `every safety question is answered, and that nobody can tell starts the clock`() async throws {
        let fixture = try await drawn()
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let silent = Self.answered.replacing("q-seen=yes&", with: "")
        let refused = try await send(bench(), "form=audit-1&\(silent)", fixture, auditor)
        #expect(refused.status == .unprocessableContent && refused.text.contains("Cannot tell is an answer"))
        #expect(try await flags(fixture).isEmpty)
        let told = Self.answered.replacing("q-seen=yes", with: "q-seen=cannot-tell")
        #expect(try await send(bench(), "form=audit-1&\(told)", fixture, auditor).status == .seeOther)
        #expect(try await flags(fixture).map(\.body.isCannotTell) == [true])
        let list = try await fixture.get("/today", fixture.signIn(.manager, user: "ana")).text
        #expect(list.contains("Safety question the record cannot answer") || list.contains("could not tell"))
    }

    @Test func `a child who is unsafe now is flagged though the form is not finished, and only once`() async throws {
        let fixture = try await drawn()
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let half = try await send(bench(), "form=audit-1&reader=auditor&unsafe=Alone+with+him", fixture, auditor)
        #expect(half.status == .unprocessableContent && half.text.contains("It waits for an answer"))
        #expect(try await flags(fixture).map(\.body.why) == ["Alone with him"])
        let whole = try await send(bench(), "form=audit-1&unsafe=Alone+with+him&\(Self.answered)", fixture, auditor)
        #expect(whole.status == .seeOther)
        #expect(try await flags(fixture).count == 1)
        // It comes first on the manager's list, is counted apart, and is on the audit page.
        let today = try await fixture.get("/today", fixture.signIn(.manager, user: "ana")).text
        let tamar = try #require(today.range(of: "Tamar Okoro"))
        let others = (1...4).compactMap { today.range(of: "Child\($0) Invented")?.lowerBound }
        #expect(others.allSatisfy { tamar.lowerBound < $0 })
        #expect(
            try await fixture.get("/audit", fixture.signIn(.director, user: "dot")).text
                .contains("1 child is flagged as unsafe now"))
        let csv = try await fixture.get("/numbers.csv", fixture.signIn(.manager, user: "ana")).text
        #expect(csv.split(separator: "\n").contains { $0.contains("\"unsafe now\"") && $0.contains("\"1\"") })
    }

    @Test func `a flag is raised, decided and agreed on the child's own pages, and not by whoever may not`()
        async throws
    {
        let fixture = try await fixture()
        let auditor = try fixture.signIn(.auditor, user: "aud")
        #expect(try await fixture.get(address, auditor).text.contains("/steps/unsafe"))
        let flagged = try await take("unsafe", "kind=unsafe&why=Not+seen", fixture, auditor)
        #expect(flagged.status == .seeOther, "\(flagged.text.suffix(800))")
        let ana = try fixture.signIn(.manager, user: "ana")
        let answer = "of=form-unsafe&seenOn=&decision=She+stays+with+her+aunt"
        for role in [Role.inspector, .auditor, .socialWorker] {
            let token = try fixture.signIn(role, user: "other")
            #expect(
                try await take("unsafe-answer", answer, fixture, token, form: role.rawValue).status == .forbidden)
        }
        #expect(try await fixture.get(address, ana).text.contains("/steps/unsafe-answer"))
        let decided = try await take("unsafe-answer", answer, fixture, ana)
        #expect(decided.status == .seeOther, "\(decided.text.suffix(800))")
        let own = try await take("unsafe-agreed", "of=form-unsafe&agreed=yes", fixture, ana, form: "own")
        #expect(own.text.contains("You decided this yourself"))
        #expect(try await take("unsafe-agreed", "of=form-unsafe&agreed=yes", fixture, auditor).status == .seeOther)
        #expect(try await flags(fixture).map(\.body.isAgreed) == [true])
        // The child was not seen: it stands.
        #expect(
            try await fixture.get("/audit", fixture.signIn(.director, user: "d")).text.contains("1 child is flagged"))
    }

    @Test func `a flag is raised and answered beside a record that is loaded`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        let auditor = try fixture.signIn(.auditor, user: "aud")
        let child = "/children/ssd:tamar"
        func step(_ name: String, _ body: String, _ token: SecretToken) async throws -> TestResponse {
            try await fixture.post(
                "\(child)/steps/\(name)", token, "csrf=\(fixture.formToken(token))&form=form-\(name)&\(body)")
        }
        #expect(try await fixture.get(child, auditor).text.contains("/steps/unsafe"))
        #expect(try await step("unsafe", "kind=unsafe&why=Not+seen", auditor).status == .seeOther)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await step("unsafe-taken", "of=form-unsafe&taken=yes", ana).status == .seeOther)
        #expect(try await step("unsafe-answer", "of=form-unsafe&decision=She+stays", ana).status == .seeOther)
        #expect(try await step("unsafe-agreed", "of=form-unsafe&agreed=yes", auditor).status == .seeOther)
        // Casework is still recorded where it is kept.
        #expect(try await step("note", "on=20+Nov+2026&significant=no&text=x", ana).status == .conflict)
        #expect(try await fixture.get("/today", ana).text.contains("Flagged as unsafe"))
    }

    @Test func `a restricted child of a sample is counted and not named, as a case or as one replaced`() async throws {
        let fixture = try await fixture()
        try await children(4, in: fixture)
        let drawn = try await DrawSample(assurer(fixture))(request(2), id: "sample-1").sample
        let (gone, stays) = (SubjectID(drawn.cases[0].child), SubjectID(drawn.cases[1].child))
        _ = try await ReplaceCase(assurer(fixture))(gone, in: "sample-1", because: "Moved to Leafy Street")
        for child in [gone, stays] { try await fixture.record?.restrict(child, to: ["ana"]) }
        let page = try await fixture.get("/audit/samples/sample-1", fixture.signIn(.auditor, user: "aud")).text
        for child in [gone, stays] {
            #expect(!page.contains(child.local) && !page.contains(child.text), "\(child)")
        }
        #expect(page.contains("1 more is restricted") && page.contains("A restricted child on"))
        #expect(!page.contains("Leafy"))
        #expect(try await fixture.get(bench(stays.text), fixture.signIn(.auditor, user: "aud")).status == .forbidden)
        // Whoever is named sees them.
        let ana = try await fixture.get("/audit/samples/sample-1", fixture.signIn(.manager, user: "ana")).text
        #expect(ana.contains("Leafy"))
    }

    @Test func `what a sample's page shows of children is in the log`() async throws {
        let fixture = try await drawn()
        let aud = try fixture.signIn(.auditor, user: "aud")
        _ = try await fixture.get("/audit/samples/sample-1", aud)
        let look = try #require(try await fixture.record?.looks().first { $0.query == "audits of a sample" })
        #expect(look.user == "aud" && look.shown.count == 5)
    }

    @Test func `a child who is not of the sample is not read in it`() async throws {
        let fixture = try await drawn()
        try await fixture.record?.record(
            [("person", Person(forename: "Later")), ("R1", Referral(receivedOn: try day("2026-11-20")))],
            about: "record:later")
        let aud = try fixture.signIn(.auditor, user: "aud")
        #expect(try await fixture.get(bench("record:later"), aud).status == .notFound)
        #expect(
            try await send(bench("record:later"), "form=audit-1&\(Self.answered)", fixture, aud).status == .notFound)
    }
}
