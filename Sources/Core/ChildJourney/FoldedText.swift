/// The letters and digits of a text as they are compared: in capitals, without accents, each with where it stood.
///
/// Everything else (spaces, dashes, quotation marks, dots, characters nobody sees) is skipped, and is the edge of a word.
struct FoldedText {
    private(set) var letters: [UInt32] = []
    /// The bytes of the text each letter came from.
    private(set) var places: [Range<Int>] = []
    /// Whether a word or a number begins with the letter.
    private(set) var isEdge: [Bool] = []

    init(_ text: String) {
        letters.reserveCapacity(text.utf8.count)
        places.reserveCapacity(text.utf8.count)
        isEdge.reserveCapacity(text.utf8.count)
        var at = 0
        var isAfterGap = true
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                // Nearly all of it, and nothing to look up.
                let letter = Self.ascii(scalar.value)
                if letter != 0 { add(letter, at..<at + 1, isAfterGap) }
                isAfterGap = letter == 0
                at += 1
                continue
            }
            let end = at + UTF8.width(scalar)
            switch Self.fold(scalar) {
            case .one(let letter):
                add(letter, at..<end, isAfterGap)
                isAfterGap = false
            case .several(let several):
                for (number, letter) in several.enumerated() { add(letter, at..<end, isAfterGap && number == 0) }
                isAfterGap = false
            case .mark: break
            case .gap: isAfterGap = true
            }
            at = end
        }
    }

    private mutating func add(_ letter: UInt32, _ place: Range<Int>, _ isAfterGap: Bool) {
        // "tel07700900123": where letters and digits meet, one ends and the other begins.
        isEdge.append(isAfterGap || letters.last.map { Self.isDigit($0) != Self.isDigit(letter) } ?? true)
        letters.append(letter)
        places.append(place)
    }

    static func isDigit(_ letter: UInt32) -> Bool { (0x30...0x39).contains(letter) }

    // MARK: Folding

    enum Folded {
        case one(UInt32)
        /// "ß", "æ" and "ﬁ" are two letters.
        case several([UInt32])
        /// An accent written by itself: part of the letter before it.
        case mark
        case gap
    }

    /// 0 for what is no letter and no digit.
    private static func ascii(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x61...0x7A: value - 32
        case 0x41...0x5A, 0x30...0x39: value
        default: 0
        }
    }

    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case ..<0x80: ascii(scalar.value) == 0 ? .gap : .one(ascii(scalar.value))
        // Full-width forms of the same.
        case 0xFF10...0xFF19, 0xFF21...0xFF3A: .one(scalar.value - 0xFEE0)
        case 0xFF41...0xFF5A: .one(scalar.value - 0xFEE0 - 32)
        case 0xC0...0x24F, 0x1E00...0x1EFF: latin[scalar.value] ?? foldRare(scalar)
        default: foldRare(scalar)
        }
    }

    private static func foldRare(_ scalar: Unicode.Scalar) -> Folded {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
        case .decimalNumber: return .one(0x30 + UInt32(properties.numericValue ?? 0))
        default: break
        }
        guard properties.isAlphabetic else { return .gap }
        let capital = properties.uppercaseMapping.unicodeScalars.map(\.value)
        return capital.count == 1 ? .one(capital[0]) : .several(capital)
    }

    /// Latin letters with marks, by the letter their name says they are: "LATIN SMALL LETTER E WITH ACUTE".
    private static let latin: [UInt32: Folded] = {
        var found: [UInt32: Folded] = [:]
        for value in Array(UInt32(0xC0)...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name else { continue }
            let words = name.split(separator: " ")
            guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count <= 2 else { continue }
            let letters = words[3].unicodeScalars.map(\.value)
            found[value] = letters.count == 1 ? .one(letters[0]) : .several(letters)
        }
        return found
    }()
}
