/// A table as comma-separated values (RFC 4180), begun with a byte order mark so that a spreadsheet reads it as UTF-8.
struct CSVText {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(header: [String]) {
        row(header)
    }

    mutating func row(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: CSVText.harmless(cell).replacing("\"", with: "\"\"").utf8)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: [13, 10])
    }

    /// A spreadsheet works out a cell that begins like a formula; an apostrophe before it makes it words.
    private static func harmless(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first else { return cell }
        return "=+-@\t\r".unicodeScalars.contains(first) ? "'" + cell : cell
    }
}
