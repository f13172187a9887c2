import AccessRules
import Assurance
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

/// The file of a document inspectors asked for, given and handed over through the real router. Today is Sat 21 Nov 2026.
@Suite struct InspectionDocumentTests: Assures {
    private static let pdf = Array("%PDF-1.7\n%an invented policy\n%%EOF\n".utf8)
    private let path = "/audit/inspections/inspection-1"
    private var file: String { "\(path)/requests/item-r/file" }

    /// Inspectors asked for the supervision policy.
    private func asked() async throws -> (ServerFixture, ina: SecretToken, ana: SecretToken) {
        let fixture = try await fixture()
        let ina = try fixture.signIn(.inspector, user: "ina")
        for (page, body) in [
            (
                "/audit/inspections/new",
                "form=inspection-1&framework=ilacs-2026&visit=focused_visit&council=Invented&began=2+Nov+2026&announced=no&team=I.+Invented"
            ),
            ("\(path)/requests", "form=item-r&sort=document&what=The+supervision+policy&due=30+Nov+2026"),
            ("\(path)/requests", "form=item-i&sort=interview&what=The+head+of+service&due=30+Nov+2026"),
        ] {
            let sent = try await fixture.post(page, ina, "csrf=\(fixture.formToken(ina))&\(body)")
            try #require(sent.status == .seeOther, "\(sent.text.suffix(900))")
        }
        return (fixture, ina, try fixture.signIn(.manager, user: "ana"))
    }

