import WorkingDays

/// What must not be told of a child, and from whom: finds it in any text, and takes it out.
package struct Withholding: Sendable, Equatable {
    /// A fact as it may stand in a text: letters and digits alone, in capitals.
    private struct Needle: Hashable {
        let fact: PrivateFact
        let letters: [UInt32]
    }

    /// What somebody withheld and nobody has ended.
    private struct Hold: Equatable {
        let facts: Set<PrivateFact>
        let since: Day
        /// The number of the entry that first withheld it.
        let place: Int64
    }

    package private(set) var facts: Set<PrivateFact> = []
    /// Who must not learn them.
    package private(set) var people: [String] = []
    private var holds: [Hold] = []
    /// By the first letter. Nothing else is compared at the beginning of a word.
    private var needles: [UInt32: Set<Needle>] = [:]
    /// Places that were left before they were withheld, and so are known: not hidden where another person's record names them.
    private var known: Set<[UInt32]> = []
    /// What is looked for already: the same address stands on several records.
    private var looked: Set<Said> = []

    private struct Said: Hashable {
        let fact: PrivateFact
        let words: String
    }

    package init() {}

    package var isEmpty: Bool { facts.isEmpty && needles.isEmpty }

    /// Whether it hides a fact of the kind that says this and ended on a day: by the kind, or because the words are hidden.
    package func hides(_ fact: PrivateFact, saying words: String, until: Day? = nil) -> Bool {
        if facts.contains(fact), !isKnown(fact, until) { return true }
        return !mentions(in: words).isEmpty
    }

    /// Whether it ended before anybody withheld it: they know it already.
    private func isKnown(_ fact: PrivateFact, _ until: Day?) -> Bool {
        guard let until else { return false }
        return holds.allSatisfy { !$0.facts.contains(fact) || until < $0.since }
    }

    /// What is hidden for somebody they belong with is hidden on this record too; with `kinds`, for whoever is behind the same
    /// door, so is what has no words yet.
    package mutating func alsoHide(_ other: Withholding, kinds: Bool) {
        needles.merge(other.needles) { $0.union($1) }
        looked.formUnion(other.looked)
        for person in other.people where !people.contains(person) { people.append(person) }
        guard kinds else { return }
        facts.formUnion(other.facts)
        for hold in other.holds where !holds.contains(hold) { holds.append(hold) }
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
        for place in found {
            // NB: of two that overlap the second goes on inside the first, and no end of it is left over.
            if place.range.lowerBound >= at {
                masked += bytes[at..<place.range.lowerBound]
                masked += Array("[\(place.fact.words) withheld]".utf8)
            }
            at = max(at, place.range.upperBound)
        }
        masked += bytes[at...]
        return String(decoding: masked, as: UTF8.self)
    }

    private func places(in text: String) -> [(range: Range<Int>, fact: PrivateFact)] {
        guard !needles.isEmpty else { return [] }
        let folded = FoldedText(text)
        let letters = folded.letters
        var found: [(range: Range<Int>, fact: PrivateFact)] = []
        for start in letters.indices where folded.isEdge[start] {
            guard let candidates = needles[letters[start]] else { continue }
            for needle in candidates {
                let end = start + needle.letters.count
                guard end <= letters.count, end == letters.count || folded.isEdge[end],
                    letters[start..<end].elementsEqual(needle.letters)
                else { continue }
                found.append((folded.places[start].lowerBound..<folded.places[end - 1].upperBound, needle.fact))
            }
        }
        return found.sorted {
            ($0.range.lowerBound, $1.range.upperBound, $0.fact.rawValue)
                < ($1.range.lowerBound, $0.range.upperBound, $1.fact.rawValue)
        }
    }

    // MARK: Making

    /// Looks for a fact in every way it is usually written.
    package mutating func look(for fact: PrivateFact, saying words: String) {
        guard looked.insert(Said(fact: fact, words: words)).inserted else { return }
        for letters in WaysOfWriting(of: words, fact).all {
            needles[letters[0], default: []].insert(Needle(fact: fact, letters: letters))
        }
    }

    fileprivate mutating func hide(_ held: WithheldFact, withheldAt place: Int64) {
        facts.formUnion(held.facts)
        holds.append(Hold(facts: Set(held.facts), since: held.since, place: place))
        for person in held.from where !people.contains(person) { people.append(person) }
    }

    /// Looks for every place the record names, by what is withheld of their kind.
    fileprivate mutating func look(throughOwn history: History) {
        for place in history.places {
            for hold in holds where hold.facts.contains(place.fact) {
                if place.isKnown(before: hold.since, asOf: hold.place) {
                    for words in place.words { known.insert(FoldedText(words).letters) }
                } else {
                    for words in place.words { look(for: place.fact, saying: words) }
                }
            }
        }
    }

    /// Looks for the places another person's record names: of whoever lives with the child their address, of brothers and
    /// sisters all of it. What was left before it was withheld is known, whoever's record names it.
    package mutating func look(through other: History, for facts: Set<PrivateFact> = Set(PrivateFact.allCases)) {
        for place in other.places where facts.contains(place.fact) {
            for hold in holds where hold.facts.contains(place.fact) {
                guard !place.isKnown(before: hold.since, asOf: hold.place) else { continue }
                for words in place.words where !known.contains(FoldedText(words).letters) {
                    look(for: place.fact, saying: words)
                }
            }
        }
    }
}

