import Diagnostics
import FileFormats
import Testing

@Suite struct XMLRefusalTests {
    @Test(
        arguments: [
            ("refused-empty.xml", FileFailure.Code.xmlEmpty, 0),
            ("refused-not-xml.xml", .xmlNotXML, 1),
            ("refused-wrong-encoding.xml", .xmlWrongEncoding, 2),
            ("malformed-cut-off.xml", .xmlCutOff, 6),
            ("malformed-wrong-tag.xml", .xmlNotWellFormed, 3),
            ("malformed-bare-ampersand.xml", .xmlNotWellFormed, 2),
            ("malformed-two-roots.xml", .xmlNotWellFormed, 2),
            ("refused-entity-bomb.xml", .xmlEntityDeclared, 3),
            ("refused-outside-entity.xml", .xmlEntityDeclared, 2),
            ("refused-parameter-entity.xml", .xmlEntityDeclared, 2),
            ("refused-unexplained-entity.xml", .xmlEntityDeclared, 3),
            ("no-such-file.xml", .fileNotFound, 0),
            ("", .fileUnreadable, 0),
        ], [1, 65_536])
    func `a file that cannot be used is refused once, with its line`(
        example: (file: String, code: FileFailure.Code, line: Int), chunkSize: Int
    ) {
        let log = EventLog([])
        let failure = refusal { () throws(FileFailure) in
            try XMLEventReader(vocabulary: log.vocabulary, consumer: log)
                .read(FileBytes(path: FormatFixture.path(example.file)), chunkSize: chunkSize)
        }
        #expect(failure?.code == example.code)
        #expect(failure?.line == example.line)
    }

    @Test(arguments: ["a", "  ", "<a>", "text"])
    func `a few bytes are not XML`(text: String) { #expect(refused(text)?.code == .xmlNotXML) }

    @Test(arguments: [1, 64, 65_536])
    func `a file in UTF-16 that breaks in its middle is refused, not read in part`(chunkSize: Int) {
        let text = "<a>" + String(repeating: "<b>x</b>", count: 30_000) + "</a>"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for byte in text.utf8 { bytes += [byte, 0] }
        // Half of a surrogate pair, followed by no other half.
        bytes[240_001] = 0xD8
        let log = EventLog([])
        let failure = refusal { () throws(FileFailure) in
            try XMLEventReader(vocabulary: log.vocabulary, consumer: log)
                .read(MemoryBytes(bytes), chunkSize: chunkSize)
        }
        #expect(failure?.code == .xmlWrongEncoding)
    }

    @Test func `a file cut off anywhere is refused`() {
        let text = "<?xml version='1.0'?>\n<!-- c --><Message a='b'><Name>x &amp; <![CDATA[y]]></Name></Message>"
        let start = text.utf8.count - "Message a='b'><Name>x &amp; <![CDATA[y]]></Name></Message>".utf8.count
        for length in start..<text.utf8.count {
            #expect(refused(String(text.prefix(length)))?.code == .xmlCutOff, "\(length)")
        }
        #expect(refused(text) == nil)
    }

    @Test func `an ampersand in a large file is told at its own line`() {
        let rest = String(repeating: "<Name>x</Name>\n", count: 2_000_000)
        let failure = refused("<Message>\n<Name>Mason & Sons</Name>\n\(rest)</Message>")
        #expect(failure?.code == .xmlNotWellFormed)
        #expect(failure?.line == 2)
    }

    @Test(arguments: [(64, nil), (65, FileFailure.Code.xmlTooDeep)])
    func `elements may be nested 64 deep`(depth: Int, code: FileFailure.Code?) {
        let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        #expect(refused(text)?.code == code)
    }

    @Test(arguments: [(65_536, nil), (65_537, FileFailure.Code.xmlTextTooLong)])
    func `one text may be 64 kB long`(length: Int, code: FileFailure.Code?) {
        #expect(refused("<a>" + String(repeating: "x", count: length) + "</a>")?.code == code)
    }

    @Test func `a text of blanks only is no longer than nothing`() {
        #expect(refused("<a>" + String(repeating: " ", count: 200_000) + "</a>") == nil)
    }

    @Test func `a document type without entities is passed over`() {
        #expect(refused("<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA 'c'>]><a/>") == nil)
        #expect(refused("<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>") == nil)
    }

    @Test func `an opening tag that never ends is refused`() {
        #expect(refused("<a " + String(repeating: "b='c' ", count: 400_000))?.code != nil)
        #expect(refused("<" + String(repeating: "a", count: 20_000_000))?.code != nil)
    }

    @Test func `a refusal does not quote the file`() {
        for text in ["<a><Mason</a>", "<a>&Mason;</a>", "<a b=Mason></a>", "<a></Mason>", "Mason"] {
            let failure = refused(text)
            #expect(failure != nil)
            #expect(failure?.message.contains("Mason") == false)
        }
    }

    @Test func `a refusal becomes one fatal diagnostic at its place`() {
        let failure = FileFailure(.xmlCutOff, "The file ends too soon.", line: 5, column: 6)
        #expect(
            failure.diagnostic(file: "census.xml")
                == Diagnostic(
                    .fatal, "xml-cut-off", "The file ends too soon.",
                    at: SourceLocation(file: "census.xml", line: 5, column: 6)))
    }

    private func refused(_ text: String) -> FileFailure? {
        let log = EventLog([])
        return refusal { () throws(FileFailure) in
            try XMLEventReader(vocabulary: log.vocabulary, consumer: log).parse(bytes: Array(text.utf8))
        }
    }
}
