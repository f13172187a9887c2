import AccessRules
import Casework
import ChildJourney
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Documents on Tamar's record, added and handed over through the real router. Today is Sat 21 Nov 2026.
@Suite struct DocumentRoutesTests: TakesSteps {
    private static let pdf = Array("%PDF-1.7\n%an invented letter\n%%EOF\n".utf8)

    private func add(
        _ bytes: [UInt8], named name: String, _ fixture: ServerFixture, _ session: SecretToken, form: String = "one",
        fields: [String: String] = [:]
    ) async throws -> TestResponse {
        var headers = HTTPFields.cookie(session)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        let told = [
            "record": "document-\(form)", "what": "letter", "from": "Dr Invented, Invented Surgery",
            "on": "20 Nov 2026",
            "of": "R1", "about": "Her weight",
        ].merging(fields) { $1 }
        var body = ByteBuffer()
        let all = [("csrf", fixture.formToken(session))] + told.sorted { $0.key < $1.key }
        for (field, value) in all {
            body.writeString("--XX\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n")
        body.writeString("Content-Type: text/html\r\n\r\n")
        body.writeBytes(bytes)
        body.writeString("\r\n--XX--\r\n")
        let (sentHeaders, sent) = (headers, body)
        let answered = Locked<TestResponse?>(nil)
        try await fixture.test { client in
            answered.value = try await client.execute(
                uri: "\(address)/documents", method: .post, headers: sentHeaders, body: sent)
        }
        return try #require(answered.value)
    }

    private func documents(_ fixture: ServerFixture) async throws -> [Recorded<ReceivedDocument>] {
        try await journey(fixture).casework.documents
    }

    private func waiting(_ fixture: ServerFixture) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: #require(fixture.record?.uploads.path))
    }

