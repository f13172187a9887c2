/// Walks a JSON text and hands over its texts, numbers and words one after another, each with the name of the member
/// it stands under. What nests is flattened.
///
/// The dataset's scripts glue these texts together from pieces, so that a quotation mark in a comment breaks them:
/// whatever came before the break has been handed over by then. Line breaks inside texts are let pass.
struct JSONScalars {
    /// The text is not JSON from here on.
    struct Malformed: Error {}

    struct Scalar {
        /// Empty in a list.
        let name: Cell
        /// Without its quotation marks, its escapes still in it.
        let value: Cell
    }

    private enum Expected {
        case value, valueOrEnd, name, nameOrEnd, commaOrEnd, nothing
    }

    private let bytes: Cell
    private var position = 0
    private var expected = Expected.value
    private var name = Cell(start: nil, count: 0)
    /// One bit for each open bracket: 1 for an object.
    private var open: UInt64 = 0
    private var depth = 0

    init(_ bytes: Cell) { self.bytes = bytes }

    /// The next scalar; nil at the end.
    mutating func next() throws(Malformed) -> Scalar? {
        while let byte = skipBlanks() {
            switch (byte, expected) {
            case (UInt8(ascii: "{"), .value), (UInt8(ascii: "{"), .valueOrEnd): try push(isObject: true)
            case (UInt8(ascii: "["), .value), (UInt8(ascii: "["), .valueOrEnd): try push(isObject: false)
            case (UInt8(ascii: "}"), .nameOrEnd), (UInt8(ascii: "]"), .valueOrEnd): try pop(byte)
            case (UInt8(ascii: "}"), .commaOrEnd), (UInt8(ascii: "]"), .commaOrEnd): try pop(byte)
            case (UInt8(ascii: ","), .commaOrEnd):
                position += 1
                expected = isInObject ? .name : .value
            case (UInt8(ascii: "\""), .name), (UInt8(ascii: "\""), .nameOrEnd): try takeName()
            case (_, .value), (_, .valueOrEnd): return try takeScalar(byte)
            default: throw Malformed()
            }
        }
        guard expected == .nothing else { throw Malformed() }
        return nil
    }

    private var isInObject: Bool { open & 1 == 1 }

    private mutating func skipBlanks() -> UInt8? {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func push(isObject: Bool) throws(Malformed) {
        guard depth < 32 else { throw Malformed() }
        depth += 1
        open = open << 1 | (isObject ? 1 : 0)
        position += 1
        expected = isObject ? .nameOrEnd : .valueOrEnd
        name = Cell(start: nil, count: 0)
    }

    private mutating func pop(_ byte: UInt8) throws(Malformed) {
        guard isInObject == (byte == UInt8(ascii: "}")) else { throw Malformed() }
        depth -= 1
        open >>= 1
        position += 1
        expected = depth == 0 ? .nothing : .commaOrEnd
    }

    private mutating func takeName() throws(Malformed) {
        name = try takeQuoted()
        guard skipBlanks() == UInt8(ascii: ":") else { throw Malformed() }
        position += 1
        expected = .value
    }

    private mutating func takeScalar(_ byte: UInt8) throws(Malformed) -> Scalar {
        let value = byte == UInt8(ascii: "\"") ? try takeQuoted() : try takeWord()
        expected = depth == 0 ? .nothing : .commaOrEnd
        return Scalar(name: isInObject ? name : Cell(start: nil, count: 0), value: value)
    }

    private mutating func takeQuoted() throws(Malformed) -> Cell {
        let start = position + 1
        position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { throw Malformed() }
        position += 1
        return Cell(rebasing: bytes[start..<position - 1])
    }

    /// A number, `true`, `false` or `null`; the last is handed over as empty.
    private mutating func takeWord() throws(Malformed) -> Cell {
        let start = position
        while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
        let word = Cell(rebasing: bytes[start..<position])
        guard let first = word.first else { throw Malformed() }
        if word.equals("null") { return Cell(rebasing: bytes[start..<start]) }
        let isNumber = first == UInt8(ascii: "-") || (first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9"))
        guard isNumber || word.equals("true") || word.equals("false") else { throw Malformed() }
        return word
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
