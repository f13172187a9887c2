/// Words that stand beside each other in texts, to be held against the names of many people one after another.
///
/// A person is named where two different parts of their name are neighbours, whichever comes first: "Tamar Okoro", "OKORO, Tamar". A
/// forename alone says of one child among thousands next to nothing, and every second name is a word too; it is not looked for.
package struct NeighbouringNames: Sendable {
    /// Of each word: those beside it, and in which texts.
    private var beside: [String: [String: Set<Int>]] = [:]

    package init(_ texts: [String]) {
        for (place, text) in texts.enumerated() {
            let words = NameText.parts(text)
            for (one, next) in zip(words, words.dropFirst()) {
                for left in Self.forms(one) { for right in Self.forms(next) { add(left, right, place) } }
            }
        }
    }

    private mutating func add(_ one: String, _ other: String, _ place: Int) {
        beside[one, default: [:]][other, default: []].insert(place)
        beside[other, default: [:]][one, default: []].insert(place)
    }

    /// "Okoro's" and "the Okoros" are of somebody called Okoro.
    private static func forms(_ word: String) -> [String] {
        word.count > 2 && word.hasSuffix("s") ? [word, String(word.dropLast())] : [word]
    }

    /// The texts that name somebody with these parts of a name, as `NameText` writes them.
    package func holding(_ parts: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for part in parts {
            guard let neighbours = beside[part] else { continue }
            for other in parts where other != part {
                if let texts = neighbours[other] { found.formUnion(texts) }
            }
        }
        return found
    }
}
