/// The few rules of writing JSON text, straight into bytes.
enum JSONText {
    static let null: [UInt8] = Array("null".utf8)
    static let yes: [UInt8] = Array("true".utf8)
    static let no: [UInt8] = Array("false".utf8)

    /// Quotes and escapes: quotation mark, backslash and control characters, and nothing else, so that the same text
    /// always has the same bytes.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { source in
            if source.contains(where: needsEscape) {
                for byte in source { appendEscaped(byte, to: &bytes) }
            } else {
                bytes.append(contentsOf: source)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func append(_ number: some BinaryInteger, to bytes: inout [UInt8]) {
        var digits = String(number)
        digits.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard needsEscape(byte) else { return bytes.append(byte) }
        bytes.append(UInt8(ascii: "\\"))
        guard byte < 0x20 else { return bytes.append(byte) }
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: [
            UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), hex[Int(byte >> 4)], hex[Int(byte & 15)],
        ])
    }
}
