/// A table as comma-separated values (RFC 4180), every cell quoted.
package struct CSVText {
    package private(set) var bytes: [UInt8] = []

    /// Begun with a byte order mark, a spreadsheet reads it as UTF-8; a program may take the mark for part of a name.
    package init(header: [String], marked: Bool) {
        if marked { bytes = [0xEF, 0xBB, 0xBF] }
        row(header)
    }

    package mutating func row(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            if CSVText.isFormula(cell) { bytes.append(UInt8(ascii: "'")) }
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: [13, 10])
    }

    /// A spreadsheet works out a cell that begins like a formula; an apostrophe before it makes it words.
    private static func isFormula(_ cell: String) -> Bool {
        guard let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first) else { return false }
        return Int(cell) == nil
    }
}
