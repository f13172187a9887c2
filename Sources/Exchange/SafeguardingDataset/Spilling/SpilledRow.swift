import ChildJourney
import WorkingDays

/// A spilled row being read back: each call takes the next field.
struct SpilledRow {
    private let start: UnsafeRawPointer
    private var next: UnsafeRawPointer

    init(_ start: UnsafeRawPointer) {
        self.start = start
        next = start + RowBuffer.headSize
    }

    static func length(at start: UnsafeRawPointer) -> Int { Int(start.loadUnaligned(as: UInt32.self)) }

    var personFingerprint: UInt64 { start.loadUnaligned(fromByteOffset: 4, as: UInt64.self) }
    var order: RowOrder { RowOrder(packed: start.loadUnaligned(fromByteOffset: 12, as: UInt64.self)) }
    var keyFingerprint: UInt64 { start.loadUnaligned(fromByteOffset: 20, as: UInt64.self) }

    /// The bytes of the next text; nil when there is none. The person and the key come before the fields.
    mutating func cell() -> Cell? {
        var length = 0
        var shift = 0
        while true {
            let byte = takeByte()
            length |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        guard length > 0 else { return nil }
        let cell = Cell(start: next.assumingMemoryBound(to: UInt8.self), count: length - 1)
        next += length - 1
        return cell
    }

    mutating func text() -> String? { cell()?.text }

    mutating func link() -> RecordID? { text().map { RecordID($0) } }

    mutating func list() -> [String]? {
        cell()?.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func day() -> Day? {
        let value = takeNumber()
        return value == RowBuffer.noDay ? nil : Day(number: value)
    }

    /// The day without which the row would have been set aside.
    mutating func neededDay() -> Day {
        guard let day = day() else { preconditionFailure("A row without its day was not set aside.") }
        return day
    }

    mutating func number() -> Int? {
        let value = takeNumber()
        return value == RowBuffer.noDay ? nil : Int(value)
    }

    mutating func flag() -> Bool? {
        switch takeByte() {
        case 1: false
        case 2: true
        default: nil
        }
    }

    mutating func choiceNumber() -> UInt8 { takeByte() }

    mutating func choice<Value>(_ words: ChoiceWords<Value>) -> Value? { words.value(takeByte()) }

    private mutating func takeByte() -> UInt8 {
        defer { next += 1 }
        return next.load(as: UInt8.self)
    }

    private mutating func takeNumber() -> Int32 {
        defer { next += 4 }
        return next.loadUnaligned(as: Int32.self)
    }
}
