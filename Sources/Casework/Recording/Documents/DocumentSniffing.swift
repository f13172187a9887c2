import ChildJourney
import FileFormats

extension DocumentType {
    /// What a file is by its bytes; nil for anything that is not on the list. What its name or a browser says is not asked.
    ///
    /// The first bytes are those of PDF 2.0 (ISO 32000-2), PNG (W3C) and JPEG (ITU T.81). A file that begins as one of these and goes
    /// on as another is told as the first: it is only ever handed over to be kept, and never shown in a page.
    package static func of(_ bytes: [UInt8], path: String) -> DocumentType? {
        func begins(_ first: [UInt8], at start: Int = 0) -> Bool { bytes.dropFirst(start).starts(with: first) }
        if begins(Array("%PDF-".utf8)) { return .pdf }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return begins(Array("IHDR".utf8), at: 12) ? .png : nil
        }
        if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins([0x50, 0x4B, 3, 4]) { return officeType(path) }
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return isOutlook(bytes) ? .msg : nil }
        return textType(bytes)
    }

    /// By the names of the parts (ECMA-376), of which none is unpacked. One with macros is not taken.
    private static func officeType(_ path: String) -> DocumentType? {
        guard let names = try? ZipNames.of(path: path, atMost: 5000), names.contains("[Content_Types].xml"),
            !names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") })
        else { return nil }
        switch (names.contains("word/document.xml"), names.contains("xl/workbook.xml")) {
        case (true, false): return .docx
        case (false, true): return .xlsx
        default: return nil
        }
    }

    /// A compound file (MS-CFB) with the names an Outlook message has (MS-OXMSG), written in two bytes a letter.
    private static func isOutlook(_ bytes: [UInt8]) -> Bool {
        let name: [UInt8] = "__properties_version1.0".utf8.flatMap { [$0, 0] as [UInt8] }
        // Names stand in the directory, at steps of 128 bytes.
        for at in stride(from: 512, to: bytes.count, by: 128) where bytes[at...].starts(with: name) { return true }
        return false
    }

    /// UTF-8 with no control characters but line ends, tabs and page ends; what begins as a page or a drawing for a browser is none.
    private static func textType(_ bytes: [UInt8]) -> DocumentType? {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || [9, 10, 12, 13].contains($0) }),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let written = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let first = written.first, first != "<" else { return nil }
        return isMail(bytes) ? .eml : .text
    }

    /// Begins with lines "Name: value" (RFC 5322), among them who it is from and when it was sent.
    private static func isMail(_ bytes: [UInt8]) -> Bool {
        var names: Set<String> = []
        for line in bytes.prefix(64 * 1024).split(separator: 10, omittingEmptySubsequences: false) {
            let line = line.last == 13 ? line.dropLast() : line
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 9 { continue }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return false }
            names.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
        }
        return names.contains("from") && names.contains("date")
    }
}
