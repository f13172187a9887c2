import FileFormats

/// The words and flags by which a column says one of a few things, the one that matters most first: where a cell says
/// several, the first of them counts.
final class ChoiceWords<Value: Sendable>: ChoiceReading {
    struct Meaning: Sendable {
        let value: Value
        /// Members of a flag object, without `OUTCOME_` before and `_FLAG` behind.
        let flags: [String]
        /// Parts of a text, as `PlainWords` has it.
        let words: [String]
        /// How the dataset's code set writes it.
        let written: String?

        init(_ value: Value, flags: [String] = [], words: [String] = [], written: String? = nil) {
            self.value = value
            self.flags = flags
            self.words = words
            self.written = written
        }
    }

    private let meanings: [Meaning]
    /// Every member of the flag object, as the dataset writes it, and the text for each meaning.
    private let texts: [String?]
    private let unrecognised: Value?

    init(_ meanings: [Meaning], shape: [String] = [], unrecognised: Value? = nil) {
        self.meanings = meanings
        self.unrecognised = unrecognised
        texts = meanings.map { meaning in
            guard let flag = meaning.flags.first, !shape.isEmpty else { return meaning.written }
            let members = shape.map { "\"\($0)\": \"\(Self.plain(Array($0.utf8)) == flag ? "Y" : "")\"" }
            return "{" + members.joined(separator: ", ") + ", \"TOTAL_NO_OF_OUTCOMES\": 1, \"COMMENTS\": \"\"}"
        }
    }

    func value(_ number: UInt8) -> Value? {
        if number == 0 { return nil }
        return number == ChoiceFound.unrecognised ? unrecognised : meanings[Int(number) - 1].value
    }

    /// How the dataset writes the first meaning that fits; nil when it has no way to.
    func written(_ fits: (Value) -> Bool) -> String? {
        meanings.indices.first { fits(meanings[$0].value) && texts[$0] != nil }.flatMap { texts[$0] }
    }

    func read(_ cell: Cell) -> ChoiceFound {
        switch cell[0] {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): readJSON(cell)
        default: ChoiceFound(number: number(ofText: cell))
        }
    }

    private func readJSON(_ cell: Cell) -> ChoiceFound {
        var found = ChoiceFound.nothing
        var scalars = JSONScalars(cell)
        do {
            while let scalar = try scalars.next() {
                let number = number(scalar)
                if number != 0, found.number == 0 || number < found.number { found.number = number }
            }
        } catch {
            found.isMalformed = true
        }
        return found
    }

    private func number(_ scalar: JSONScalars.Scalar) -> UInt8 {
        if scalar.value.saysNothing { return 0 }
        guard !scalar.name.isEmpty else {
            let flag = number(ofFlag: scalar.value)
            return flag == ChoiceFound.unrecognised ? number(ofText: scalar.value) : flag
        }
        // A comment may say anything; only a flag that is set counts.
        guard YesNoText(scalar.value) == .yes else { return 0 }
        let isFlag = scalar.name.count > 5 && Cell(rebasing: scalar.name.suffix(5)).isWord("_flag")
        let number = number(ofFlag: scalar.name)
        return number == ChoiceFound.unrecognised && !isFlag ? 0 : number
    }

    private func number(ofFlag name: Cell) -> UInt8 {
        let plain = Self.plain(name)
        let index = meanings.firstIndex { $0.flags.contains(plain) }
        return index.map { UInt8($0 + 1) } ?? ChoiceFound.unrecognised
    }

    private func number(ofText cell: Cell) -> UInt8 {
        let words = PlainWords(cell)
        let index = meanings.firstIndex { words.contains(anyOf: $0.words) }
        return index.map { UInt8($0 + 1) } ?? ChoiceFound.unrecognised
    }

    /// `OUTCOME_NFA_FLAG` and `nfa` are one.
    private static func plain(_ name: some Collection<UInt8>) -> String {
        var plain = String(decoding: name, as: UTF8.self).uppercased()
        if plain.hasPrefix("OUTCOME_") { plain.removeFirst(8) }
        if plain.hasSuffix("_FLAG") { plain.removeLast(5) }
        return plain
    }
}
