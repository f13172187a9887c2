import AccessRules
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

@Suite struct ImportRoutesTests {
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.store.addCouncil(record.council, name: "Invented council")
        fixture.record = record
        return fixture
    }

    private func census(_ name: String) throws -> String {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        return try String(
            contentsOf: here.appending(path: "../../Fixtures/census/\(name)").standardized, encoding: .utf8)
    }

    private func waiting(_ fixture: ServerFixture) throws -> [String] {
        let folder = try #require(fixture.record?.uploads.path)
        return try FileManager.default.contentsOfDirectory(atPath: folder)
    }

    @Test func `a census is loaded, and its page says what it changed and what it cannot show`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.analyst)
        let sent = try await fixture.upload(
            census("valid-mixed-content.xml"), named: "census.xml", token, formToken: fixture.formToken(token))
        #expect(sent.status == .seeOther)
        #expect(sent.location == "/imports/1")
        try await fixture.untilLoaded()
        let page = try await fixture.get("/imports/1", token)
        #expect(page.status == .ok)
        #expect(page.text.contains("census.xml"))
        #expect(page.text.contains("Complete"))
        #expect(page.text.contains("Not in this source"))
        #expect(page.text.contains("it needs what only a record kept in Sightline holds".capitalizedFirst))
        #expect(try await fixture.get("/imports", token).text.contains("/imports/1"))
        #expect(try waiting(fixture).isEmpty)
    }

    @Test func `the same census a second time changes nothing`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn()
        for number in 1...2 {
            let sent = try await fixture.upload(
                census("valid-mixed-content.xml"), named: "census.xml", token, formToken: fixture.formToken(token))
            #expect(sent.location == "/imports/\(number)")
            try await fixture.untilLoaded()
        }
        let access = try #require(try fixture.record?.access(.seeImports))
        let loads = try #require(try await fixture.record?.store.loads(access: access, limit: 2))
        #expect(loads.first?.counts.added == 0 && loads.first?.counts.withdrawn == 0)
        #expect(loads.last.map { $0.counts.added > 0 } == true)
    }

    @Test(arguments: [
        ("", "0 bytes"), ("not a census", "Nothing of it was loaded"),
        ("<Message><Header>", "Nothing of it was loaded"),
        (
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><Message>&c;</Message>",
            "Nothing of it was loaded"
        ),
        ("PK\u{3}\u{4}cut off", "Nothing of it was loaded"),
    ])
    func `a file that cannot be used is refused in plain words, and nothing of it stays`(
        bytes: String, words: String
    ) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn()
        let answer = try await fixture.upload(bytes, named: "x.xml", token, formToken: fixture.formToken(token))
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(words))
        #expect(try waiting(fixture).isEmpty)
        #expect(try await fixture.record?.store.lastCompleteLoad(of: #require(fixture.record?.council)) == nil)
    }

    @Test func `a census cut off after its first children says so, and is not taken for complete`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn()
        let whole = try census("valid-mixed-content.xml")
        let start = try #require(whole.range(of: "<Child>")?.lowerBound)
        let end = try #require(whole.range(of: "</Child>")?.upperBound)
        let children = (1...450).map { String(whole[start..<end]).replacing("DfEX0000001", with: "X\($0)") }
        let cutOff = String(whole[..<start]) + children.joined() + "<Child><ChildIdent"
        let sent = try await fixture.upload(cutOff, named: "cut.xml", token, formToken: fixture.formToken(token))
        #expect(sent.location == "/imports/1")
        try await fixture.untilLoaded()
        let page = try await fixture.get("/imports/1", token).text
        #expect(page.contains("Did not finish"))
        #expect(page.contains("The file could not be read to its end."))
        #expect(page.contains("no load has been completed"))
        #expect(try waiting(fixture).isEmpty)
    }

    @Test func `where the record is kept here a file is refused before one byte of it is read`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: try #require(Day("2026-01-05")))
        fixture.record = record
        let token = try fixture.signIn(.analyst)
        // Not even a form: were it read, it would be called unreadable.
        let sent = try await fixture.upload(
            "no boundary", named: "\"\r\nbroken", token, formToken: "none")
        #expect(sent.status == .unprocessableContent)
        #expect(sent.text.contains("record is kept here, so no file of it is loaded"))
    }

    @Test func `sending no file at all asks for one`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn()
        let answer = try await fixture.upload("", named: "", token, formToken: fixture.formToken(token))
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("Choose a file to load"))
    }

    @Test func `a file without the form's token is refused before a byte is kept`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn()
        for formToken in [nil, "0"] {
            let answer = try await fixture.upload("x", named: "x.xml", token, formToken: formToken)
            #expect(answer.status == .forbidden)
        }
        #expect(try waiting(fixture).isEmpty)
    }

    @Test func `a social worker and a member see no imports and load nothing`() async throws {
        let fixture = try await fixture()
        for role in [Role.socialWorker, .member] {
            let token = try fixture.signIn(role)
            for address in ["/imports", "/imports/1", "/imports/1/unreadable", "/api/v1/imports"] {
                #expect(try await fixture.get(address, token).status == .forbidden)
            }
            let sent = try await fixture.upload(
                census("valid-mixed-content.xml"), named: "a.xml", token, formToken: fixture.formToken(token))
            #expect(sent.status == .forbidden)
        }
        #expect(try waiting(fixture).isEmpty)
    }

    @Test func `an administrator looks on and loads nothing, and never has the rows kept aside`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.load([LeftOut.tamar()])
        let token = try fixture.signIn(.administrator)
        let page = try await fixture.get("/imports", token)
        #expect(page.status == .ok)
        #expect(!page.text.contains("type=\"file\""))
        #expect(try await fixture.get("/imports/1", token).status == .ok)
        #expect(try await fixture.get("/imports/1/unreadable", token).status == .forbidden)
        let sent = try await fixture.upload("x", named: "a.xml", token, formToken: fixture.formToken(token))
        #expect(sent.status == .forbidden)
    }

    @Test func `rows kept aside are handed out as they came, and that is in the access log`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.load([LeftOut.tamar()])
        let answer = try await fixture.get("/imports/1/unreadable", fixture.signIn())
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"kept-rows-of-load-1.csv\"")
        #expect(try await fixture.record?.looks().first?.query == "unreadable rows of load 1")
    }

    @Test func `a row with a restricted child's number in it is counted, and its text given only to those named`()
        async throws
    {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.load([LeftOut.tamar()])
        let load = try #require(
            try await record.store.loads(access: record.access(.seeImports), limit: 1).first
        ).id
        let rows = ["tamar", "tamara"].enumerated().map { line, child in
            UnreadableRow(file: "a.csv", line: line, raw: "1,\"\(child)\",Words of \(child)", because: "row-malformed")
        }
        try await record.store.keep([], unreadable: rows, in: load)
        try await record.restrict("ssd:tamar", to: ["ana"])
        let kept = try await fixture.get("/imports/1/unreadable", fixture.signIn(.analyst, user: "ali")).text
        #expect(kept.components(separatedBy: "a.csv").count == 3, "both are counted")
        #expect(!kept.replacing("Words of tamara", with: "").contains("Words of tamar"))
        #expect(kept.contains("Not given out") && kept.contains("Words of tamara"))
        let named = try await fixture.get("/imports/1/unreadable", fixture.signIn(.manager, user: "ana")).text
        #expect(named.contains("Words of tamar") && !named.contains("Not given out"))
    }

    @Test(arguments: ["/imports/99", "/imports/x", "/imports/-1", "/imports/1/nothing"])
    func `a load there never was is not found`(address: String) async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get(address, fixture.signIn()).status == .notFound)
    }

    @Test func `another council's people see none of these loads`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.load([LeftOut.tamar()])
        #expect(try await fixture.get("/imports/1", fixture.signIn(of: "other")).status == .notFound)
    }
}

extension ServerFixture {
    /// Waits until no load is being read.
    func untilLoaded() async throws {
        guard let record else { return }
        for _ in 0..<400 {
            let isBeingRead = try await record.store.loadInProgress(of: record.council) != nil
            // NB: the file goes after the load's last line is written.
            let files = try FileManager.default.contentsOfDirectory(atPath: record.uploads.path)
            if !isBeingRead && files.isEmpty { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        Issue.record("the load never ended")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
