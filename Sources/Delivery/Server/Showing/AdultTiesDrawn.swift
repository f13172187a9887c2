import ChildJourney
import Pages
import WorkingDays

/// What the adults of a family tree are to each other: as lines of the drawing, and as words of its table. Those alone who are
/// in the tree; which of the two says it makes no difference.
struct AdultTiesDrawn {
    private struct Tie {
        let from: Int
        let to: Int
        let kind: AdultTie
        let body: Relationship
    }

    private let ties: [Tie]
    private let people: [Genogram.Somebody]
    private let day: Day

    /// `places` are places in `people`, by the adult's id.
    init(
        _ adults: [(tie: Recorded<Relationship>, journey: Journey)], _ places: [String: Int],
        _ people: [Genogram.Somebody], day: Day
    ) {
        self.people = people
        self.day = day
        var seen: Set<RecordID> = []
        ties = adults.flatMap { adult in
            adult.journey.relationships.compactMap { tie -> Tie? in
                guard tie.isAdult == true, let kind = AdultTie(rawValue: tie.body.kind),
                    let from = places[adult.tie.other], let to = places[tie.other], from != to,
                    seen.insert(tie.id).inserted
                else { return nil }
                return Tie(from: from, to: to, kind: kind, body: tie.body)
            }
        }
    }

    /// "partner of Rex Invented", for each of the two.
    var facts: [(place: Int, facts: [String])] {
        ties.flatMap { tie in
            let until = tie.body.until.map { " until \($0.words)" } ?? ""
            return [
                (tie.from, ["\(tie.kind.words.lowercased()) \(people[tie.to].name)\(until)"]),
                (tie.to, ["\(tie.kind.wordsFromOther.lowercased()) \(people[tie.from].name)\(until)"]),
            ]
        }
    }

    func added(to unions: [Genogram.Union]) -> [Genogram.Union] {
        var unions = unions
        for tie in ties {
            let pair = [tie.from, tie.to].sorted()
            switch tie.kind {
            case .partner, .formerPartner:
                let isOver = tie.kind == .formerPartner || (tie.body.until.map { $0 <= day } ?? false)
                if let known = unions.firstIndex(where: { $0.kind != .siblings && $0.parents.sorted() == pair }) {
                    if isOver { unions[known].kind = .over }
                } else {
                    unions.append(Genogram.Union(parents: pair, children: [], kind: isOver ? .over : .standing))
                }
            case .parent:
                // A parent of the same row is told in words: no line goes upwards.
                guard people[tie.from].generation < people[tie.to].generation,
                    !unions.contains(where: { $0.parents.contains(tie.from) && $0.children.contains(tie.to) })
                else { continue }
                unions.append(Genogram.Union(parents: [tie.from], children: [tie.to]))
            case .sibling: unions.append(Genogram.Union(parents: pair, children: [], kind: .siblings))
            }
        }
        return unions
    }
}
