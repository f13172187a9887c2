/// Undoing the escapes of a JSON string, those this program never writes included.
enum JSONEscapes {
    static func undo(_ source: ArraySlice<UInt8>) throws -> String {
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var at = source.startIndex
        while at < source.endIndex {
            guard source[at] == UInt8(ascii: "\\") else {
                result.append(source[at])
                at += 1
                continue
            }
            at += 1
            guard at < source.endIndex else { throw StoredText.Malformed(at: at) }
            if source[at] == UInt8(ascii: "u") {
                try appendUnicode(source, &at, to: &result)
            } else {
                result.append(try plain(source[at], at: at))
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func plain(_ letter: UInt8, at: Int) throws -> UInt8 {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: throw StoredText.Malformed(at: at)
        }
    }

    /// `at` stands on the `u`; a character beyond the first plane comes as two escapes.
    private static func appendUnicode(_ source: ArraySlice<UInt8>, _ at: inout Int, to result: inout [UInt8]) throws {
        var units = [try unit(source, &at)]
        if UTF16.isLeadSurrogate(units[0]) {
            guard at + 1 < source.endIndex, source[at] == UInt8(ascii: "\\"), source[at + 1] == UInt8(ascii: "u") else {
                throw StoredText.Malformed(at: at)
            }
            at += 1
            units.append(try unit(source, &at))
        }
        result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    }

    private static func unit(_ source: ArraySlice<UInt8>, _ at: inout Int) throws -> UInt16 {
        guard at + 5 <= source.endIndex else { throw StoredText.Malformed(at: at) }
        let digits = source[(at + 1)..<(at + 5)]
        guard let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw StoredText.Malformed(at: at)
        }
        at += 5
        return unit
    }
}
