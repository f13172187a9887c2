import AccessRules
import Casework
import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// The family tree of a child as a reader may see it: adults of the child's own record, and of the other children only
/// those whom the reader may open. No address is in it.
struct GenogramShowing {
    let opened: OpenedChild
    let relatives: Relatives
    let day: Day

    /// Nil where nobody is recorded.
    var genogram: Genogram? {
        guard
            !relatives.adults.isEmpty || !relatives.seen.isEmpty || !relatives.ownChildren.isEmpty
                || relatives.hidden + relatives.hiddenAdults + relatives.hiddenOwnChildren > 0
        else { return nil }
        var people: [Genogram.Somebody] = []
        var places: [String: Int] = [:]
        for (tie, journey) in Self.inOrder(relatives.adults) where places[tie.other] == nil {
            places[tie.other] = people.count
            people.append(adult(tie, journey))
        }
        let child = people.count
        people.append(
            Genogram.Somebody(
                name: opened.nameShown, role: "This child", born: Self.born(opened.summary),
                sign: Self.sign(opened.summary), generation: 2, isChild: true, isDead: opened.summary.diedOn != nil))
        var siblings: [(id: String, place: Int)] = []
        for (tie, other, summary) in relatives.seen {
            let listed = ListedChild(child: other, summary: summary, standing: nil, concerns: [])
            siblings.append((other.local, people.count))
            people.append(
                Genogram.Somebody(
                    name: listed.nameShown, role: tie, born: Self.born(summary), sign: Self.sign(summary),
                    generation: 2, isDead: summary.diedOn != nil, href: listed.address))
        }
        for _ in 0..<relatives.hidden {
            people.append(
                Genogram.Somebody(
                    name: "Somebody you may not open", role: "In the family", sign: .hidden, generation: 2))
        }
        for _ in 0..<relatives.hiddenAdults {
            people.append(
                Genogram.Somebody(
                    name: "Somebody you may not open", role: "In the family", sign: .hidden, generation: 1))
        }
        var own: [Int] = []
        for (other, summary) in relatives.ownChildren {
            let listed = ListedChild(child: other, summary: summary, standing: nil, concerns: [])
            own.append(people.count)
            people.append(
                Genogram.Somebody(
                    name: listed.nameShown, role: "Their own child", born: Self.born(summary), sign: Self.sign(summary),
                    generation: 3, isDead: summary.diedOn != nil, href: listed.address))
        }
        for _ in 0..<relatives.hiddenOwnChildren {
            own.append(people.count)
            people.append(
                Genogram.Somebody(
                    name: "Somebody you may not open", role: "Their own child", sign: .hidden, generation: 3))
        }
        var unions = unions(places, child: child, siblings: siblings)
        if !own.isEmpty { unions.append(Genogram.Union(parents: [child], children: own)) }
        let ties = AdultTiesDrawn(relatives.adults, places, people, day: day)
        for (place, facts) in ties.facts { people[place].facts += facts }
        return Genogram(childName: opened.nameShown, people: people, unions: ties.added(to: unions))
    }

    private func adult(_ tie: Recorded<Relationship>, _ journey: Journey) -> Genogram.Somebody {
        let person = journey.person?.body
        let born = person?.bornOn.map { "born \($0.shortWords)" } ?? ""
        let sign: Genogram.Sign =
            switch person?.sex {
            case "M", "1": .square
            case "F", "2": .circle
            default: .diamond
            }
        let kind = RelationshipKind(rawValue: tie.body.kind)
        let generation =
            switch kind {
            case .grandparent?: 0
            case .sibling?, .halfSibling?: 2
            default: 1
            }
        return Genogram.Somebody(
            name: person?.nameShown ?? "No name recorded", role: tie.kindWords, born: born, sign: sign,
            generation: generation, isDead: person?.diedOn != nil,
            livesWith: tie.livesWith == true && (tie.until.map { day < $0 } ?? true),
            poses: journey.riskPosedWords(on: day),
            facts: tie.facts.filter { $0 != "lives with the child" }
                + [relatives.selfWords(tie.other)].compactMap { $0 },
            href: Relatives.address(ofAdult: tie.other))
    }

    /// Father, mother, their partners beside them, then everybody else; grandparents beside their own child.
    private static func inOrder(
        _ adults: [(tie: Recorded<Relationship>, journey: Journey)]
    ) -> [(tie: Recorded<Relationship>, journey: Journey)] {
        func rank(_ tie: Recorded<Relationship>) -> Int {
            let kind = RelationshipKind(rawValue: tie.body.kind)
            let through = adults.first { $0.tie.other == tie.through }.map { $0.tie.body.kind }
            switch kind {
            case .partner?, .stepParent?: return through == "father" ? 0 : 3
            case .father?: return 1
            case .mother?: return 2
            case .grandparent?: return through == "father" ? 1 : through == "mother" ? 2 : 4
            default: return 5
            }
        }
        return adults.enumerated().sorted { left, right in
            (rank(left.element.tie), left.offset) < (rank(right.element.tie), right.offset)
        }.map(\.element)
    }

    private func unions(
        _ places: [String: Int], child: Int, siblings: [(id: String, place: Int)]
    ) -> [Genogram.Union] {
        var children: [[Int]: [Int]] = [:]
        func parents(_ ties: [Recorded<Relationship>]) -> [Int] {
            var found: [Int] = []
            for tie in ties where tie.isAdult == true && ["mother", "father"].contains(tie.body.kind) {
                if let place = places[tie.other], !found.contains(place) { found.append(place) }
            }
            return Array(found.sorted().prefix(2))
        }
        let own = relatives.adults.map(\.tie)
        children[parents(own), default: []].append(child)
        for sibling in siblings {
            guard let history = opened.surroundings.children.first(where: { $0.id == sibling.id })?.history else {
                continue
            }
            children[parents(history.relationships), default: []].append(sibling.place)
        }
        var unions = children.filter { !$0.key.isEmpty }.map { Genogram.Union(parents: $0.key, children: $0.value) }
        for tie in own {
            guard let place = places[tie.other], let through = tie.through.flatMap({ places[$0] }), place != through
            else { continue }
            switch RelationshipKind(rawValue: tie.body.kind) {
            case .partner?, .stepParent?: unions.append(Genogram.Union(parents: [through, place], children: []))
            case .grandparent?: unions.append(Genogram.Union(parents: [place], children: [through]))
            default: break
            }
        }
        return unions.sorted { ($0.parents, $0.children).0.lexicographicallyPrecedes(($1.parents, $1.children).0) }
    }

    private static func born(_ summary: ChildSummary) -> String {
        if let born = summary.bornOn { return "born \(born.shortWords)" }
        return summary.expectedOn.map { "due \($0.shortWords)" } ?? ""
    }

    private static func sign(_ summary: ChildSummary) -> Genogram.Sign {
        if summary.bornOn == nil, summary.expectedOn != nil { return .triangle }
        return switch summary.sex {
        case "M", "1": .square
        case "F", "2": .circle
        default: .diamond
        }
    }
}
