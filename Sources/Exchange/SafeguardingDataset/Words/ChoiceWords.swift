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
    private let matcher: ChoiceMatcher
    /// How each meaning is written; nil where the dataset has no way to.
    private let texts: [String?]
    private let unrecognised: Value?

    /// `shape` is every flag of the object, as the dataset writes it.
    init(_ meanings: [Meaning], shape: [String] = [], unrecognised: Value? = nil) {
        self.meanings = meanings
        self.unrecognised = unrecognised
        matcher = ChoiceMatcher(meanings.map { ($0.flags, $0.words) })
        texts = meanings.map { meaning in
            guard let flag = meaning.flags.first, !shape.isEmpty else { return meaning.written }
            let members = shape.map { "\"\($0)\": \"\($0 == "\(flag)_FLAG" ? "Y" : "")\"" }
            return "{" + members.joined(separator: ", ") + ", \"TOTAL_NO_OF_OUTCOMES\": 1, \"COMMENTS\": \"\"}"
        }
    }

    func read(_ cell: Cell) -> ChoiceFound { matcher.read(cell) }

    func value(_ number: UInt8) -> Value? {
        if number == 0 { return nil }
        return number == ChoiceFound.unrecognised ? unrecognised : meanings[Int(number) - 1].value
    }

    /// How the dataset writes the first meaning that fits; nil when it has no way to.
    func written(_ fits: (Value) -> Bool) -> String? {
        meanings.indices.first { fits(meanings[$0].value) && texts[$0] != nil }.flatMap { texts[$0] }
    }
}
