import Diagnostics
import FileFormats
import Testing

@Suite struct DelimitedTextReaderTests {
    @Test(arguments: [1, 2, 3, 5, 1 << 18])
    func `quoted cells keep commas, quotes and line breaks, however the file arrives`(chunkSize: Int) throws {
        let table = try Table("id,note\r\n1,\"a \"\"b\"\", c\r\nd\"\r\n2,plain\r\n", chunkSize: chunkSize)
        #expect(table.header == ["id", "note"])
        #expect(table.rows == [["1", "a \"b\", c\r\nd"], ["2", "plain"]])
        #expect(table.numbers == [2, 3])
        #expect(table.raws == ["1,\"a \"\"b\"\", c\r\nd\"", "2,plain"])
        #expect(table.diagnostics.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "last"])
    func `any line break ends a row, and the last row needs none`(lineBreak: String, ending: String) throws {
        let text = ["a,b", "1,2", "3,"].joined(separator: lineBreak) + (ending.isEmpty ? lineBreak : "")
        #expect(try Table(text, chunkSize: 1).rows == [["1", "2"], ["3", nil]])
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `the delimiter is told from the header`(delimiter: String) throws {
        let table = try Table("a\(delimiter)\"b, ; | c\"\(delimiter)d\n1\(delimiter)2\(delimiter)3\n")
        #expect(table.header == ["a", "b, ; | c", "d"])
        #expect(table.rows == [["1", "2", "3"]])
    }

    @Test func `a byte order mark is no part of the first name`() throws {
        #expect(try Table(fixture: "valid-with-bom.csv").header == ["pers_person_id", "pers_dob"])
    }

    @Test func `a column is found by name whatever its case`() throws {
        let reader = try DelimitedTextReader(MemoryBytes(" Pers_DOB ,x\n"), file: "t.csv") { _ in }
        #expect(reader.header.index(of: "pers_dob") == 0)
        #expect(reader.header.index(of: "X") == 1)
        #expect(reader.header.index(of: "y") == nil)
    }

    @Test func `a repeated column is a diagnostic with its place, and the first is used`() throws {
        let table = try Table("a,b,A\n1,2,3\n")
        #expect(table.reader.header.index(of: "a") == 0)
        #expect(table.diagnostics.map(\.code) == ["column-repeated"])
        #expect(table.diagnostics.first?.location == SourceLocation(file: "t.csv", line: 1, column: 3, field: "A"))
    }

    @Test func `a cell is trimmed, and a blank or absent one is nothing`() throws {
        let table = try Table("a,b,c,d\n  x ,  ,\" \",\" y \"\n")
        #expect(table.rows == [["x", nil, nil, "y"]])
        var absent = false
        let reader = try DelimitedTextReader(MemoryBytes("a\nx\n"), file: "t.csv") { _ in }
        try reader.forEachRow { row in absent = row.text(1) == nil && row.text(-1) == nil && row.isBlank(9) }
        #expect(absent)
    }

    @Test func `blank lines are counted and passed over`() throws {
        let table = try Table("\n\na,b\n\n1,2\n \n3,4\n\n")
        #expect(table.header == ["a", "b"])
        #expect(table.numbers == [5, 7])
        #expect(table.diagnostics.isEmpty)
    }

    @Test func `a row of the wrong width is a diagnostic with its row, and is handed over`() throws {
        let table = try Table(fixture: "malformed-ragged.csv")
        #expect(table.rows == [["1", "2015-02-03"], ["2", "2015-02-03", "Y", "extra"], ["3", "2015-02-03", "Y"]])
        #expect(
            table.diagnostics == [
                Diagnostic(
                    .error, "row-wrong-width", "This row has 2 cells where the header has 3.",
                    at: SourceLocation(file: "malformed-ragged.csv", line: 2)),
                Diagnostic(
                    .error, "row-wrong-width", "This row has 4 cells where the header has 3.",
                    at: SourceLocation(file: "malformed-ragged.csv", line: 3)),
            ])
    }

    @Test func `blank cells beyond the header do no harm`() throws {
        #expect(try Table("a,b\n1,2,,\n").diagnostics.isEmpty)
    }

    @Test func `a quote that is never closed costs its own row only`() throws {
        let table = try Table(fixture: "malformed-open-quote.csv")
        #expect(table.rows == [["1", "never closed"], ["2", "fine"]])
        #expect(table.raws.first == "1,\"never closed")
        #expect(table.diagnostics.map(\.code) == ["quote-not-closed"])
        #expect(table.diagnostics.first?.location == SourceLocation(file: "malformed-open-quote.csv", line: 2))
    }

    @Test func `a quote left open in a long file is given up after the longest row`() throws {
        let text = "a,b\n1,\"open\n" + String(repeating: "2,fine\n", count: 5_000)
        let table = try Table(text, chunkSize: 64, limits: DelimitedLimits(rowBytes: 256))
        #expect(table.rows.count == 5_001)
        #expect(table.rows.last == ["2", "fine"])
        #expect(table.diagnostics.map(\.code) == ["quote-not-closed"])
    }

    @Test func `text after a closing quote is kept and told`() throws {
        let table = try Table("a,b\n\"x\" y,z\nq\"r,s\n")
        #expect(table.rows == [["x y", "z"], ["q\"r", "s"]])
        #expect(table.diagnostics.map(\.code) == ["quote-misplaced"])
    }

    @Test func `text in Windows-1252 is read and told once`() throws {
        let table = try Table(fixture: "malformed-windows-1252.csv")
        #expect(table.rows == [["1", "Zoe"], ["2", "Zoë “Z”"]])
        #expect(table.diagnostics.map(\.code) == ["text-not-utf8"])
        #expect(table.diagnostics.map(\.location.line) == [3])
    }

    @Test func `text in UTF-8 is left alone`() throws {
        #expect(try Table("a\nZoë “Z” 👧🏽 \u{FFFD}\n").rows == [["Zoë “Z” 👧🏽 \u{FFFD}"]])
    }

    @Test(arguments: [
        ("refused-empty.csv", FileFailure.Code.tableEmpty), ("refused-utf16.csv", .tableNotText),
        ("valid-dataset.zip", .tableNotText), ("no-such-file.csv", .fileNotFound),
    ])
    func `a file that is no table is refused`(file: String, code: FileFailure.Code) {
        #expect(throws: FileFailure.self) { try Table(fixture: file) }
        let failure = refusal { () throws(FileFailure) in
            _ = try DelimitedTextReader(FileBytes(path: FormatFixture.path(file)), file: file) { _ in }
        }
        #expect(failure?.code == code)
    }

    @Test func `one endless line is refused`() throws {
        let text = "a,b\n" + String(repeating: "x", count: 200_000)
        #expect(throws: FileFailure(.rowTooLong, "One row is longer than any row should be.", line: 2)) {
            try Table(text, chunkSize: 64, limits: DelimitedLimits(rowBytes: 1_000))
        }
    }

    @Test func `an open quote in every row is still read in one pass`() throws {
        let text = "a,b\n" + String(repeating: "x\",\",\n", count: 200_000)
        let table = try Table(text, limits: DelimitedLimits(rowBytes: 1 << 16))
        #expect(table.rows.count == 200_000)
    }
}
