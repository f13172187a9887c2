import WorkingDays

/// What must not be told of a child, and from whom: finds it in any text, and takes it out.
package struct Withholding: Sendable, Equatable {
    /// A fact as it may stand in a text: letters and digits alone, in capitals.
    package struct Needle: Hashable, Sendable {
        package let fact: PrivateFact
        package let letters: [UInt8]
    }

    package private(set) var facts: Set<PrivateFact> = []
    /// Who must not learn them.
    package private(set) var people: [String] = []
    private var needles: Set<Needle> = []

    package init() {}

    package var isEmpty: Bool { facts.isEmpty && needles.isEmpty }

    package func hides(_ fact: PrivateFact) -> Bool { facts.contains(fact) }

    /// Whether it hides a fact of the kind that says this: by the kind, or because the same is hidden for a relative.
    package func hides(_ fact: PrivateFact, saying words: String) -> Bool {
        facts.contains(fact) || !mentions(in: words).isEmpty
    }

    /// What is hidden for brothers, sisters and whoever else belongs together is hidden on this record too.
    package mutating func alsoHide(_ other: Withholding) {
        needles.formUnion(other.needles)
        for person in other.people where !people.contains(person) { people.append(person) }
    }

    // MARK: Finding

    /// Which hidden facts a text tells.
    package func mentions(in text: String) -> Set<PrivateFact> { Set(places(in: text).map(\.fact)) }

    /// What to say to whoever writes a text that tells a hidden fact; nil for one that tells none.
    package func whyToLeaveOut(_ text: String) -> String? {
        let told = mentions(in: text).map(\.words).sorted().joined(separator: " and ")
        guard !told.isEmpty else { return nil }
        return "This tells the \(told), which is withheld from \(people.joined(separator: "; ")). Leave it out"
    }

    /// The text with each hidden fact taken out.
    package func masked(_ text: String) -> String {
        let found = places(in: text)
        guard !found.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var masked: [UInt8] = []
        var at = 0
        for place in found where place.range.lowerBound >= at {
            masked += bytes[at..<place.range.lowerBound]
            masked += Array("[\(place.fact.words) withheld]".utf8)
            at = place.range.upperBound
        }
        masked += bytes[at...]
        return String(decoding: masked, as: UTF8.self)
    }

    private func places(in text: String) -> [(range: Range<Int>, fact: PrivateFact)] {
        guard !needles.isEmpty else { return [] }
        let letters = Letters(text)
        var found: [(range: Range<Int>, fact: PrivateFact)] = []
        for needle in needles {
            for range in letters.ranges(of: needle.letters) { found.append((range, needle.fact)) }
        }
        return found.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    }

    // MARK: Making

    package mutating func hide(_ facts: [PrivateFact], from people: [String]) {
        self.facts.formUnion(facts)
        for person in people where !self.people.contains(person) { self.people.append(person) }
    }

    /// Looks for a fact in every way it is usually written.
    package mutating func look(for fact: PrivateFact, saying words: String) {
        for text in Self.ways(of: words, fact) {
            let letters = Letters(text).letters
            // A house name of three letters would be found in every sentence.
            if letters.count >= 5 { needles.insert(Needle(fact: fact, letters: letters)) }
        }
    }

    /// All of it, and each part that tells the place alone: "9 Secret Lane" of "Flat 2, 9 Secret Lane, Invented Town"; each also
    /// with the usual short form of its words.
    private static func ways(of words: String, _ fact: PrivateFact) -> Set<String> {
        let parts = words.split { $0 == "," || $0 == "\n" || $0 == ";" }.map(String.init)
        var ways: Set<String> = [words]
        if let first = parts.first, fact != .address || !isRoom(first) { ways.insert(first) }
        if fact == .address {
            // A street with its number is told by itself; a town or a flat's number is not.
            ways.formUnion(
                parts.filter { $0.contains(where: \.isNumber) && !isRoom($0) && $0.contains { $0.isLetter } })
            ways.formUnion(zip(parts, parts.dropFirst()).filter { isRoom($0.0) }.map { "\($0.0) \($0.1)" })
        }
        if fact == .address {
            for (long, short) in streetWords {
                for way in ways {
                    let parts = way.split(separator: " ").map { $0.lowercased() }
                    if parts.contains(long) {
                        ways.insert(parts.map { $0 == long ? short : $0 }.joined(separator: " "))
                    }
                    if parts.contains(short) {
                        ways.insert(parts.map { $0 == short ? long : $0 }.joined(separator: " "))
                    }
                }
            }
        }
        return ways
    }

    private static func isRoom(_ part: String) -> Bool {
        let word = part.split(separator: " ").first?.lowercased() ?? ""
        return ["flat", "apartment", "apt", "unit", "room", "floor", "block", "no", "number"].contains(word)
    }

    private static let streetWords = [
        ("street", "st"), ("road", "rd"), ("lane", "ln"), ("avenue", "ave"), ("close", "cl"), ("drive", "dr"),
        ("court", "ct"), ("crescent", "cres"), ("place", "pl"), ("gardens", "gdns"), ("terrace", "terr"),
        ("square", "sq"), ("flat", "apartment"),
    ]
}

