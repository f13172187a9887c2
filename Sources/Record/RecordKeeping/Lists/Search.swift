import AccessRules
import Matching
import WorkingDays

/// A child that was found, and how well it fits.
package struct SearchHit: Hashable, Sendable {
    /// How a word of the question was found among a child's names.
    package enum Fit: Int, Sendable, Comparable {
        case exact = 0
        case beginning = 1
        case slip = 2
        case sound = 3

        package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
    }

    package let line: ListLine
    /// The worst fit of any word; nil when found by an id or a birth date alone.
    package let fit: Fit?
    /// The id of a restricted child, for whoever may open the record in an emergency; it says nothing of who it is.
    package let restricted: SubjectID?

    package init(line: ListLine, fit: Fit?, restricted: SubjectID? = nil) {
        self.restricted = restricted
        self.line = line
        self.fit = fit
    }
}

/// What a search found, best first.
package struct SearchPage: Hashable, Sendable {
    package let hits: [SearchHit]
    /// More were found than are shown: ask for another name or a birth date.
    package let more: Bool

    package init(hits: [SearchHit], more: Bool) {
        self.hits = hits
        self.more = more
    }
}

/// A question typed into the search box, taken apart.
package struct SearchQuestion: Hashable, Sendable {
    /// Parts of names, as `NameText` writes them; each must be found.
    package let names: [String]
    /// Birth dates and ids; each must be found.
    package let keys: [[String]]

    /// Words that are dates (`4/3/2015`, `2015-03-04`) or hold a digit are keys; all others are names.
    package init(_ text: String) {
        var names: [String] = []
        var keys: [[String]] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let day = SearchQuestion.day(word) {
                keys.append([SearchKeys.born(day)])
            } else if word.contains(where: \.isNumber) {
                keys.append([SearchKeys.id(String(word)), SearchKeys.pupil(String(word))])
            } else {
                names += NameText.parts(String(word))
            }
        }
        self.names = Array(names.prefix(4))
        self.keys = Array(keys.prefix(3))
    }

    package var isEmpty: Bool { names.isEmpty && keys.isEmpty }

    private static func day(_ word: Substring) -> Day? {
        if let day = Day(iso: word) { return day }
        let parts = word.split(whereSeparator: { "/.-".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3, word.allSatisfy({ $0.isNumber || "/.-".contains($0) }) else { return nil }
        return Day(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0])
    }
}
