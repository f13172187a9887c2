/// What the first bytes of a table tell before its header is read.
enum DelimitedOpening {
    private static let lookAhead = 65_536

    /// Passes over a byte order mark and says what stands between cells.
    static func delimiter(_ window: inout ByteWindow) throws(FileFailure) -> UInt8 {
        repeat { try window.fill() } while window.unused.count < lookAhead && !window.isLast
        if window.unused.starts(with: [0xEF, 0xBB, 0xBF]) { window.start += 3 }
        guard !window.unused.prefix(4096).contains(0) else {
            throw FileFailure(
                .tableNotText, "This is not plain text. A workbook, or \"Unicode text\", must be saved as CSV first.")
        }
        return commonest(in: window.unused.prefix(lookAhead))
    }

    /// Whichever of comma, semicolon, tab and pipe stands most often, outside quotes, in the first line that has text.
    private static func commonest(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
        var counts = [Int](repeating: 0, count: 256)
        var isQuoted = false
        for byte in bytes.drop(while: isDelimitedBlank) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            counts[Int(byte)] += 1
        }
        var best = UInt8(ascii: ",")
        for candidate in [UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] where counts[Int(candidate)] > counts[Int(best)] {
            best = candidate
        }
        return best
    }
}
