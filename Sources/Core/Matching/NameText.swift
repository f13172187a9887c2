/// Names brought to a form in which the same name is the same text: small letters without accents, in parts.
package enum NameText {
    /// `"Zoë O'Brien-Łukasz"` gives `zoe`, `obrien`, `lukasz`. Letters of other scripts are kept as they are.
    package static func parts(_ name: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in name {
            if character.isLetter {
                part += plain(character)
            } else if !isApostrophe(character), !part.isEmpty {
                parts.append(part)
                part = ""
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }

    private static func isApostrophe(_ character: Character) -> Bool {
        character == "'" || character == "\u{2019}" || character == "`"
    }

    private static func plain(_ character: Character) -> String {
        if let ascii = character.asciiValue {
            return String(UnicodeScalar(ascii | 0x20))
        }
        let small = character.lowercased()
        return letters[small] ?? small
    }

    private static let letters: [String: String] = {
        let groups = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
            "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "th": "þ",
        ]
        var letters: [String: String] = [:]
        for (plain, accented) in groups {
            for character in accented { letters[String(character)] = plain }
        }
        return letters
    }()

    /// How a part sounds, roughly: consonants only, with letters that sound alike made the same.
    package static func sound(_ part: String) -> String {
        var letters = Array(part.utf8)
        for (spelling, sound) in spellings { replace(Array(spelling.utf8), by: Array(sound.utf8), in: &letters) }
        var sound: [UInt8] = []
        for (index, letter) in letters.enumerated() {
            let heard = soundsLike[letter] ?? letter
            let isVowel = vowels.contains(heard)
            if isVowel, index > 0 { continue }
            if sound.last != heard { sound.append(isVowel ? UInt8(ascii: "a") : heard) }
        }
        return String(decoding: sound, as: UTF8.self)
    }

    private static let vowels = Set("aeiouyhw".utf8)
    private static let spellings = [
        ("ph", "f"), ("sch", "x"), ("sh", "x"), ("tch", "x"), ("ch", "x"), ("ck", "k"), ("kn", "n"), ("gn", "n"),
        ("wr", "r"), ("gh", "g"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("dg", "j"), ("ks", "x"),
    ]
    private static let soundsLike: [UInt8: UInt8] = [
        UInt8(ascii: "c"): UInt8(ascii: "k"), UInt8(ascii: "q"): UInt8(ascii: "k"),
        UInt8(ascii: "z"): UInt8(ascii: "s"), UInt8(ascii: "v"): UInt8(ascii: "f"),
        UInt8(ascii: "g"): UInt8(ascii: "j"),
    ]

    private static func replace(_ spelling: [UInt8], by sound: [UInt8], in letters: inout [UInt8]) {
        var at = 0
        while at + spelling.count <= letters.count {
            if letters[at..<at + spelling.count].elementsEqual(spelling) {
                letters.replaceSubrange(at..<at + spelling.count, with: sound)
            }
            at += 1
        }
    }

    /// The part itself and every form of it with one letter left out: two parts one slip apart share one.
    package static func slips(_ part: String) -> [String] {
        let letters = Array(part.prefix(14))
        guard letters.count > 3 else { return [part] }
        var slips: Set<String> = [part]
        for index in letters.indices {
            var fewer = letters
            fewer.remove(at: index)
            slips.insert(String(fewer))
        }
        return slips.sorted()
    }

    /// How many slips (a letter more, fewer, other, or two swapped) lie between two parts; anything over 2 is 3.
    package static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.utf8)
        let b = Array(right.utf8)
        guard abs(a.count - b.count) <= 2 else { return 3 }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
                row.append(best)
            }
            (before, last) = (last, row)
        }
        return min(last[b.count], 3)
    }
}
