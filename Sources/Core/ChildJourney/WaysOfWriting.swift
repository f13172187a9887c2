/// The ways in which an address, school, telephone, doctor or placement is usually written, told from how it was recorded.
///
/// The line is drawn so that a place is found and everyday words are not: a street by its name with its street word
/// ("Secret Lane"), never by "Secret"; a house or a school by its name; a town never by itself.
struct WaysOfWriting {
    /// What is looked for, as letters and digits in capitals.
    private(set) var all: Set<[UInt32]> = []
    private let fact: PrivateFact
    private let said: FactWords

    /// Shorter than this, it would be found in every sentence.
    private static let fewestLetters = 5
    private static let mostForms = 48

    init(of text: String, _ fact: PrivateFact) {
        self.fact = fact
        said = FactWords(text)
        for postcode in said.postcodes { add(postcode) }
        for telephone in FactWords.telephones(in: text) {
            for before in ["", "0", "44", "440", "0044", "00440"] { add(letters: before + telephone.number) }
            if let local = telephone.local { add(letters: local) }
        }
        let isTown = fact == .address && said.words.count == 1 && said.words[0].hasLetter
        if !isTown, fact != .telephone || said.words.contains(where: \.hasDigit) { add(said.words) }
        addStreets()
        switch fact {
        case .address: addParts()
        case .school: addNames(UsualForms.schoolWords, UsualForms.schools)
        case .generalPractitioner: addNames(UsualForms.surgeryWords, UsualForms.surgeries)
        case .placement: addNames(UsualForms.buildingWords, [])
        case .telephone: break
        }
    }

    // MARK: Streets and houses

    private mutating func addStreets() {
        let words = said.words
        var isFirst = true
        for (place, word) in words.enumerated() where UsualForms.streetWords.contains(word.text) {
            // "Park Road": the street's name goes on.
            if place + 1 < words.count, words[place + 1].part == word.part,
                UsualForms.streetWords.contains(words[place + 1].text)
            {
                continue
            }
            var first = place
            while first > 0, words[first - 1].part == word.part, !words[first - 1].hasDigit,
                !UsualForms.buildingWords.contains(words[first - 1].text),
                !["IN", "AT", "ON", "NEAR", "OFF"].contains(words[first - 1].text)
            {
                first -= 1
            }
            guard first < place else { continue }
            let street = Array(words[first...place])
            let isNumbered = first > 0 && words[first - 1].hasDigit
            let tells = street.dropLast().contains { !Self.pointers.contains($0.text) }
            // Of several the first, and what has a number: "Bethnal Green" after a street is a part of the town.
            if tells, isFirst || isNumbered, fact == .address || fact == .placement { add(street) }
            isFirst = false
            var number = first
            while number > 0, words[number - 1].hasDigit, words[number - 1].text.utf8.count <= 5,
                words[number - 1].part >= words[first].part - 1
            {
                number -= 1
                add(Array(words[number...place]))
            }
        }
        addNumbered()
    }

    /// "The Close" is a street, and "the close" is in every text.
    private static let pointers: Set<String> = ["THE", "A", "AN", "THIS", "THAT", "OUR", "IN", "AT", "ON", "OF"]

    /// "9 Broadway": a number and what follows it, where no street word does.
    private mutating func addNumbered() {
        guard fact == .address else { return }
        let words = said.words
        for (place, number) in words.enumerated() where number.hasDigit && number.text.utf8.count <= 5 {
            let isRoom = place > 0 && UsualForms.roomWords.contains(words[place - 1].text)
            let next = words.dropFirst(place + 1).prefix(4).prefix { $0.part <= number.part + 1 && !$0.hasDigit }
            guard !isRoom, let name = next.first, !next.contains(where: { UsualForms.streetWords.contains($0.text) })
            else { continue }
            add([number] + next.prefix(name.text.utf8.count >= 5 ? 1 : 2))
        }
    }

    private mutating func addParts() {
        let parts = said.parts
        func isRoom(_ part: [FactWords.Word]) -> Bool { UsualForms.roomWords.contains(part[0].text) }
        for (place, part) in parts.enumerated() {
            let hasDigit = part.contains(where: \.hasDigit)
            if hasDigit, part.contains(where: { !$0.hasDigit }), !isRoom(part) { add(part) }
            if isRoom(part), place + 1 < parts.count { add(part + parts[place + 1]) }
            for (last, word) in part.enumerated() where UsualForms.buildingWords.contains(word.text) {
                // "Rose House" of "Flat 4 Rose House".
                let before = part[..<last].reversed().prefix { !$0.hasDigit && !UsualForms.roomWords.contains($0.text) }
                if !before.isEmpty { add(before.reversed() + [word]) }
            }
        }
        guard parts.count > 1, !isRoom(parts[0]), !parts[0].contains(where: \.hasDigit) else { return }
        // A house's name, where a street or a number follows. Of a town and its county the first is the town.
        let isHouse = parts.dropFirst().contains { part in
            part.contains { UsualForms.streetWords.contains($0.text) } && part.count > 1
                || part.contains { $0.hasDigit && !$0.hasLetter }
        }
        if isHouse || parts[0].count > 1 { add(parts[0]) }
    }

    // MARK: Schools, surgeries and placements

    private mutating func addNames(_ kinds: Set<String>, _ usual: Set<String>) {
        let parts = said.parts
        for (place, part) in parts.enumerated() {
            let isNamed = part.count > 1 && part.contains { kinds.contains($0.text) }
            guard place == 0 || isNamed else { continue }
            add(part)
            // "St Mary's Primary School" is said "St Mary's School", "St Mary's Primary" and "St Mary's".
            var name = part
            while let last = name.last, kinds.contains(last.text) { name.removeLast() }
            guard name.count < part.count, !name.isEmpty else { continue }
            for kind in usual { add(name + [FactWords.Word(text: kind, part: name[0].part)]) }
            for dropped in 1..<max(2, part.count - name.count) { add(Array(part.dropLast(dropped)), ifNamed: kinds) }
            let tellsAlone =
                ["ST", "SAINT"].contains(name[0].text) || UsualForms.streetWords.contains(name[name.count - 1].text)
            if tellsAlone, name.count > 1 { add(name) }
        }
    }

    private mutating func add(_ words: [FactWords.Word], ifNamed kinds: Set<String>) {
        if let last = words.last, kinds.contains(last.text), words.count > 1 { add(words) }
    }

    // MARK: Adding

    private mutating func add(_ words: [FactWords.Word]) {
        guard words.contains(where: { !UsualForms.common.contains($0.text) }) else { return }
        var ways: [String] = [""]
        for word in words {
            let forms = UsualForms.of(word)
            if ways.count * forms.count <= Self.mostForms {
                ways = ways.flatMap { way in forms.map { way + $0 } }
            } else {
                ways = ways.map { $0 + word.text }
            }
        }
        for way in ways { add(letters: way) }
    }

    private mutating func add(letters text: String) {
        let letters = text.unicodeScalars.map(\.value)
        if letters.count >= Self.fewestLetters { all.insert(letters) }
    }
}
