import ChildJourney
import Concerns
import Duties
import WorkingDays

/// Children with something to show, kept in some tens of bytes a concern until all have been seen and can be ranked: a
/// million children must fit where a thousand do.
struct PackedChildren: Sendable {
    /// Bytes in one piece: growing never copies more.
    private static let pieceSize = 64 << 10

    /// Where a child's bytes are, and where the child ranks.
    struct Place: Sendable {
        let rank: Rank?
        let part: Int32
        let piece: Int32
        let offset: Int32
    }

    /// What one thread packed: bytes, and the words they name by number.
    private struct Part: Sendable {
        var pieces: [[UInt8]] = []
        var words: [String] = []
        var numbers: [String: Int] = [:]
    }

    private(set) var places: [Place] = []
    private var parts = [Part()]

    mutating func append(_ child: CheckedChild) {
        if parts[0].pieces.last.map({ $0.count > Self.pieceSize - 4096 }) ?? true {
            parts[0].pieces.append([])
            parts[0].pieces[parts[0].pieces.count - 1].reserveCapacity(Self.pieceSize)
        }
        let piece = parts[0].pieces.count - 1
        places.append(
            Place(
                rank: child.rank, part: 0, piece: Int32(piece), offset: Int32(parts[0].pieces[piece].count)))
        put(text: child.id)
        put(child.standing.count)
        put(child.over.count)
        for concern in child.standing { put(concern) }
        for concern in child.over { put(concern) }
    }

    mutating func merge(_ other: PackedChildren) {
        let moved = Int32(parts.count)
        parts += other.parts
        places += other.places.map {
            Place(rank: $0.rank, part: $0.part + moved, piece: $0.piece, offset: $0.offset)
        }
    }

    /// Most urgent first; those who rank alike by their ids.
    mutating func sort() {
        let parts = parts
        places.sort { left, right in
            switch (left.rank, right.rank) {
            case (let first?, let second?) where first != second: return first < second
            case (nil, _?): return false
            case (_?, nil): return true
            default:
                var (first, second) = (Reader(parts, left), Reader(parts, right))
                return first.text() < second.text()
            }
        }
    }

    func child(at place: Place) -> CheckedChild {
        var reader = Reader(parts, place)
        let id = reader.text()
        let (standing, over) = (reader.number(), reader.number())
        return CheckedChild(
            id: id, rank: place.rank, standing: (0..<standing).map { _ in reader.concern() },
            over: (0..<over).map { _ in reader.concern() })
    }

    // MARK: Writing

    private mutating func put(_ concern: Concern) {
        put(word: concern.code.text)
        put(word: concern.limb)
        put(concern.kind.number)
        put(word: concern.about.kind.rawValue)
        put(Int(concern.about.on.number))
        put(text: concern.about.id.text)
        put(Int(concern.clockStart.number))
        put(concern.due)
        put(Int(concern.onset.number))
        put(concern.clearedOn)
        put(concern.endedOn)
        put(word: concern.ending?.rawValue ?? "")
        put(concern.baseLevel)
        put(concern.raisedFrom)
        put(word: concern.standard?.text ?? "")
        put(concern.evidence.count)
        for evidence in concern.evidence {
            put(word: evidence.kind.rawValue)
            put(evidence.on)
            put(Int(evidence.place))
            put(word: evidence.says)
        }
        put(concern.numbers.count)
        for number in concern.numbers { put(number) }
        put((concern.inToday ? 1 : 0) + (concern.noLongerInSource ? 2 : 0))
    }

    /// Seven bits a byte, the sign in the lowest.
    private mutating func put(_ number: Int) {
        let last = parts[0].pieces.count - 1
        var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
        while rest > 0x7F {
            parts[0].pieces[last].append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        parts[0].pieces[last].append(UInt8(rest))
    }

    /// A day that may be missing, which is written as a number no day has.
    private mutating func put(_ day: Day?) {
        guard let day else { return put(Int(Int32.max) + 1) }
        put(Int(day.number))
    }

    private mutating func put(text: String) {
        put(text.utf8.count)
        let last = parts[0].pieces.count - 1
        parts[0].pieces[last].append(contentsOf: text.utf8)
    }

    /// One of a few words that come again and again.
    private mutating func put(word: String) {
        if let known = parts[0].numbers[word] { return put(known) }
        let number = parts[0].words.count
        parts[0].words.append(word)
        parts[0].numbers[word] = number
        put(number)
    }

    // MARK: Reading

    private struct Reader {
        private let bytes: [UInt8]
        private let words: [String]
        private var at: Int

        init(_ parts: [Part], _ place: Place) {
            let part = parts[Int(place.part)]
            bytes = part.pieces[Int(place.piece)]
            words = part.words
            at = Int(place.offset)
        }

        mutating func number() -> Int {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while true {
                let byte = bytes[at]
                at += 1
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
        }

        mutating func text() -> String {
            let count = number()
            defer { at += count }
            return String(decoding: bytes[at..<at + count], as: UTF8.self)
        }

        mutating func concern() -> Concern {
            let code = ConcernCode(word())
            let limb = word()
            let kind = ConcernKind.allCases[number()]
            let about = About(recordKind(), on: day(), id: RecordID(text()))
            let clockStart = day()
            let due = dayIfAny()
            let onset = day()
            let (cleared, ended) = (dayIfAny(), dayIfAny())
            let ending = Ending(rawValue: word())
            let level = number()
            let raised = dayIfAny()
            let standard = word()
            let evidence = (0..<number()).map { _ in
                Evidence(recordKind(), on: dayIfAny(), place: Int64(number()), says: word())
            }
            let numbers = (0..<number()).map { _ in number() }
            let flags = number()
            var concern = Concern(
                code: code, limb: limb, kind: kind, about: about, clockStart: clockStart, due: due, onset: onset,
                clearedOn: cleared, endedOn: ended, ending: ending, baseLevel: level, raisedFrom: raised,
                standard: standard.isEmpty ? nil : LimitID(standard), evidence: evidence, numbers: numbers,
                inToday: flags & 1 == 1)
            concern.noLongerInSource = flags & 2 == 2
            return concern
        }

        private mutating func word() -> String { words[number()] }
        private mutating func day() -> Day { Day(number: Int32(truncatingIfNeeded: number())) }

        private mutating func dayIfAny() -> Day? {
            let number = number()
            return number > Int(Int32.max) ? nil : Day(number: Int32(truncatingIfNeeded: number))
        }

        private mutating func recordKind() -> RecordKind {
            guard let kind = RecordKind(rawValue: word()) else { preconditionFailure("packed here, so it is a kind") }
            return kind
        }
    }
}

extension ConcernKind {
    fileprivate var number: Int { ConcernKind.allCases.firstIndex(of: self) ?? 0 }
}

/// The children of a report, most urgent first, unpacked one at a time.
package struct FoundChildren: Sequence, Sendable {
    private let packed: PackedChildren

    init(_ packed: PackedChildren) {
        var packed = packed
        packed.sort()
        self.packed = packed
    }

    package func makeIterator() -> some IteratorProtocol<CheckedChild> {
        packed.places.lazy.map { packed.child(at: $0) }.makeIterator()
    }
}
