import ChildJourney
import WorkingDays

/// A cover as it is kept with its load.
package struct StoredCover: Codable, Hashable, Sendable {
    private struct Fact: Codable, Hashable {
        let fact: CoveredFact
        let from: Day?
    }

    private let source: String
    private let until: Day?
    private let facts: [Fact]

    package init(_ cover: Cover) {
        source = cover.source
        until = cover.until
        facts = cover.extents.map { Fact(fact: $0.key, from: $0.value.from) }
            .sorted { $0.fact.rawValue < $1.fact.rawValue }
    }

    package var cover: Cover {
        Cover(
            source: source,
            extents: Dictionary(
                facts.map { ($0.fact, Cover.Extent(from: $0.from)) }, uniquingKeysWith: { first, _ in first }),
            until: until)
    }
}

extension Cover {
    /// What the loads of one source cover together, the latest last. A fact is covered from where an unbroken run of
    /// covers up to the latest began; the latest load says how far, and in its words.
    package static func together(_ covers: [Cover]) -> Cover? {
        guard var joined = covers.last else { return nil }
        for earlier in covers.dropLast().reversed() {
            for (fact, extent) in joined.extents {
                guard let from = extent.from, let before = earlier.extents[fact] else { continue }
                let reaches = earlier.until.map { $0 >= from - 1 } ?? true
                guard reaches, before.from.map({ $0 < from }) ?? true else { continue }
                joined.extents[fact] = before
            }
        }
        return joined
    }
}
