/// The words of an address, school, telephone, doctor or placement, as they were recorded: word by word and part by part.
struct FactWords {
    struct Word {
        /// In capitals, without accents.
        var text = ""
        /// "9, Secret Lane": the part between commas it stands in.
        var part: Int
        /// "St Mary's": also said without its S.
        var isPossessive = false

        var hasDigit: Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
        var hasLetter: Bool { text.utf8.contains { $0 >= 0x41 } }
    }

    private(set) var words: [Word] = []
    /// The words of each part; none is empty.
    var parts: [[Word]] {
        var parts: [[Word]] = []
        for (place, word) in words.enumerated() {
            if place > 0, words[place - 1].part == word.part {
                parts[parts.count - 1].append(word)
            } else {
                parts.append([word])
            }
        }
        return parts
    }

    init(_ text: String) {
        var part = 0
        var word = Word(part: 0)
        var sinceApostrophe: Int?
        var isAfterSpace = false
        func end() {
            if !word.text.isEmpty {
                word.isPossessive = sinceApostrophe == 1 && word.text.hasSuffix("S") && word.text.utf8.count > 2
                words.append(word)
            }
            word = Word(part: part)
            sinceApostrophe = nil
        }
        for scalar in text.unicodeScalars {
            switch FoldedText.fold(scalar) {
            case .one(let letter):
                word.text.unicodeScalars.append(Unicode.Scalar(letter) ?? " ")
                sinceApostrophe = sinceApostrophe.map { $0 + 1 }
            case .several(let letters):
                for letter in letters { word.text.unicodeScalars.append(Unicode.Scalar(letter) ?? " ") }
                sinceApostrophe = sinceApostrophe.map { $0 + letters.count }
            case .mark: break
            case .gap where Self.apostrophes.contains(scalar): sinceApostrophe = 0
            case .gap:
                end()
                let isDash = scalar.properties.generalCategory == .dashPunctuation
                if Self.ends.contains(scalar) || isDash && isAfterSpace {
                    part += 1
                    word.part = part
                } else if scalar == "&" {
                    words.append(Word(text: "AND", part: part))
                }
            }
            isAfterSpace = scalar.properties.isWhitespace
        }
        end()
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{2018}", "\u{02BC}", "`", "\u{B4}"]
    private static let ends: Set<Unicode.Scalar> = [",", ";", "\n", "\r", "\u{2028}", "(", ")", "[", "]", ":", "|"]

    // MARK: Postcodes and telephones

    /// Every UK postcode among the words, by its pattern.
    var postcodes: [[Word]] {
        var found: [[Word]] = []
        for (place, word) in words.enumerated() {
            if place + 1 < words.count, Self.isOutward(word.text[...]), Self.isInward(words[place + 1].text[...]) {
                found.append([word, words[place + 1]])
            }
            if word.text.utf8.count >= 5, Self.isInward(word.text.suffix(3)), Self.isOutward(word.text.dropLast(3)) {
                found.append([word])
            }
        }
        return found
    }

    private static func isOutward(_ text: Substring) -> Bool {
        let letters = text.prefix { $0 >= "A" && $0 <= "Z" }.count
        let rest = Array(text.dropFirst(letters))
        guard (1...2).contains(letters), (1...2).contains(rest.count), rest[0].isNumber else { return false }
        return true
    }

    private static func isInward(_ text: Substring) -> Bool {
        let letters = Array(text)
        return letters.count == 3 && letters[0].isNumber && letters[1].isLetter && letters[2].isLetter
    }

    /// Runs of 9 digits or more, however they are grouped, without what stands before them from here or abroad: "7700900123".
    /// Beside each the last group, where it is long enough to be rung without the rest.
    static func telephones(in text: String) -> [(number: String, local: String?)] {
        var found: [(number: String, local: String?)] = []
        var groups: [String] = [""]
        func end() {
            var number = groups.joined()
            if number.hasPrefix("00") { number.removeFirst(2) }
            if number.hasPrefix("44") { number.removeFirst(2) }
            if number.hasPrefix("0") { number.removeFirst() }
            if number.count >= 9 {
                let local = groups.last { !$0.isEmpty } ?? ""
                found.append((number, local.count >= 6 && local.count < number.count ? local : nil))
            }
            groups = [""]
        }
        for scalar in text.unicodeScalars {
            if case .one(let digit) = FoldedText.fold(scalar), FoldedText.isDigit(digit) {
                // A number that is whole already, and another beside it.
                if groups.last == "", digit == 0x30, groups.joined().count >= 10 { end() }
                groups[groups.count - 1].unicodeScalars.append(Unicode.Scalar(digit) ?? "0")
            } else if scalar == "+" || Self.ends.contains(scalar) && scalar != "(" && scalar != ")" || scalar == "/" {
                end()
            } else if case .gap = FoldedText.fold(scalar) {
                if groups.last != "" { groups.append("") }
            } else {
                end()
            }
        }
        end()
        return found
    }
}
