import FileFormats
import Foundation
import Testing

@Suite struct WriterTests {
    @Test func `what the XML writer writes is read back the same`() throws {
        let output = ByteWriter()
        let writer = XMLWriter(output)
        writer.group("Message") {
            writer.element("Name", "<Zoë> & \"Sons\"\u{1}")
            writer.element("Sex", nil as String?)
            writer.element("Count", -120)
            writer.element("Day", year: 2025, month: 3, day: 1)
        }
        try writer.finish()
        #expect(
            String(decoding: output.bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <Message>
                    <Name>&lt;Zoë&gt; &amp; "Sons"\u{FFFD}</Name>
                    <Count>-120</Count>
                    <Day>2025-03-01</Day>
                </Message>

                """)
        let log = EventLog([])
        try XMLEventReader(vocabulary: log.vocabulary, consumer: log).parse(bytes: output.bytes)
        #expect(log.values == ["<Zoë> & \"Sons\"\u{FFFD}", "-120", "2025-03-01"])
    }

    @Test(arguments: [",", ";", "\t"] as [Unicode.Scalar])
    func `what the table writer writes is read back the same`(delimiter: Unicode.Scalar) throws {
        let output = ByteWriter()
        let writer = DelimitedTextWriter(output, header: ["a", "b", "c", "d", "e"], delimiter: delimiter)
        writer.cell("one; two, \"three\"\nfour\tfive")
        writer.cell(Int.min)
        writer.cell(true)
        writer.cell(year: 2025, month: 3, day: 1, hour: 4, minute: 5)
        writer.emptyCell()
        writer.endRow()
        try writer.finish()
        let table = try Table(String(decoding: output.bytes, as: UTF8.self))
        #expect(
            table.rows == [["one; two, \"three\"\nfour\tfive", "\(Int.min)", "Y", "2025-03-01 04:05:00.000", nil]])
        #expect(table.diagnostics.isEmpty)
        #expect(writer.rowCount == 2)
    }

    @Test func `a text longer than the buffer is written whole`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("writer-\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let long = String(repeating: "x", count: 3_000_000)
        let writer = try DelimitedTextWriter(path: path, header: ["a", "b"])
        for _ in 0..<3 {
            writer.cell(long)
            writer.cell(7)
            writer.endRow()
        }
        try writer.finish()
        let reader = try DelimitedTextReader(FileBytes(path: path), file: "t.csv") { _ in }
        var lengths: [Int] = []
        try reader.forEachRow { row in lengths += [row.bytes(0).count, row.bytes(1).count] }
        #expect(lengths == [3_000_000, 1, 3_000_000, 1, 3_000_000, 1])
    }

    @Test func `a file that cannot be made is refused at once`() {
        let failure = refusal { () throws(FileFailure) in _ = try ByteWriter(path: "/no/such/folder/a.csv") }
        #expect(failure?.code == .fileUnwritable)
    }

    @Test func `a full disk is told when the file is finished`() throws {
        let writer = try ByteWriter(path: "/dev/full")
        writer.append("x")
        #expect(refusal { () throws(FileFailure) in try writer.finish() }?.code == .fileUnwritable)
    }
}