    @Test func `a letter is kept, listed, told in the story, and handed over as it was, and each of it is logged`()
        async throws
    {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let sent = try await add(Self.pdf, named: "letter.pdf", fixture, ben)
        #expect(sent.status == .seeOther && sent.location == "\(address)/documents")
        #expect(try waiting(fixture).isEmpty)
        let list = try await fixture.get("\(address)/documents", ben).text
        for words in ["letter.pdf", "Letter", "Dr Invented", "Referral of 1 Sep 2026", "Her weight", "PDF, 35 bytes"] {
            #expect(list.contains(words), "\(words)")
        }
        #expect(try await fixture.get(address, ben).text.contains("1 document"))
        #expect(try await fixture.get(address, ben).text.contains("Document received"))
        let answer = try await fixture.get("\(address)/documents/document-one", ben)
        #expect(answer.status == .ok)
        #expect(Array(buffer: answer.body) == Self.pdf)
        #expect(answer.headers[.contentType] == "application/pdf")
        #expect(
            answer.headers[.contentDisposition] == "attachment; filename=\"letter.pdf\"; filename*=UTF-8''letter.pdf")
        #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.cacheControl] == "no-store")
        let looks = try #require(try await fixture.record?.looks())
        #expect(looks.contains { $0.query == "document document-one" && $0.user == "ben" && $0.shown == [child] })
        #expect(fixture.lines.all.allSatisfy { !$0.contains("letter.pdf") && !$0.contains("Invented Surgery") })
    }

    @Test func `what the family disputes of a letter stands beside it wherever it is told, and the letter stays`()
        async throws
    {
        let fixture = try await fixture()
        let (ben, ana) = (
            try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana")
        )
        _ = try await add(Self.pdf, named: "letter.pdf", fixture, ben)
        let before = try await documents(fixture).map(\.body)
        try await take("outgoing-document", "content=whole-story&recipient=Jane&relation=mother", fixture, ben)
        try await take(
            "subject-access", "asked-by=Jane+Okoro&relation=her+mother&proof=Passport&on=18+Nov+2026", fixture, ana)
        let list = try await fixture.get("\(address)/documents", ben).text
        #expect(list.contains("\(address)/steps/disputed-statement?entry=document%7Cdocument-one"))
        let form = try await fixture.get("\(address)/steps/disputed-statement?entry=document%7Cdocument-one", ben).text
        #expect(form.contains("Letter from Dr Invented, Invented Surgery, received Fri 20 Nov 2026"))
        #expect(form.contains("value=\"document|document-one\" checked") || form.contains("document-one\" selected"))
        let disputed = "entry=document%7Cdocument-one&on=20+Nov+2026&by=Jane,+mother&words=He+never+weighed+her"
        #expect(try await take("disputed-statement", disputed, fixture, ben).status == .seeOther)
        let told = "Disputed by Jane, mother on Fri 20 Nov 2026: “He never weighed her” Not answered yet."
        let request = try #require(try await journey(fixture).casework.accessRequests.first).id.text
        for page in [
            address, "\(address)/documents", "\(address)/outgoing/form-outgoing-document",
            "\(address)/access/\(request)",
        ] {
            let text = try await fixture.get(page, ana).text
            #expect(text.contains(told), "\(page)")
        }
        let answer = "of=form-disputed-statement&on=21+Nov+2026&answer=not-agreed&because=The+surgery+confirms+it"
        #expect(try await take("disputed-statement-answer", answer, fixture, ben, form: "ben").status == .forbidden)
        #expect(try await take("disputed-statement-answer", answer, fixture, ana).status == .seeOther)
        let after = try await fixture.get("\(address)/documents", ben).text
        #expect(after.contains("not agreed: The surgery confirms it"))
        #expect(try await documents(fixture).map(\.body) == before)
    }

    @Test
    func `a disputed letter of a child about whom something is withheld is disputed where it is asked for, masked`()
        async throws
    {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await add(Self.pdf, named: "letter.pdf", fixture, ben)
        try await take(
            "disputed-statement", "entry=document%7Cdocument-one&on=20+Nov+2026&by=Jane&words=I+am+at+ZZ98+7QX",
            fixture, ben)
        try await take("address", "address=9+Secret+Lane&postcode=ZZ98+7QX&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ben)
        for page in ["\(address)/documents", "\(address)/documents/document-one"] {
            let text = try await fixture.get(page, ben).text
            #expect(text.contains("I am at [address withheld]") && !text.contains("ZZ98 7QX"), "\(page)")
        }
    }

    @Test func `a reader who records nothing sees what is disputed and is not asked to record it`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await add(Self.pdf, named: "letter.pdf", fixture, ben)
        let disputed = "entry=document%7Cdocument-one&on=20+Nov+2026&by=Jane&words=No"
        try await take("disputed-statement", disputed, fixture, ben)
        let auditor = try fixture.signIn(.auditor, user: "eve")
        let page = try await fixture.get("\(address)/documents", auditor).text
        #expect(page.contains("Disputed by Jane") && !page.contains("steps/disputed-statement"))
        #expect(try await take("disputed-statement", disputed, fixture, auditor, form: "x").status == .forbidden)
    }

    @Test func `whoever only reads is handed it and adds none; whoever sees no child finds nothing`() async throws {
        let fixture = try await fixture()
        _ = try await add(Self.pdf, named: "letter.pdf", fixture, fixture.signIn(.socialWorker, user: "ben"))
        let auditor = try fixture.signIn(.auditor, user: "eve")
        #expect(try await fixture.get("\(address)/documents/document-one", auditor).status == .ok)
        #expect(try await fixture.get("\(address)/documents", auditor).text.contains("Add a document") == false)
        #expect(try await add(Self.pdf, named: "x.pdf", fixture, auditor, form: "two").status == .forbidden)
        for role in [Role.member, .partner, .administrator] {
            let token = try fixture.signIn(role, user: "mo")
            #expect(try await fixture.get("\(address)/documents", token).status == .forbidden)
            #expect(try await fixture.get("\(address)/documents/document-one", token).status == .forbidden)
        }
        #expect(try await documents(fixture).count == 1)
        #expect(try waiting(fixture).isEmpty)
    }

    @Test func `a restricted child's documents are for those named, and another child's address finds none of them`()
        async throws
    {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await add(Self.pdf, named: "letter.pdf", fixture, ben)
        try await fixture.record?.record(
            [("person", Person(forename: "Kacper", surname: "Nowak", bornOn: try day("2017-02-11")))],
            about: "record:kacper")
        #expect(try await fixture.get("/children/record:kacper/documents/document-one", ben).status == .notFound)
        try await fixture.record?.restrict(child, to: ["ana"])
        #expect(try await fixture.get("\(address)/documents/document-one", ben).status != .ok)
        #expect(try await add(Self.pdf, named: "x.pdf", fixture, ben, form: "two").status != .seeOther)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("\(address)/documents/document-one", ana).status == .ok)
    }

    @Test(arguments: [
        ("page", Array("<!DOCTYPE html><script>alert(1)</script>".utf8)),
        ("page after spaces", Array(" \n\u{FEFF}<html>".utf8)),
        ("drawing that runs", Array("<svg onload=alert(1)>".utf8)), ("program", Array("MZ\u{0}\u{1}".utf8)),
        ("text with a NUL", Array("plain\u{0}text".utf8)), ("no UTF-8", [0x63, 0x61, 0x66, 0xE9]),
        ("GIF", Array("GIF89a\u{1}\u{0}<script>".utf8)), ("zip of nothing known", Array("PK\u{3}\u{4}zzzz".utf8)),
        ("PNG cut short", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("old Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2000)),
    ])
    func `what is on no list is refused in plain words, whatever it is called, and nothing of it stays`(
        what: String, bytes: [UInt8]
    ) async throws {
        let fixture = try await fixture()
        let answer = try await add(bytes, named: "photo.png", fixture, fixture.signIn(.socialWorker, user: "ben"))
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("The file is not one of the kinds taken here"))
        #expect(answer.text.contains("Her weight"), "what was typed is there again")
        #expect(try await documents(fixture).isEmpty && waiting(fixture).isEmpty)
    }

    @Test func `an empty file, none at all, and one too large are each refused`() async throws {
        var fixture = try await fixture()
        fixture.settings.documentLimits = UploadLimits(fileBytes: 1000)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await add([], named: "a.pdf", fixture, ben).text.contains("0 bytes"))
        #expect(try await add([], named: "", fixture, ben).text.contains("Choose a file"))
        let large = Self.pdf + [UInt8](repeating: 0x20, count: 1001 - Self.pdf.count)
        #expect(try await add(large, named: "a.pdf", fixture, ben).status == .contentTooLarge)
        #expect(try await documents(fixture).isEmpty && waiting(fixture).isEmpty)
        #expect(try await add(Array(large.dropLast()), named: "a.pdf", fixture, ben).status == .seeOther)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd.pdf"), ("C:\\Users\\x\\letter.pdf", "letter.pdf"),
        ("a\u{202E}fdp.exe", "afdp.exe.pdf"),
        ("letter.html", "letter.html.pdf"), ("\u{0}\u{7}.pdf", ".pdf"), ("..", "file.pdf"),
        ("LETTER.PDF", "LETTER.PDF"),
        ("<img src=x>.pdf", "<img src=x>.pdf"), ("zażółć %22x%22; y.pdf", "zażółć \"x\"; y.pdf"),
    ])
    func `a hostile name is cleaned, ends as the file is, and breaks neither page nor header`(
        sent: String, kept: String
    ) async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await add(Self.pdf, named: sent, fixture, ben).status == .seeOther)
        #expect(try await documents(fixture).first?.body.fileName == kept)
        #expect(try await fixture.get("\(address)/documents", ben).text.contains("<img") == false)
        let header = try await fixture.get("\(address)/documents/document-one", ben).headers[.contentDisposition] ?? ""
        #expect(header.hasPrefix("attachment; filename=\"") && header.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        #expect(header.filter { $0 == "\"" }.count == 2 && header.filter { $0 == ";" }.count == 2, "\(header)")
        let whole = try #require(header.split(separator: "''").last)
        #expect(PercentText.decode(segment: whole) == kept)
    }

    @Test(arguments: [("rows.csv", "rows.csv.txt"), ("note.txt", "note.txt"), ("note.md", "note.md.txt")])
    func `text is handed over under a name that no program calculates from`(sent: String, handed: String) async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let text = Array("=HYPERLINK(\"https://evil.example/\")".utf8)
        #expect(try await add(text, named: sent, fixture, ben).status == .seeOther)
        let answer = try await fixture.get("\(address)/documents/document-one", ben)
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(handed)\"; filename*=UTF-8''\(handed)")
        #expect(Array(answer.body.readableBytesView) == text)
    }

    @Test func `a form sent twice is recorded once; with another file it is not taken for recorded`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for _ in 1...2 {
            #expect(try await add(Self.pdf, named: "letter.pdf", fixture, ben).status == .seeOther)
        }
        let other = try await add(Self.pdf + [0x20], named: "letter.pdf", fixture, ben)
        #expect(other.status == .conflict)
        #expect(try await documents(fixture).count == 1)
    }

    @Test func `what is wrong in the form is said at its fields, and nothing is kept`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let wrong = try await add(
            Self.pdf, named: "letter.pdf", fixture, ben,
            fields: ["what": "spell", "from": " ", "on": "22 Nov 2026", "of": "R9"])
        #expect(wrong.status == .unprocessableContent)
        for words in [
            "Choose what it is from the list", "Enter who sent it", "Enter a day up to today",
            "Choose what it belongs to from the list",
        ] { #expect(wrong.text.contains(words), "\(words)") }
        #expect(try await documents(fixture).isEmpty && waiting(fixture).isEmpty)
    }

    @Test(arguments: [
        ("/bin/true", [], true, ""), ("/bin/false", [], false, "not safe"),
        ("/nowhere/scanner", [], false, "could not be made"), ("/bin/sleep", ["5"], false, "could not be made"),
        // Exit code 2 is a failure of grep's own, whatever is in the file.
        ("/bin/grep", ["x", "/nowhere"], false, "could not be made"),
    ])
    func `the operator's check for viruses decides, and where it cannot be made nothing is let in`(
        program: String, arguments: [String], isLetIn: Bool, words: String
    ) async throws {
        var fixture = try await fixture()
        fixture.scan = DocumentScan(program: program, arguments: arguments, seconds: 1)
        let answer = try await add(Self.pdf, named: "a.pdf", fixture, fixture.signIn(.socialWorker, user: "ben"))
        #expect((answer.status == .seeOther) == isLetIn)
        #expect(words.isEmpty || answer.text.contains(words))
        #expect(try await documents(fixture).count == (isLetIn ? 1 : 0))
    }

    @Test func `the check is given the bytes on standard input, and the path where it asks for it`() async throws {
        for arguments in [["-q", "invented letter"], ["-q", "invented letter", "{file}"]] {
            var fixture = try await fixture()
            fixture.scan = DocumentScan(program: "/bin/grep", arguments: arguments)
            let ben = try fixture.signIn(.socialWorker, user: "ben")
            #expect(try await add(Self.pdf, named: "a.pdf", fixture, ben).status == .seeOther)
            let other = Array("%PDF-1.7 another".utf8)
            #expect(try await add(other, named: "b.pdf", fixture, ben, form: "two").status == .unprocessableContent)
        }
    }

    @Test func `where something is withheld a document is handed to whoever works with the child and says why`()
        async throws
    {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await add(Self.pdf, named: "9 Secret Lane.pdf", fixture, ben)
        try await take("address", "address=9+Secret+Lane&kind=Refuge&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=He+hit+her&since=5+Oct+2026", fixture, ben)
        let path = "\(address)/documents/document-one"
        let asked = try await fixture.get(path, ben)
        #expect(asked.text.contains("Why do you need this document?") && !asked.text.contains("invented letter"))
        #expect(!asked.text.contains("9 Secret Lane"))
        let csrf = fixture.formToken(ben)
        #expect(try await fixture.post(path, ben, "csrf=\(csrf)&why=+").status == .unprocessableContent)
        let handed = try await fixture.post(path, ben, "csrf=\(csrf)&why=Court+on+Monday")
        #expect(handed.text.contains("invented letter"))
        #expect(handed.headers[.contentDisposition]?.contains("Secret") == false)
        #expect(try await fixture.record?.looks().contains { $0.why.contains("Court on Monday") } == true)
        let auditor = try fixture.signIn(.auditor, user: "eve")
        #expect(try await fixture.get(path, auditor).text.contains("only to those who work with the child"))
        let refused = try await fixture.post(path, auditor, "csrf=\(fixture.formToken(auditor))&why=Please")
        #expect(refused.status == .forbidden)
        let told = try await add(
            Self.pdf, named: "b.pdf", fixture, ben, form: "two", fields: ["about": "9 Secret Lane"])
        #expect(told.status == .unprocessableContent && told.text.contains("Leave it out"))
    }

    @Test func `a council that loads files keeps no documents here`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("/children/ssd:tamar/documents", ana).status == .conflict)
        #expect(try await fixture.get("/children/ssd:tamar", ana).text.contains("/documents") == false)
    }
}
