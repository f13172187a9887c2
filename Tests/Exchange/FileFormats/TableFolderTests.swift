import Diagnostics
import FileFormats
import Testing

@Suite struct TableFolderTests {
    @Test func `a zip's tables are named after their files, and what systems add is not seen`() throws {
        let log = DiagnosticLog()
        let folder = try TableFolder(path: FormatFixture.path("valid-dataset.zip")) { log.diagnostics.append($0) }
        #expect(folder.name == "valid-dataset.zip")
        #expect(folder.tables.map(\.name) == ["ssd_cin_plans", "ssd_person"])
        #expect(folder.tables.map(\.file) == ["SSD_CIN_PLANS.CSV", "ssd_person.csv"])
        #expect(log.diagnostics.map(\.code) == ["file-not-a-table"])
        #expect(log.diagnostics.map(\.location.file) == ["readme.docx"])
        #expect(try text(of: "SSD_Person", in: folder) == "pers_person_id\nP1\n")
    }

    @Test func `a folder's tables are read like a zip's`() throws {
        let folder = try TableFolder(path: FormatFixture.path("")) { _ in }
        let table = try #require(folder.table(named: "valid-with-bom"))
        #expect(table.size == 43)
        #expect(folder.tables.allSatisfy { $0.file.hasSuffix(".csv") })
        #expect(try text(of: "refused-empty", in: folder).isEmpty)
    }

    @Test func `a second file for a table is a diagnostic, and the first is read`() throws {
        let log = DiagnosticLog()
        let path = FormatFixture.path("malformed-repeated-table.zip")
        let folder = try TableFolder(path: path) { log.diagnostics.append($0) }
        #expect(folder.tables.map(\.file) == ["ssd_person.csv"])
        #expect(log.diagnostics.map(\.code) == ["table-repeated"])
        #expect(log.diagnostics.map(\.location.file) == ["SSD_PERSON.csv"])
        #expect(try text(of: "ssd_person", in: folder) == "pers_person_id\nP1\n")
    }

    @Test func `a name that climbs out of the zip is only a name`() throws {
        let folder = try TableFolder(path: FormatFixture.path("valid-escaping-names.zip")) { _ in }
        #expect(folder.tables.map(\.name) == ["ssd_person"])
        #expect(folder.tables.map(\.file) == ["ssd_person.csv"])
    }

    @Test(arguments: [
        ("refused-not-zip.zip", FileFailure.Code.zipUnreadable), ("refused-cut-off.zip", .zipUnreadable),
        ("refused-damaged.zip", .zipUnreadable), ("refused-password.zip", .zipUnreadable),
        ("refused-empty.csv", .zipUnreadable), ("no-such.zip", .fileNotFound),
    ])
    func `a zip that cannot be read is refused`(file: String, code: FileFailure.Code) {
        #expect(failure(file)?.code == code)
    }

    @Test func `a zip that lies about its sizes gives no more than it declared, or is refused`() {
        #expect(failure("refused-lying-size.zip", UnpackLimits(totalBytes: 1_000))?.code != nil)
    }

    @Test(arguments: [(1_999_999, FileFailure.Code.zipTooLarge), (2_000_000, nil)])
    func `a zip may unpack to its limit and no further`(limit: Int, code: FileFailure.Code?) {
        #expect(failure("refused-zip-bomb.zip", UnpackLimits(totalBytes: limit))?.code == code)
    }

    @Test func `a large file that is packed too tightly is an attack`() {
        let limits = UnpackLimits(ratio: 200, ratioAppliesFrom: 1_000_000)
        #expect(failure("refused-zip-bomb.zip", limits)?.code == .zipTooLarge)
        #expect(failure("refused-zip-bomb.zip", UnpackLimits(ratio: 200, ratioAppliesFrom: 2_000_000)) == nil)
    }

    @Test func `a zip of too many files is refused`() {
        #expect(failure("valid-dataset.zip", UnpackLimits(entries: 5))?.code == .zipTooLarge)
        #expect(failure("valid-dataset.zip", UnpackLimits(entries: 6)) == nil)
    }

    private func text(of table: String, in folder: TableFolder) throws -> String {
        let source = try folder.open(#require(folder.table(named: table)))
        return String(decoding: try everything(source), as: UTF8.self)
    }

    private func everything(_ source: any ByteSource) throws(FileFailure) -> [UInt8] {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
        defer { chunk.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = try source.read(into: chunk)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    private func failure(_ file: String, _ limits: UnpackLimits = UnpackLimits()) -> FileFailure? {
        refusal { () throws(FileFailure) in
            let folder = try TableFolder(path: FormatFixture.path(file), limits: limits) { _ in }
            for table in folder.tables { _ = try everything(folder.open(table)) }
        }
    }
}
