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

    func contains(_ phrase: String) -> Bool {
        let wanted = Array(phrase.utf8)
        guard !wanted.isEmpty, wanted.count <= bytes.count else { return false }
        return (0...bytes.count - wanted.count).contains { start in
            bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }

    func contains(anyOf phrases: [String]) -> Bool { phrases.contains(where: contains) }
}
