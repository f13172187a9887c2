/// A JSON text taken apart: where each value stands among the bytes, with nothing copied until it is asked for.
struct StoredText {
    enum Value {
        case null
        case truth(Bool)
        case whole(Int64)
        /// Between the quotation marks, escapes not yet undone.
        case text(Range<Int>, escaped: Bool)
        case array([Value])
        case object([(key: Range<Int>, value: Value)])
    }

    /// The text is not JSON as this program writes it.
    struct Malformed: Error {
        let at: Int
    }

    let bytes: [UInt8]
    let root: Value

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        root = try bytes.withUnsafeBufferPointer { buffer in
            var scanner = Scanner(bytes: buffer)
            let value = try scanner.value(depth: 0)
            scanner.skipSpaces()
            guard scanner.at == buffer.count else { throw Malformed(at: scanner.at) }
            return value
        }
    }

    func string(_ range: Range<Int>, escaped: Bool) throws -> String {
        guard escaped else { return String(decoding: bytes[range], as: UTF8.self) }
        return try JSONEscapes.undo(bytes[range])
    }

    func isKey(_ range: Range<Int>, _ key: String) -> Bool {
        range.count == key.utf8.count && bytes[range].elementsEqual(key.utf8)
    }
}

/// Reads JSON values from bytes, from left to right.
private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func skipSpaces() {
        while at < bytes.count, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) { at += 1 }
    }

    mutating func value(depth: Int) throws -> StoredText.Value {
        guard depth < 64 else { throw StoredText.Malformed(at: at) }
        skipSpaces()
        guard at < bytes.count else { throw StoredText.Malformed(at: at) }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""):
            let (range, escaped) = try quoted()
            return .text(range, escaped: escaped)
        case UInt8(ascii: "t"): return try word(JSONText.yes, .truth(true))
        case UInt8(ascii: "f"): return try word(JSONText.no, .truth(false))
        case UInt8(ascii: "n"): return try word(JSONText.null, .null)
        default: return try whole()
        }
    }

    private mutating func object(depth: Int) throws -> StoredText.Value {
        at += 1
        var members: [(key: Range<Int>, value: StoredText.Value)] = []
        skipSpaces()
        if take(UInt8(ascii: "}")) { return .object(members) }
        members.reserveCapacity(8)
        while true {
            skipSpaces()
            let key = try quoted().0
            skipSpaces()
            try expect(UInt8(ascii: ":"))
            members.append((key, try value(depth: depth + 1)))
            skipSpaces()
            if take(UInt8(ascii: ",")) { continue }
            try expect(UInt8(ascii: "}"))
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws -> StoredText.Value {
        at += 1
        var elements: [StoredText.Value] = []
        skipSpaces()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpaces()
            if take(UInt8(ascii: ",")) { continue }
            try expect(UInt8(ascii: "]"))
            return .array(elements)
        }
    }

    private mutating func quoted() throws -> (Range<Int>, Bool) {
        try expect(UInt8(ascii: "\""))
        let start = at
        var escaped = false
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            if bytes[at] == UInt8(ascii: "\\") {
                escaped = true
                at += 1
            }
            at += 1
        }
        guard at < bytes.count else { throw StoredText.Malformed(at: at) }
        at += 1
        return (start..<at - 1, escaped)
    }

    private mutating func whole() throws -> StoredText.Value {
        let start = at
        let negative = take(UInt8(ascii: "-"))
        var number: Int64 = 0
        let digits = at
        while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
            let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, more) = tens.subtractingReportingOverflow(Int64(bytes[at] - UInt8(ascii: "0")))
            guard !overflow, !more else { throw StoredText.Malformed(at: start) }
            number = sum
            at += 1
        }
        guard at > digits, negative || number != .min else { throw StoredText.Malformed(at: start) }
        return .whole(negative ? number : -number)
    }

    private mutating func word(_ word: [UInt8], _ value: StoredText.Value) throws -> StoredText.Value {
        guard bytes.count - at >= word.count, bytes[at..<at + word.count].elementsEqual(word) else {
            throw StoredText.Malformed(at: at)
        }
        at += word.count
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard take(byte) else { throw StoredText.Malformed(at: at) }
    }
}
