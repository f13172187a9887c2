/// Texts as JSON writes them between quotation marks.
enum JSONText {
    /// Adds a text with its escapes undone. A damaged escape is left as it stands.
    static func append(_ cell: Cell, to text: inout [UInt8]) {
        var index = 0
        while index < cell.count {
            guard cell[index] == UInt8(ascii: "\\"), index + 1 < cell.count else {
                text.append(cell[index])
                index += 1
                continue
            }
            if cell[index + 1] == UInt8(ascii: "u"), let unit = unit(cell, at: index + 2) {
                index += 6 + appendScalar(unit, cell, after: index + 6, to: &text)
            } else {
                text.append(meaning(ofEscaped: cell[index + 1]))
                index += 2
            }
        }
    }

    /// A text with quotation marks around it.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func meaning(ofEscaped byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"), UInt8(ascii: "f"): 0x20
        default: byte
        }
    }

    /// Returns how many more bytes were used: those of the second half of a pair.
    private static func appendScalar(
        _ unit: UInt32, _ cell: Cell, after index: Int, to text: inout [UInt8]
    ) -> Int {
        var value = unit
        var used = 0
        if (0xD800..<0xDC00).contains(unit), index + 1 < cell.count, cell[index] == UInt8(ascii: "\\"),
            cell[index + 1] == UInt8(ascii: "u"), let low = self.unit(cell, at: index + 2),
            (0xDC00..<0xE000).contains(low)
        {
            value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            used = 6
        }
        text.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
        return used
    }

    private static func unit(_ cell: Cell, at index: Int) -> UInt32? {
        guard index + 4 <= cell.count else { return nil }
        return UInt32(String(decoding: cell[index..<index + 4], as: UTF8.self), radix: 16)
    }
}
