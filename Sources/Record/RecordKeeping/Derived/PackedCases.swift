import Measures
import WorkingDays

/// What the measures count of one child, as bytes: a bit for each measure, what lasts of the child, the words used, and
/// then case by case in variable-length numbers. Derived, so a form nobody reads any more is made again.
package struct PackedCases: Sendable {
    /// The first byte; another form has another.
    private static let form: UInt8 = 1
    private static let headLength = 9

    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ cases: [MeasureCase]) {
        var words: [String] = []
        var places: [String: Int] = [:]
        func place(_ word: String?) -> Int {
            guard let word else { return 0 }
            if let known = places[word] { return known }
            words.append(word)
            places[word] = words.count
            return words.count
        }
        var mask: UInt64 = 0
        var body = PackedNumbers()
        var count = 0
        for found in cases {
            guard let number = MeasureNumbers.number(of: found.measure), number < 64 else {
                preconditionFailure("\(found.measure) has no number to be stored under.")
            }
            mask |= 1 << UInt64(number)
            count += 1
            body.put(number)
            body.put(signed: Int(found.from.number))
            body.put(found.until.map { $0 - found.from + 1 } ?? 0)
            body.put(signed: found.amount)
            body.put(place(found.team))
            body.put(place(found.worker))
            body.put(Self.place(of: found.traits.age))
            body.put(place(found.traits.need))
        }
        var made = PackedNumbers()
        made.bytes.append(Self.form)
        for shift in 0..<8 { made.bytes.append(UInt8(truncatingIfNeeded: mask >> UInt64(shift * 8))) }
        let lasting = cases.first?.traits ?? MeasureTraits()
        made.put(Self.place(of: lasting.ethnicity))
        made.put(Self.place(of: lasting.disability))
        made.put(words.count)
        for word in words {
            made.put(word.utf8.count)
            made.bytes += Array(word.utf8)
        }
        made.put(count)
        bytes = made.bytes + body.bytes
    }

    /// Whether there is anything of the measure, told from the head alone.
    package static func mayHold(_ number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > headLength, bytes[0] == form else { return true }
        return bytes[1 + number / 8] >> UInt8(number % 8) & 1 == 1
    }

    /// The cases, those of one measure alone where it is named.
    package func cases(of only: MeasureID? = nil) throws(StoreFailure) -> [MeasureCase] {
        guard bytes.count >= Self.headLength, bytes[0] == Self.form else { throw .damaged(table: "measure_cases") }
        var reader = PackedNumbers.Reader(bytes: bytes, at: Self.headLength)
        guard let ethnicity = Self.item(EthnicGroup.allCases, reader.number()),
            let disability = Self.item(DisabilityGroup.allCases, reader.number())
        else { throw .damaged(table: "measure_cases") }
        let wordsAt = reader.at
        reader.skipWords(reader.number())
        // Few children have a case of the measure asked for: what nobody asked for is stepped over, and no word made of it.
        var known: [String]?
        let wanted = only.flatMap(MeasureNumbers.number)
        let count = reader.number()
        var cases: [MeasureCase] = []
        for _ in 0..<count {
            guard !reader.isOver else { throw .damaged(table: "measure_cases") }
            let number = reader.number()
            if only != nil, number != wanted {
                reader.skip(7)
                continue
            }
            let words = known ?? reader.words(at: wordsAt)
            known = words
            let measure = MeasureNumbers.measure(number)
            let from = Day(number: Int32(truncatingIfNeeded: reader.signed()))
            let length = reader.number()
            let amount = reader.signed()
            let team = Self.item(words, reader.number() - 1)
            let worker = Self.item(words, reader.number() - 1)
            guard let measure, let age = Self.item(AgeBand.allCases, reader.number()) else {
                throw .damaged(table: "measure_cases")
            }
            let need = Self.item(words, reader.number() - 1) ?? ""
            cases.append(
                MeasureCase(
                    measure: measure, from: from, until: length == 0 ? nil : from + (length - 1), amount: amount,
                    team: team, worker: worker,
                    traits: MeasureTraits(age: age, need: need, ethnicity: ethnicity, disability: disability)))
        }
        guard !reader.isBroken else { throw .damaged(table: "measure_cases") }
        return cases
    }

    private static func place<Item: Equatable & CaseIterable>(of item: Item) -> Int {
        Array(Item.allCases).firstIndex(of: item) ?? 0
    }

    private static func item<Item>(_ items: [Item], _ place: Int) -> Item? {
        items.indices.contains(place) ? items[place] : nil
    }
}

/// Whole numbers, seven bits to a byte, the lowest first.
private struct PackedNumbers {
    var bytes: [UInt8] = []

    mutating func put(_ number: Int) {
        var left = UInt64(bitPattern: Int64(number))
        while left > 0x7F {
            bytes.append(UInt8(left & 0x7F) | 0x80)
            left >>= 7
        }
        bytes.append(UInt8(left))
    }

    /// One that may be below nought.
    mutating func put(signed number: Int) { put((number << 1) ^ (number >> 63)) }

    struct Reader {
        let bytes: [UInt8]
        var at: Int
        /// Read past the end.
        private(set) var isBroken = false

        init(bytes: [UInt8], at: Int) {
            self.bytes = bytes
            self.at = at
        }

        var isOver: Bool { at >= bytes.count }

        mutating func number() -> Int {
            var number: UInt64 = 0
            var shift: UInt64 = 0
            while at < bytes.count, shift < 64 {
                let byte = bytes[at]
                at += 1
                number |= UInt64(byte & 0x7F) << shift
                if byte & 0x80 == 0 { return Int(Int64(bitPattern: number)) }
                shift += 7
            }
            isBroken = true
            return 0
        }

        mutating func signed() -> Int {
            let number = number()
            return Int(bitPattern: UInt(bitPattern: number) >> 1) ^ -(number & 1)
        }

        /// Steps over so many numbers.
        mutating func skip(_ count: Int) {
            var left = count
            while left > 0, at < bytes.count {
                if bytes[at] & 0x80 == 0 { left -= 1 }
                at += 1
            }
            if left > 0 { isBroken = true }
        }

        /// Steps over so many words.
        mutating func skipWords(_ count: Int) {
            for _ in 0..<max(count, 0) {
                guard let word = word() else { return }
                at = word.upperBound
            }
        }

        /// The words that stand from a place on, with their count before them. Nothing else of the reader changes.
        func words(at place: Int) -> [String] {
            var reader = Reader(bytes: bytes, at: place)
            return (0..<max(reader.number(), 0)).compactMap { _ in
                guard let word = reader.word() else { return nil }
                reader.at = word.upperBound
                return String(decoding: bytes[word], as: UTF8.self)
            }
        }

        private mutating func word() -> Range<Int>? {
            let length = number()
            guard length >= 0, at + length <= bytes.count, !isBroken else {
                isBroken = true
                return nil
            }
            return at..<at + length
        }
    }
}
