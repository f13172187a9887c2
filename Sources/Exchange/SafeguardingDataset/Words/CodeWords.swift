import FileFormats

/// The national codes of a column, and the words some case systems write in their place.
final class CodeWords: Sendable {
    private let codes: [(lower: [UInt8], code: String)]
    private let words: [(part: Phrases, code: String)]

    init(_ codes: [String], words: [(part: String, code: String)] = []) {
        self.codes = codes.map { (Array($0.lowercased().utf8), $0) }
        self.words = words.map { (Phrases([$0.part]), $0.code) }
    }

    /// The code a cell stands for: `RC7`, `rc7` and `RC7 - Services ceased` are one. Nil when none is found.
    func code(_ cell: Cell) -> String? {
        for (lower, code) in codes where Self.begins(cell, with: lower) { return code }
        guard !words.isEmpty else { return nil }
        let plain = PlainWords(cell)
        return words.first { plain.contains(anyOf: $0.part) }?.code
    }

    private static func begins(_ cell: Cell, with code: [UInt8]) -> Bool {
        guard cell.count >= code.count else { return false }
        for index in code.indices where asciiLowercase(cell[index]) != code[index] { return false }
        guard cell.count > code.count else { return true }
        let next = asciiLowercase(cell[code.count])
        return !(next >= 97 && next <= 122) && !(next >= 48 && next <= 57)
    }
}

extension CodeWords {
    static let sex = CodeWords(
        ["M", "F", "U", "1", "2", "0", "9", "I"],
        words: [(" male ", "M"), (" female ", "F"), ("unknown", "U"), ("indeterminate", "U"), ("not known", "U")])

    static let primaryNeed = CodeWords(
        (0...9).map { "N\($0)" },
        words: [
            ("abuse", "N1"), ("neglect", "N1"), ("parental", "N3"), ("parents disability", "N3"),
            ("disability", "N2"),
            ("acute stress", "N4"), ("dysfunction", "N5"), ("unacceptable", "N6"), ("low income", "N7"),
            ("absent parent", "N8"), ("not stated", "N0"), ("other than", "N9"),
        ])

    /// Code set SSD052.
    static let closureReason = CodeWords(
        (1...9).map { "RC\($0)" },
        words: [
            ("adopted", "RC1"), (" died", "RC2"), ("deceased", "RC2"), ("child arrangements", "RC3"),
            ("residence order", "RC3"), ("special guardianship", "RC4"), ("another local authority", "RC5"),
            ("other local authority", "RC5"), ("adult social", "RC6"), ("adult services", "RC6"),
            ("early help", "RC9"), ("no further action", "RC8"), ("any other reason", "RC7"),
            ("no longer in need", "RC7"),
        ])

    /// Two categories in one cell are the national "multiple".
    static let abuse = CodeWords(
        ["NEG", "PHY", "SAB", "EMO", "MUL"],
        words: [
            ("multiple", "MUL"), ("neglect emotional", "MUL"), ("neglect physical", "MUL"), ("neglect sexual", "MUL"),
            ("abuse neglect", "MUL"), ("abuse emotional", "MUL"), ("abuse physical", "MUL"), ("abuse sexual", "MUL"),
            (" and ", "MUL"), ("neglect", "NEG"), ("physical", "PHY"), ("sexual", "SAB"), ("emotional", "EMO"),
        ])

    /// Reasons a period in care ended. `X1` means that the next one follows at once.
    static let careCeased = CodeWords(
        [
            "X1", "E11", "E12", "E13", "E14", "E15", "E16", "E17", "E2", "E3", "E41", "E4A", "E4B", "E45", "E46",
            "E47",
            "E48", "E5", "E6", "E7", "E8", "E9",
        ],
        words: [("dispensed", "E12"), ("adopted", "E11"), (" died", "E2")])
}
