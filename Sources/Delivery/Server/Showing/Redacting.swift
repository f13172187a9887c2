import ChildJourney

/// Finding passages in a line that is given, and taking them out. Places are counted in characters.
enum Redacting {
    /// What stands in the place of a passage. It says nothing of why: that is kept inside.
    static let mark = "[left out]"

    /// The text without what stands in the ranges.
    static func text(_ text: String, without ranges: [Range<Int>]) -> String {
        let characters = Array(text)
        var left = ""
        var at = 0
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            let end = min(range.upperBound, characters.count)
            guard end > at else { continue }
            // What begins before the last one ended goes with it.
            if range.lowerBound >= at { left += String(characters[at..<range.lowerBound]) + mark }
            at = end
        }
        return left + String(characters[at...])
    }

    /// Wherever the words stand in the text, however they are capitalised, and not inside a longer word.
    static func ranges(of words: String, in text: String) -> [Range<Int>] {
        let characters = text.map { $0.lowercased() }
        let wanted = words.map { $0.lowercased() }
        guard let first = words.first, let last = words.last, wanted.count <= characters.count else { return [] }
        let plain = Array(text)
        func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
        var found: [Range<Int>] = []
        var at = 0
        while at + wanted.count <= characters.count {
            let end = at + wanted.count
            let isInside =
                at > 0 && isPart(plain[at - 1]) && isPart(first)
                || end < plain.count && isPart(plain[end]) && isPart(last)
            if !isInside, characters[at..<end].elementsEqual(wanted) {
                found.append(at..<end)
                at = end
            } else {
                at += 1
            }
        }
        return found
    }

    /// The sentences and lines of a text, as they can be ticked.
    static func passages(of text: String) -> [Range<Int>] {
        let characters = Array(text)
        var found: [Range<Int>] = []
        var start = 0
        func close(_ end: Int) {
            if characters[start..<end].contains(where: { !$0.isWhitespace }) { found.append(start..<end) }
        }
        for (place, character) in characters.enumerated() {
            let endsSentence = character == " " && place > start && ".!?".contains(characters[place - 1])
            if character.isNewline || endsSentence {
                close(place)
                start = place + 1
            }
        }
        close(characters.count)
        return found
    }
}
