import Casework
import ChildJourney
import Foundation
import Testing

/// What a file is by its bytes. The zips in `Fixtures/documents` were made by Python's own zipfile, not by the code under test.
@Suite struct DocumentSniffingTests {
    private func sniffed(_ name: String) throws -> DocumentType? {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let path = here.appending(path: "../../Fixtures/documents/\(name)").standardized.path
        return DocumentType.of([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    }

    @Test(arguments: [
        ("word.zip", DocumentType.docx), ("excel.zip", .xlsx), ("word-with-macros.zip", nil),
        ("word-and-excel.zip", nil), ("word-without-types.zip", nil), ("program.zip", nil),
        // 30 MB of noughts in 30 kB: told by its one name, with nothing unpacked.
        ("bomb.zip", nil),
    ])
    func `Office files are told by the names of their parts, and those with macros are none`(
        name: String, type: DocumentType?
    ) throws {
        #expect(try sniffed(name) == type)
    }

    @Test(arguments: [
        ("%PDF-2.0\n", DocumentType.pdf), ("Plain words.\r\n\tAnd more.", .text), ("żółć", .text),
        ("\u{FEFF}With a mark.", .text), ("From: a@example.org\r\nDate: Mon, 2 Nov 2026\r\n\r\nHello", .eml),
        ("Subject: x\n  folded\nDATE: y\nfrom: z\n\n<b>", .eml), ("From here: it is a note", .text),
        ("a < b", .text),
    ])
    func `text, mail and PDF are told by how they begin`(text: String, type: DocumentType) {
        #expect(DocumentType.of(Array(text.utf8), path: "/nowhere") == type)
    }

    @Test(arguments: [
        [UInt8](), [0xFF, 0xD8], Array("<?xml version=\"1.0\"?>".utf8), [0xEF, 0xBB, 0xBF],
        [0x41, 0x1B], [0xFE, 0xFF, 0, 0x41], Array("PK\u{5}\u{6}".utf8),
    ])
    func `anything else is nothing on the list`(bytes: [UInt8]) {
        #expect(DocumentType.of(bytes, path: "/nowhere") == nil)
    }

    @Test func `an Outlook message is told from other files of the same container`() {
        let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
        let name: [UInt8] = "__properties_version1.0".utf8.flatMap { [$0, 0] as [UInt8] }
        let rest = [UInt8](repeating: 0, count: 300)
        #expect(DocumentType.of(container + name + rest, path: "/nowhere") == .msg)
        #expect(DocumentType.of(container + [0] + name + rest, path: "/nowhere") == nil)
        #expect(DocumentType.of(container + rest, path: "/nowhere") == nil)
        #expect(DocumentType.of(container + name.dropLast(2), path: "/nowhere") == nil, "cut off in the name")
    }

    @Test func `pictures are told by their first bytes`() {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR<html>".utf8)
        #expect(DocumentType.of(png, path: "/nowhere") == .png)
        #expect(DocumentType.of([0xFF, 0xD8, 0xFF, 0xE0], path: "/nowhere") == .jpeg)
    }
}
