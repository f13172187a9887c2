import AccessRules
import Casework
import ChildJourney
import Foundation
import HTTPTypes
import HummingbirdTesting
import Improvement
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Minutes and papers of a meeting as files, through the real router. Today is Sat 21 Nov 2026.
@Suite struct MeetingFileRoutesTests: Improves {
    private static let pdf = Array("%PDF-1.7\n%invented minutes\n%%EOF\n".utf8)
    private static let path = "/improvement/plan-1/meetings/meeting-1"

    /// A committee of 20 October that was held.
    private func met() async throws -> ServerFixture {
        let fixture = try await planned()
        let ana = try fixture.signIn(.manager, user: "ana")
        for (path, body) in [
            ("/improvement/plan-1/meetings", "form=meeting-1&sort=committee&on=20+Oct+2026"),
            (Self.path, "held=20+Oct+2026&present=The+chair"),
        ] {
            let sent = try await fixture.post(path, ana, "csrf=\(fixture.formToken(ana))&\(body)")
            #expect(sent.status == .seeOther)
        }
        return fixture
    }

    private func sendFile(
        _ fixture: ServerFixture, _ session: SecretToken, _ bytes: [UInt8] = pdf, named name: String = "minutes.pdf",
        as part: String = "minutes", form: String = "document-1"
    ) async throws -> TestResponse {
        var headers = HTTPFields.cookie(session)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        var body = ByteBuffer()
        for (field, value) in [("csrf", fixture.formToken(session)), ("form", form), ("part", part)] {
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
                uri: "\(Self.path)/files", method: .post, headers: sentHeaders, body: sent)
        }
        return try #require(answered.value)
    }

    @Test func `minutes are kept, linked, handed over as they were and never shown, and the log says so`() async throws
    {
        let fixture = try await met()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await sendFile(fixture, ana).status == .seeOther)
        #expect(try await sendFile(fixture, ana).status == .seeOther, "sent twice")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get(Self.path, ben).text
        #expect(
            page.contains("Minutes: minutes.pdf") && !page.contains("No minutes yet") && !page.contains("Keep a file"))
        let answer = try await fixture.get("\(Self.path)/files/document-1", ben)
        #expect(answer.status == .ok && Array(buffer: answer.body) == Self.pdf)
        #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        let looks = try #require(try await fixture.record?.looks())
        #expect(looks.contains { $0.query == "document document-1" && $0.user == "ben" })
        #expect(try await file(fixture).documents.count == 1)
        let record = try #require(fixture.record)
        #expect(try await record.store.verify(record.council, expecting: nil).isWhole)
        #expect(try FileManager.default.contentsOfDirectory(atPath: record.uploads.path).isEmpty)
    }

    @Test func `another file of minutes takes the place of the one before, which stays, and papers stand beside them`()
        async throws
    {
        let fixture = try await met()
        let ana = try fixture.signIn(.manager, user: "ana")
        _ = try await sendFile(fixture, ana)
        _ = try await sendFile(fixture, ana, Array("Put right".utf8), named: "minutes.txt", form: "document-2")
        _ = try await sendFile(
            fixture, ana, Array("A paper".utf8), named: "paper.txt", as: "papers", form: "document-3")
        let page = try await fixture.get(Self.path, ana).text
        for words in ["Minutes: minutes.txt", "Minutes before they were replaced: minutes.pdf", "Paper: paper.txt"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(try await fixture.get("\(Self.path)/files/document-1", ana).status == .ok)
    }

    @Test(
        arguments: [
            (Array("<html>".utf8), "minutes.pdf", "not one of the kinds taken here"),
            ([], "minutes.pdf", "holds 0 bytes"),
            (pdf, "Tamar Okoro.pdf", "The name of the file names a child"),
        ] as [([UInt8], String, String)])
    func `a file that cannot be kept is refused beside its field, and nothing is kept`(
        bytes: [UInt8], name: String, said: String
    ) async throws {
        let fixture = try await met()
        let ana = try fixture.signIn(.manager, user: "ana")
        let refused = try await sendFile(fixture, ana, bytes, named: name)
        #expect(refused.status == .unprocessableContent && refused.text.contains(said))
        #expect(try await file(fixture).documents.isEmpty)
    }

    @Test(arguments: [Role.member, .partner, .administrator])
    func `whoever has no part in plans is handed none, released or not, and keeps none`(role: Role) async throws {
        let fixture = try await met()
        _ = try await sendFile(fixture, try fixture.signIn(.manager, user: "ana"))
        let other = try fixture.signIn(role, user: "mo")
        #expect(try await fixture.get("\(Self.path)/files/document-1", other).status == .forbidden)
        #expect(try await sendFile(fixture, other, form: "document-9").status == .forbidden)
        let worker = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await sendFile(fixture, worker, form: "document-9").status == .forbidden)
    }

    @Test func `a document of a child is not to be had by way of a plan`() async throws {
        let fixture = try await met()
        let record = try #require(fixture.record)
        let body = ReceivedDocument(
            what: .letter, fileName: "letter.pdf", type: .pdf, size: Self.pdf.count,
            hash: DocumentHash.text(of: Self.pdf), sentBy: "Dr Invented", receivedOn: on("2026-11-20"))
        _ = try await record.store.append(
            NewEntry(body, id: "document-child", about: .child(child), by: .user("ben")), with: Self.pdf,
            in: record.council, at: ServerFixture.moment)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("\(Self.path)/files/document-child", ana).status == .notFound)
    }
}
