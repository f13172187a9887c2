import Testing

@testable import Server

@Suite struct MultipartScannerTests {
    private let form =
        "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken\r\n"
        + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\nContent-Type: text/xml\r\n\r\n"
        + "one\r\n--X two\r\n\r--XX\n\r\n--XX--\r\n"

    private func scan(_ bytes: [UInt8], pieces size: Int) throws -> [MultipartScanner.Event] {
        var scanner = MultipartScanner(boundary: "XX", limits: UploadLimits(headerBytes: 200))
        var events: [MultipartScanner.Event] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { scanner.append($0) }
            while let event = try scanner.next() {
                if case .bytes(let more) = event, case .bytes(let before)? = events.last {
                    events[events.count - 1] = .bytes(before + more)
                } else {
                    events.append(event)
                }
            }
        }
        return events
    }

    @Test func `a form is read the same wherever its bytes are cut`() throws {
        let bytes = Array(form.utf8)
        let expected: [MultipartScanner.Event] = [
            .part(PartHeader(name: "csrf")), .bytes(Array("token".utf8)), .endOfPart,
            .part(PartHeader(name: "file", fileName: "a.xml")), .bytes(Array("one\r\n--X two\r\n\r--XX\n".utf8)),
            .endOfPart,
            .end,
        ]
        for size in 1...bytes.count {
            #expect(try scan(bytes, pieces: size) == expected, "pieces of \(size)")
        }
    }

    @Test func `an empty file has no bytes and an end`() throws {
        let text = "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--XX--"
        #expect(
            try scan(Array(text.utf8), pieces: 5) == [.part(PartHeader(name: "f", fileName: "")), .endOfPart, .end])
    }

    @Test func `spaces after a boundary and words before the first are allowed`() throws {
        let text = "to be ignored\r\n--XX \t\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--XX--"
        #expect(try scan(Array(text.utf8), pieces: 7).first == .part(PartHeader(name: "a")))
    }

    @Test(arguments: [
        "--XXjunk\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XX--",
        "--XX\r\nContent-Type: text/plain\r\n\r\nb\r\n--XX--",
        "--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--XX--",
        "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--XX--",
        "--XX\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nb\r\n--XX--",
        "--XX\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nb\r\n--XX--",
    ])
    func `what is not written as such forms are is refused`(text: String) {
        #expect(throws: UploadUnreadable.malformed) { try scan(Array(text.utf8), pieces: 9) }
    }

    @Test func `a head that does not end is not gathered for ever`() {
        let endless = "--XX\r\nContent-Disposition: form-data; name=\"" + String(repeating: "a", count: 1000)
        #expect(throws: UploadUnreadable.malformed) { try scan(Array(endless.utf8), pieces: 50) }
        let opening = String(repeating: "x", count: 1000)
        #expect(throws: UploadUnreadable.malformed) { try scan(Array(opening.utf8), pieces: 50) }
    }

    @Test(arguments: [
        (#"name="file"; filename="a%22b.xml""#, "a\"b.xml"), (#"name="file"; filename="a\"b.xml""#, "a\"b.xml"),
        (#"name="file"; filename="C:\docs\a.xml""#, #"C:\docs\a.xml"#), (#"name="file";filename="a;b.xml""#, "a;b.xml"),
        (#"filename="Zoë.xml"; name="file""#, "Zoë.xml"),
    ])
    func `a file's name is read as browsers write it`(parameters: String, name: String) throws {
        let header = try PartHeader(lines: Array("Content-Disposition: form-data; \(parameters)".utf8))
        #expect(header == PartHeader(name: "file", fileName: name))
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), (#"C:\docs\a.xml"#, "a.xml"), ("a\r\n\u{0}b.xml", "ab.xml"), ("..", "file"),
        ("", "file"), ("/", "file"), ("cen\u{202E}lmx.xml", "cenlmx.xml"),
        (String(repeating: "a", count: 200), String(repeating: "a", count: 120)),
    ])
    func `a file's name is shown without folders and without what cannot be seen`(sent: String, shown: String) {
        #expect(FileName(sent).text == shown)
    }
}
