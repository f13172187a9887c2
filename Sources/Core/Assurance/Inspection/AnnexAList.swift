/// One list of children a council hands over when an inspection begins: what it is called, whom it holds and its columns.
package struct AnnexAList: Hashable, Sendable {
    package let number: Int
    package let title: String
    /// Whom it holds, as its source says.
    package let scope: String
    package let columns: [String]
    /// For a column of codes, what the tools that read such lists call each: "a) Male", "q) 6: Police".
    package let codes: [String: [String]]

    package init(
        number: Int, title: String, scope: String, columns: [String], codes: [String: [String]] = [:]
    ) {
        self.number = number
        self.title = title
        self.scope = scope
        self.columns = columns
        self.codes = codes
    }

    /// What the tools call a value of a column; the value itself where they have no code for it, or more than one.
    ///
    /// - Parameter words: What a national code means, for columns whose codes are words: "Neglect" of NEG.
    package func lettered(_ value: String, meaning words: [String] = [], in column: String) -> String {
        let found = (codes[column] ?? []).filter { code in ([value] + words).contains { Self.isCode(code, of: $0) } }
        return found.count == 1 ? found[0] : value
    }

    /// The national code stands after the letter, before its words, or by itself: "q) 6: Police" is of "6", "a) WBRI" of "WBRI".
    private static func isCode(_ code: String, of value: String) -> Bool {
        guard !value.isEmpty else { return false }
        let words = withoutLetter(code)
        return [words, before(":", words), before(" - ", words)].contains { $0.lowercased() == value.lowercased() }
    }

    private static func withoutLetter(_ code: String) -> String {
        guard let bracket = code.firstIndex(of: ")"), code.distance(from: code.startIndex, to: bracket) <= 2 else {
            return code
        }
        return String(code[code.index(after: bracket)...].drop { $0 == " " })
    }

    private static func before(_ mark: String, _ words: String) -> String {
        words.firstRange(of: mark).map { String(words[..<$0.lowerBound]) } ?? words
    }
}
