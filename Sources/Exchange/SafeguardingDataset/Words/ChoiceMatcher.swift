import FileFormats

/// Finds which of a few numbered meanings a flag or a text has: the first that fits counts.
struct ChoiceMatcher: Sendable {
    private let flags: [(name: [UInt8], number: UInt8)]
    private let words: [(parts: Phrases, number: UInt8)]

    /// For each meaning in turn, its flags without `OUTCOME_` before and `_FLAG` behind, and its words.
    init(_ meanings: [(flags: [String], words: [String])]) {
        flags = meanings.enumerated().flatMap { index, meaning in
            meaning.flags.map { (Array($0.lowercased().utf8), UInt8(index + 1)) }
        }
        words = meanings.enumerated().map { (Phrases($0.element.words), UInt8($0.offset + 1)) }
    }

    /// `OUTCOME_NFA_FLAG` and `nfa` are one.
    func number(ofFlag name: Cell) -> UInt8 {
        let plain = Self.plain(name)
        for flag in flags where flag.name.count == plain.count {
            var index = 0
            while index < plain.count, asciiLowercase(plain[index]) == flag.name[index] { index += 1 }
            if index == plain.count { return flag.number }
        }
        return ChoiceFound.unrecognised
    }

    func number(ofText cell: Cell) -> UInt8 {
        let text = PlainWords(cell)
        for (parts, number) in words where text.contains(anyOf: parts) { return number }
        return ChoiceFound.unrecognised
    }

    static func isFlag(_ name: Cell) -> Bool {
        name.count > 5 && Cell(rebasing: name.suffix(5)).isWord("_flag")
    }

    private static func plain(_ name: Cell) -> Cell {
        var start = 0
        var end = name.count
        if end > 8, Cell(rebasing: name[0..<8]).isWord("outcome_") { start = 8 }
        if end - start > 5, Cell(rebasing: name[end - 5..<end]).isWord("_flag") { end -= 5 }
        return Cell(rebasing: name[start..<end])
    }
}

extension ChoiceMatcher {
    /// What a cell says: plain text, a text in quotation marks, a list of texts, or an object of flags.
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
                if scalar.value.saysNothing { continue }
                let number = number(scalar)
                if number != 0, found.number == 0 || number < found.number { found.number = number }
            }
        } catch {
            found.isMalformed = true
        }
        return found
    }

    private func number(_ scalar: JSONScalars.Scalar) -> UInt8 {
        guard !scalar.name.isEmpty else {
            let flag = number(ofFlag: scalar.value)
            return flag == ChoiceFound.unrecognised ? number(ofText: scalar.value) : flag
        }
        // A comment may say anything; only a flag that is set counts.
        guard YesNoText(scalar.value) == .yes else { return 0 }
        let number = number(ofFlag: scalar.name)
        return number == ChoiceFound.unrecognised && !Self.isFlag(scalar.name) ? 0 : number
    }
}
