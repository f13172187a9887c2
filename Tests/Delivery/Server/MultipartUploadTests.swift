import Foundation
import NIOCore
import Testing

@testable import Server

@Suite struct MultipartUploadTests {
    /// Pieces of a body, of the size given, as they would come over a line.
    private struct Pieces: AsyncSequence, AsyncIteratorProtocol {
        var rest: ArraySlice<UInt8>
        let size: Int
        var failsAtEnd = false

        mutating func next() throws -> ByteBuffer? {
            if rest.isEmpty { if failsAtEnd { throw CancellationError() } else { return nil } }
            defer { rest = rest.dropFirst(size) }
            return ByteBuffer(bytes: rest.prefix(size))
        }

        func makeAsyncIterator() -> Pieces { self }
    }

    private func part(_ name: String, _ value: String, file: String? = nil) -> String {
        let fileName = file.map { "; filename=\"\($0)\"" } ?? ""
        return "--XX\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n\(value)\r\n"
    }

    private func withFolder<Value>(_ use: (UploadFolder) async throws -> Value) async throws -> Value {
        let folder = UploadFolder(path: NSTemporaryDirectory() + "sightline-uploads-\(UUID().uuidString)")
        try folder.prepare()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        return try await use(folder)
    }

    private func read(
        _ body: String, into folder: UploadFolder, pieces: Int = 1000, limits: UploadLimits = UploadLimits(),
        cut: Bool = false
    ) async throws -> Upload {
        let upload = try #require(
            MultipartUpload(contentType: "multipart/form-data; boundary=XX", limits: limits, folder: folder) {
                $0 == "right"
            })
        return try await upload.read(Pieces(rest: Array(body.utf8)[...], size: pieces, failsAtEnd: cut))
    }

    private func files(in folder: UploadFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    @Test func `a file reaches the disk byte for byte, and nobody else may read it`() async throws {
        try await withFolder { folder async throws in
            let text = String(repeating: "line\r\n--X ", count: 20_000)
            let body = part("csrf", "right") + part("note", "Zoë") + part("file", text, file: "a.xml") + "--XX--"
            for pieces in [7, 1024, 1 << 20] {
                let upload = try await read(body, into: folder, pieces: pieces)
                let file = try #require(upload.files.first)
                #expect(upload.fields["note"] == "Zoë")
                #expect(file.field == "file" && file.name.text == "a.xml" && file.size == text.utf8.count)
                #expect(FileManager.default.contents(atPath: file.path) == Data(text.utf8))
                let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
                #expect(rights == 0o600)
                file.delete()
            }
            #expect(try files(in: folder).isEmpty)
        }
    }

    @Test(arguments: [
        "wrong token", "no token", "file before token", "token as a file",
    ])
    func `nothing is kept before the form's token has been found right`(kind: String) async throws {
        let file = part("file", "secret", file: "a.xml")
        let body =
            switch kind {
            case "wrong token": part("csrf", "wrong") + file
            case "no token": part("other", "right") + file
            case "file before token": file + part("csrf", "right")
            default: part("csrf", "right", file: "csrf") + file
            }
        try await withFolder { folder async throws in
            await #expect(throws: Refused.formTooOld) { try await read(body + "--XX--", into: folder) }
            #expect(try files(in: folder).isEmpty)
        }
    }

    @Test func `a form with nothing in it is not taken for a right one`() async throws {
        try await withFolder { folder async throws in
            _ = await #expect(throws: Refused.formTooOld) { try await read("--XX--", into: folder) }
        }
    }

    @Test func `a file that is too large leaves nothing behind`() async throws {
        try await withFolder { folder async throws in
            let body =
                part("csrf", "right") + part("file", String(repeating: "a", count: 5000), file: "a.xml") + "--XX--"
            await #expect(throws: Refused.tooLarge(limit: 4999)) {
                try await read(body, into: folder, limits: UploadLimits(fileBytes: 4999))
            }
            #expect(try files(in: folder).isEmpty)
            #expect(try await read(body, into: folder, limits: UploadLimits(fileBytes: 5000)).files.count == 1)
        }
    }

    @Test func `a line that breaks, or a body that stops, leaves nothing behind`() async throws {
        try await withFolder { folder async throws in
            let body = part("csrf", "right") + part("file", String(repeating: "a", count: 5000), file: "a.xml")
            await #expect(throws: UploadUnreadable.cutShort) { try await read(body, into: folder) }
            await #expect(throws: CancellationError.self) { try await read(body, into: folder, cut: true) }
            #expect(try files(in: folder).isEmpty)
        }
    }

    @Test func `more files or longer fields than allowed leave nothing behind`() async throws {
        try await withFolder { folder async throws in
            let two =
                part("csrf", "right") + part("file", "a", file: "a.xml") + part("file", "b", file: "b.xml") + "--XX--"
            await #expect(throws: UploadUnreadable.tooManyParts) { try await read(two, into: folder) }
            let long =
                part("csrf", "right") + part("file", "a", file: "a.xml")
                + part("note", String(repeating: "n", count: 5000))
            await #expect(throws: UploadUnreadable.fieldTooLong) { try await read(long + "--XX--", into: folder) }
            #expect(try files(in: folder).isEmpty)
        }
    }

    @Test func `a form sent without choosing a file has none`() async throws {
        try await withFolder { folder async throws in
            let upload = try await read(part("csrf", "right") + part("file", "", file: "") + "--XX--", into: folder)
            #expect(upload.files.isEmpty)
            #expect(try files(in: folder).isEmpty)
        }
    }

    @Test func `a field nobody chose a file for holds no byte, and there are not many of them`() async throws {
        try await withFolder { folder async throws in
            let filled = part("csrf", "right") + part("file", "not nothing", file: "")
            await #expect(throws: UploadUnreadable.malformed) { try await read(filled + "--XX--", into: folder) }
            let many = part("csrf", "right") + String(repeating: part("file", "", file: ""), count: 21)
            await #expect(throws: UploadUnreadable.tooManyParts) { try await read(many + "--XX--", into: folder) }
            #expect(try files(in: folder).isEmpty)
        }
    }

    @Test func `all of a body is counted, whatever its parts may hold`() async throws {
        try await withFolder { folder async throws in
            let limits = UploadLimits(fileBytes: 10, fieldBytes: 1 << 20)
            let long = part("csrf", "right") + part("note", String(repeating: "x", count: 300_000))
            await #expect(throws: Refused.tooLarge(limit: 10)) {
                try await read(long + "--XX--", into: folder, limits: limits)
            }
        }
    }

    @Test func `starting again deletes what a stopped program left, and nothing else`() async throws {
        try await withFolder { folder in
            _ = FileManager.default.createFile(atPath: folder.path + "/upload-0123", contents: Data("secret".utf8))
            _ = FileManager.default.createFile(atPath: folder.path + "/other", contents: Data())
            try folder.prepare()
            #expect(try files(in: folder) == ["other"])
        }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"", nil),
        ("multipart/form-data; boundary=\"abc\"", "abc"), ("multipart/form-data", nil),
        ("text/plain; boundary=abc", nil),
        ("multipart/form-data; boundary=", nil), ("multipart/mixed; boundary=abc", nil),
        ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
    ])
    func `the boundary is read from the content type`(type: String, boundary: String?) {
        #expect(MultipartUpload.boundary(in: type) == boundary)
    }
}