/// One place a record names, as it was recorded and put right since.
private struct NamedPlace {
    let fact: PrivateFact
    private var versions: [(place: Int64, until: Day?)] = []
    private(set) var words: Set<String> = []

    init(_ fact: PrivateFact) {
        self.fact = fact
    }

    mutating func add(_ words: [String?], until: Day?, at place: Int64) {
        versions.append((place, until))
        self.words.formUnion(words.compactMap { $0 }.filter { !$0.isEmpty })
    }

    /// Whether it was left before `since`, and has been told so from when it was withheld on: what somebody puts right or seals
    /// later lifts nothing.
    func isKnown(before since: Day, asOf withheld: Int64) -> Bool {
        let sorted = versions.sorted { $0.place < $1.place }
        let stood = sorted.lastIndex { $0.place < withheld } ?? 0
        return sorted[stood...].allSatisfy { $0.until.map { $0 < since } ?? false }
    }
}

extension History {
    /// What must not be told by what is withheld on this record, and nobody has ended.
    package var withholding: Withholding { withholding(with: nil) }

    /// The same as if something more were withheld.
    package func withholding(with more: WithheldFact?) -> Withholding {
        var withholding = Withholding()
        var standing: [RecordID: (held: WithheldFact, since: Int64, isWithdrawn: Bool)] = [:]
        for entry in entries {
            guard let held = entry.body as? WithheldFact else { continue }
            standing[entry.id] = (held, standing[entry.id]?.since ?? entry.sequence, entry.withdrawn)
        }
        for (_, hold) in standing.sorted(by: { $0.value.since < $1.value.since })
        where hold.held.endedOn == nil && !hold.isWithdrawn {
            withholding.hide(hold.held, withheldAt: hold.since)
        }
        if let more { withholding.hide(more, withheldAt: .max) }
        if !withholding.isEmpty { withholding.look(throughOwn: self) }
        return withholding
    }

    /// Where somebody is found, with what was put right since and what was sealed as about another child: neither lifts a
    /// withholding.
    fileprivate var places: [NamedPlace] {
        var places: [Key: NamedPlace] = [:]
        for entry in entries + sealed {
            let key = Key(kind: type(of: entry.body).kind, id: entry.id)
            if let address = entry.body as? Address {
                places[key, default: NamedPlace(.address)].add(
                    [address.text, address.postcode, address.kind], until: address.until, at: entry.sequence)
            } else if let detail = entry.body as? ContactDetail {
                places[key, default: NamedPlace(detail.fact)].add(
                    [detail.words], until: detail.until, at: entry.sequence)
            }
        }
        return Array(places.values)
    }

    /// Everybody they were ever tied to, with ties that were put right or sealed since.
    package var everTied: [Relationship] { (entries + sealed).compactMap { $0.body as? Relationship } }
}