    private func give(
        _ fixture: ServerFixture, _ token: SecretToken, of request: String = "item-r", _ bytes: [UInt8] = pdf,
        named name: String = "policy.pdf", saying said: [(String, String)] = [("nobody", "yes")]
    ) async throws -> TestResponse {
        var headers = HTTPFields.cookie(token)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        var body = ByteBuffer()
        let told = [("met", "21 Nov 2026"), ("answer", "The policy of April")] + said
        let fields = [("csrf", fixture.formToken(token))] + told.map { ("\($0.0)-\(request)", $0.1) }
        for (field, value) in fields {
            body.writeString("--XX\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString(
            "--XX\r\nContent-Disposition: form-data; name=\"file-\(request)\"; filename=\"\(name)\"\r\n\r\n")
        body.writeBytes(bytes)
        body.writeString("\r\n--XX--\r\n")
        let (sentHeaders, sent, address) = (headers, body, "\(path)/requests/\(request)")
        let answered = Locked<TestResponse?>(nil)
        try await fixture.test { client in
            answered.value = try await client.execute(uri: address, method: .post, headers: sentHeaders, body: sent)
        }
        return try #require(answered.value)
    }

    private func isKept(_ fixture: ServerFixture, _ ina: SecretToken) async throws -> Bool {
        let waiting = try FileNames.inFolder(#require(fixture.record).uploads.path)
        #expect(waiting.isEmpty, "nothing of an upload stays on the disk")
        return try await fixture.get("\(path)/requests", ina).text.contains("policy.pdf (")
    }

    @Test func `the council gives a file with its answer, and inspectors are handed it as it was, each time logged`()
        async throws
    {
        let (fixture, ina, ana) = try await asked()
        #expect(try await fixture.get("\(path)/requests", ana).text.contains("multipart/form-data"))
        #expect(try await give(fixture, ana).status == .seeOther)
        #expect(try await isKept(fixture, ina))
        let page = try await fixture.get("\(path)/requests", ina).text
        #expect(page.contains("policy.pdf (PDF, 35 bytes)") && page.contains("href=\"\(file)\""))
        let handed = try await fixture.get(file, ina)
        #expect(handed.status == .ok && Array(buffer: handed.body) == Self.pdf)
        #expect(handed.headers[.contentType] == "application/pdf")
        #expect(handed.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"policy.pdf\"") == true)
        #expect(handed.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        #expect(handed.headers[.cacheControl] == "no-store")
        let looks = try #require(try await fixture.record?.looks())
        #expect(looks.count { $0.query == "document item-r given in inspection inspection-1" && $0.user == "ina" } == 1)
        #expect(fixture.lines.all.allSatisfy { !$0.contains("policy") })
        let record = try #require(fixture.record)
        #expect(try await record.store.firstBrokenDocument(of: record.council) == nil)
        let again = try await give(fixture, ana)
        #expect(again.status == .unprocessableContent && again.text.contains("This was done already"))
    }

    @Test(
        arguments: [
            (Role.inspector, "ina", true), (.auditor, "eve", true), (.manager, "mo", true), (.director, "dot", true),
            (.chair, "cy", false), (.socialWorker, "ben", false), (.analyst, "al", false), (.member, "mem", false),
            (.administrator, "adm", false),
        ] as [(Role, UserID, Bool)])
    func `it is for those who write the inspection and those who answer it`(
        role: Role, user: UserID, isHanded: Bool
    ) async throws {
        let (fixture, _, ana) = try await asked()
        try #require(try await give(fixture, ana).status == .seeOther)
        let answer = try await fixture.get(file, fixture.signIn(role, user: user))
        #expect(answer.status == (isHanded ? .ok : .forbidden))
        #expect((Array(buffer: answer.body) == Self.pdf) == isHanded)
    }

    @Test func `an inspector of another inspection is not handed it`() async throws {
        let (fixture, _, ana) = try await asked()
        try #require(try await give(fixture, ana).status == .seeOther)
        let record = try #require(fixture.record)
        let other = SignedIn(
            council: record.council, user: "ivo", role: .inspector, inspecting: .only(["inspection-2"]))
        let assurer = Assurer(store: record.store, person: other, now: { ServerFixture.moment })
        let said = await refusal {
            _ = try await AskTheCouncil(assurer, record.standards.frameworks).file(of: "item-r", in: "inspection-1")
        }
        #expect(said == "This is another inspection than yours")
    }

    @Test(arguments: [Role.inspector, .auditor, .chair, .socialWorker])
    func `nobody else gives one, and nothing of it stays`(role: Role) async throws {
        let (fixture, ina, _) = try await asked()
        let token = role == .inspector ? ina : try fixture.signIn(role, user: "other")
        #expect(try await give(fixture, token).status == .forbidden)
        #expect(!(try await isKept(fixture, ina)))
        #expect(try await fixture.get(file, ina).status == .notFound)
    }

    @Test
    func `a file nobody says they looked through is not taken, nor one whose name names a child of the inspection`()
        async throws
    {
        let (fixture, ina, ana) = try await asked()
        let silent = try await give(fixture, ana, saying: [])
        #expect(silent.status == .unprocessableContent)
        #expect(silent.text.contains("a file that names a child is not taken here"))
        #expect(silent.text.contains("The policy of April"), "what was typed is there again")
        var sample = CaseSample(
            on: try day("2026-11-20"), purpose: "Files", method: "chosen", tool: "case-file", frame: "named",
            frameAsOf: try day("2026-11-20"), frameCount: 1, cases: [SampledCase(child: child.text)])
        sample.inspection = "inspection-1"
        let record = try #require(fixture.record)
        _ = try await record.store.append(
            [NewEntry(sample, id: "sample", about: Assurer.sample("s"), by: .user("ina"))], in: record.council,
            at: ServerFixture.moment)
        let named = try await give(fixture, ana, named: "Tamar Okoro.pdf")
        #expect(named.status == .unprocessableContent)
        #expect(named.text.contains("The name of the file names a child whose file is read"))
        #expect(!(try await isKept(fixture, ina)))
        #expect(try await give(fixture, ana).status == .seeOther)
    }

    @Test(
        arguments: [
            (Array("<!DOCTYPE html><script>alert(1)</script>".utf8), "not one of the kinds taken here"),
            ([], "0 bytes"),
        ] as [([UInt8], String)])
    func `a page for a browser and an empty file are not taken`(bytes: [UInt8], words: String) async throws {
        let (fixture, ina, ana) = try await asked()
        let sent = try await give(fixture, ana, bytes)
        #expect(sent.status == .unprocessableContent && sent.text.contains(words))
        #expect(!(try await isKept(fixture, ina)))
    }

    @Test func `the operator's check for viruses decides, and a file too large is refused`() async throws {
        var (fixture, ina, ana) = try await asked()
        fixture.scan = DocumentScan(program: "/bin/false", arguments: [], seconds: 1)
        #expect(try await give(fixture, ana).text.contains("not safe"))
        fixture.scan = nil
        fixture.settings.documentLimits = UploadLimits(fileBytes: Self.pdf.count - 1)
        #expect(try await give(fixture, ana).status == .contentTooLarge)
        #expect(!(try await isKept(fixture, ina)))
    }

    @Test func `a file given by mistake is erased with what was said of it, and what was asked for waits again`()
        async throws
    {
        let (fixture, ina, ana) = try await asked()
        try #require(try await give(fixture, ana).status == .seeOther)
        func back(_ token: SecretToken, _ why: String = "It+names+a+family") async throws -> TestResponse {
            try await fixture.post(
                "\(path)/requests/item-r/taking-back", token, "csrf=\(fixture.formToken(token))&back-item-r=\(why)")
        }
        for (role, user) in [(Role.inspector, "ina"), (.auditor, "eve"), (.chair, "cy")] as [(Role, UserID)] {
            #expect(try await back(fixture.signIn(role, user: user)).status == .forbidden, "\(role)")
        }
        #expect(try await back(ana, "+").status == .unprocessableContent)
        #expect(try await fixture.get(file, ina).status == .ok)
        #expect(try await back(ana).status == .seeOther)
        #expect(try await fixture.get(file, ina).status == .notFound)
        let page = try await fixture.get("\(path)/requests", ina).text
        #expect(
            page.contains("The supervision policy") && page.contains("A file was taken back 21 Nov 2026 by Ana Reyes"))
        #expect(!page.contains("The policy of April") && !page.contains("policy.pdf"))
        let record = try #require(fixture.record)
        #expect(try await record.store.verify(record.council, expecting: nil).isWhole)
        #expect(try await record.store.firstBrokenDocument(of: record.council) == nil)
        #expect(try await back(ana).status == .notFound, "there is none any more")
        #expect(try await give(fixture, ana).status == .seeOther)
        #expect(try await fixture.get(file, ina).status == .ok)
    }

    @Test func `an interview has no file`() async throws {
        let (fixture, _, ana) = try await asked()
        let sent = try await give(fixture, ana, of: "item-i")
        #expect(sent.status == .forbidden, "inspectors say that it was held")
    }

    @Test func `where something is withheld of a child whose file is read, whoever needs it says why`() async throws {
        let (fixture, ina, ana) = try await asked()
        try #require(try await give(fixture, ana, named: "9 Secret Lane.pdf").status == .seeOther)
        var sample = CaseSample(
            on: try day("2026-11-20"), purpose: "Files", method: "chosen", tool: "case-file", frame: "named",
            frameAsOf: try day("2026-11-20"), frameCount: 1, cases: [SampledCase(child: child.text)])
        sample.inspection = "inspection-1"
        let record = try #require(fixture.record)
        _ = try await record.store.append(
            [NewEntry(sample, id: "sample", about: Assurer.sample("s"), by: .user("ina"))], in: record.council,
            at: ServerFixture.moment)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("address", "address=9+Secret+Lane&kind=Refuge&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=He+hit+her&since=5+Oct+2026", fixture, ben)
        let asked = try await fixture.get(file, ina)
        #expect(asked.text.contains("Why do you need this document?") && !asked.text.contains("invented policy"))
        for page in [asked, try await fixture.get("\(path)/requests", ina)] {
            #expect(!page.text.contains("Secret Lane"))
        }
        let csrf = fixture.formToken(ina)
        #expect(try await fixture.post(file, ina, "csrf=\(csrf)&why=+").status == .unprocessableContent)
        let told = try await fixture.post(file, ina, "csrf=\(csrf)&why=Is+9+Secret+Lane+in+it")
        #expect(told.status == .unprocessableContent && told.text.contains("Leave it out"))
        let handed = try await fixture.post(file, ina, "csrf=\(csrf)&why=For+the+report")
        #expect(handed.text.contains("invented policy"))
        #expect(handed.headers[.contentDisposition]?.contains("Secret") == false)
        #expect(try await fixture.record?.looks().contains { $0.why.contains("For the report") } == true)
        let chair = try fixture.signIn(.chair, user: "cy")
        let refused = try await fixture.post(file, chair, "csrf=\(fixture.formToken(chair))&why=Please")
        #expect(refused.status == .forbidden)
    }
}