/// Letters and digits of a text, in capitals, each with where it stood.
private struct Letters {
    private(set) var letters: [UInt8] = []
    private var places: [Int] = []
    /// For each byte of the text, whether it belongs to a letter or a digit.
    private let counts: [Bool]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        counts = Self.counts(bytes)
        for (place, byte) in bytes.enumerated() where counts[place] {
            letters.append(byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 32 : byte)
            places.append(place)
        }
    }

    private static func counts(_ bytes: [UInt8]) -> [Bool] {
        var counts = [Bool](repeating: true, count: bytes.count)
        var at = 0
        while at < bytes.count {
            let length = signLength(bytes, at)
            for place in at..<min(at + length, bytes.count) { counts[place] = false }
            at += max(length, 1)
        }
        return counts
    }

    /// How many bytes the sign at a place takes; nought for part of a letter or a digit. Quotation marks, dashes and spaces
    /// beyond ASCII are signs too: words between them must be found.
    private static func signLength(_ bytes: [UInt8], _ at: Int) -> Int {
        switch bytes[at] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            0
        case 0xC2: 2
        case 0xE2 where at + 1 < bytes.count && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81): 3
        case 0x80...: 0
        default: 1
        }
    }

    /// Where the letters stand, with whatever is between them; not inside a longer word or number.
    func ranges(of needle: [UInt8]) -> [Range<Int>] {
        guard !needle.isEmpty, letters.count >= needle.count else { return [] }
        var found: [Range<Int>] = []
        var at = 0
        while at + needle.count <= letters.count {
            if letters[at] == needle[0], letters[at..<(at + needle.count)].elementsEqual(needle) {
                let (start, end) = (places[at], places[at + needle.count - 1] + 1)
                if isEdge(before: start), isEdge(after: end) {
                    found.append(start..<end)
                    at += needle.count
                    continue
                }
            }
            at += 1
        }
        return found
    }

    private func isEdge(before place: Int) -> Bool { place == 0 || !counts[place - 1] }
    private func isEdge(after place: Int) -> Bool { place >= counts.count || !counts[place] }
}

extension Journey {
    /// What must not be told of this child, by what is withheld and has not been ended by somebody.
    package var withholding: Withholding {
        var withholding = Withholding()
        guard hasCasework else { return withholding }
        for held in casework.withheldFacts where held.endedOn == nil {
            withholding.hide(held.facts, from: held.body.from)
            func isKnown(_ until: Day?) -> Bool { until.map { $0 < held.since } ?? false }
            if held.facts.contains(.address) {
                for address in addresses where !isKnown(address.until) {
                    if let text = address.text { withholding.look(for: .address, saying: text) }
                    if let postcode = address.postcode { withholding.look(for: .address, saying: postcode) }
                }
            }
            for detail in casework.contactDetails where held.facts.contains(detail.fact) && !isKnown(detail.until) {
                withholding.look(for: detail.fact, saying: detail.words)
            }
        }
        return withholding
    }
}
