import FileFormats

/// A cell's text reduced to words for comparing: lower case letters and digits, single spaces between and one at each
/// end, so that ` no ` finds the word and not part of another.
struct PlainWords {
    private let bytes: [UInt8]

    init(_ cell: some Sequence<UInt8>) {
        var bytes: [UInt8] = [0x20]
        for byte in cell {
            let lower = asciiLowercase(byte)
            let isOfWord = (lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) || lower >= 128
            if isOfWord {
                bytes.append(lower)
            } else if bytes.last != 0x20, byte != UInt8(ascii: "'") {
                bytes.append(0x20)
            }
        }
        if bytes.last != 0x20 { bytes.append(0x20) }
        self.bytes = bytes
    }

    var isSingleWord: Bool { bytes.dropFirst().dropLast().allSatisfy { $0 != 0x20 } && bytes.count > 2 }

    func begins(with phrase: String) -> Bool { bytes.starts(with: phrase.utf8) }

    func contains(anyOf phrases: Phrases) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            for phrase in phrases.list where Self.contains(text, phrase) { return true }
            return false
        }
    }

    private static func contains(_ text: Cell, _ phrase: [UInt8]) -> Bool {
        guard let first = phrase.first, phrase.count <= text.count else { return false }
        for start in 0...text.count - phrase.count where text[start] == first {
            var index = 1
            while index < phrase.count, text[start + index] == phrase[index] { index += 1 }
            if index == phrase.count { return true }
        }
        return false
    }
}

/// Parts of a text to look for, as `PlainWords` has it: lower case, with a space where a word must begin or end.
struct Phrases: Sendable, ExpressibleByArrayLiteral {
    let list: [[UInt8]]

    init(_ phrases: [String]) { list = phrases.map { Array($0.utf8) } }

    init(arrayLiteral phrases: String...) { self.init(phrases) }
}
