import HTML

/// Two texts word by word: what stayed, what went and what came.
package struct WordDifference: Sendable {
    package enum Part: Sendable, Hashable {
        case same(String)
        case gone(String)
        case new(String)
    }

    /// Above this many words on both sides together, sentences are compared and no longer words: the time and room it takes
    /// grow with the square of what differs.
    private static let mostCompared = 2000

    package let parts: [Part]

    package init(from earlier: String, to later: String) {
        var (old, new) = (Self.words(earlier), Self.words(later))
        if old.count + new.count > Self.mostCompared {
            (old, new) = (Self.sentences(old), Self.sentences(new))
        }
        parts = Self.compared(old, new)
    }

    /// A word, or a sentence, with the space after it; compared without that space.
    private struct Token: Equatable {
        var text: Substring
        let said: Substring

        static func == (one: Token, other: Token) -> Bool { one.said == other.said }
    }

    private static func words(_ text: String) -> [Token] {
        var words: [Token] = []
        var at = text.startIndex
        while at < text.endIndex {
            let end = text[at...].firstIndex(where: \.isWhitespace) ?? text.endIndex
            let next = text[end...].firstIndex { !$0.isWhitespace } ?? text.endIndex
            words.append(Token(text: text[at..<next], said: text[at..<end]))
            at = next
        }
        return words
    }

    private static func sentences(_ words: [Token]) -> [Token] {
        var sentences: [Token] = []
        var first: Token?
        for word in words {
            let base = first?.text.base ?? word.text.base
            let whole = base[(first ?? word).text.startIndex..<word.text.endIndex]
            first = Token(text: whole, said: whole)
            if word.said.last.map({ ".!?".contains($0) }) ?? false || word.text.contains(where: \.isNewline) {
                sentences.append(Token(text: whole, said: whole))
                first = nil
            }
        }
        return sentences + (first.map { [$0] } ?? [])
    }

    private static func compared(_ old: [Token], _ new: [Token]) -> [Part] {
        var (gone, came): (Set<Int>, Set<Int>) = ([], [])
        if old.count + new.count > mostCompared {
            (gone, came) = (Set(old.indices), Set(new.indices))
        } else {
            for change in new.difference(from: old) {
                switch change {
                case .remove(let offset, _, _): gone.insert(offset)
                case .insert(let offset, _, _): came.insert(offset)
                }
            }
        }
        var parts: [Part] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if before < old.count, gone.contains(before) {
                parts.add(.gone(String(old[before].text)))
                before += 1
            } else if after < new.count, came.contains(after) {
                parts.add(.new(String(new[after].text)))
                after += 1
            } else {
                parts.add(.same(String(new[after].text)))
                (before, after) = (before + 1, after + 1)
            }
        }
        return parts
    }
}

extension [WordDifference.Part] {
    fileprivate mutating func add(_ part: WordDifference.Part) {
        switch (last, part) {
        case (.same(let text)?, .same(let more)): self[count - 1] = .same(text + more)
        case (.gone(let text)?, .gone(let more)): self[count - 1] = .gone(text + more)
        case (.new(let text)?, .new(let more)): self[count - 1] = .new(text + more)
        default: append(part)
        }
    }
}

/// The words of both texts in one, told apart by more than colour, and said aloud.
struct WordDifferenceView: HTML {
    let difference: WordDifference

    var body: some HTML {
        p(.class("as-written")) {
            for part in difference.parts {
                switch part {
                case .same(let text): text
                case .gone(let text):
                    del {
                        span(.class("read-aloud")) { "Taken out: " }
                        text
                        span(.class("read-aloud")) { " (end of what was taken out) " }
                    }
                case .new(let text):
                    ins {
                        span(.class("read-aloud")) { "Put in: " }
                        text
                        span(.class("read-aloud")) { " (end of what was put in) " }
                    }
                }
            }
        }
    }
}
