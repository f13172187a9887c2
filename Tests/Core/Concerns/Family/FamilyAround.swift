import ChildJourney
import WorkingDays

/// Invented people around a child: adults and other children, each told as a story of their own.
extension Child {
    /// A man who lives with somebody from a day on, and what is said of him.
    static func man(_ risks: PersonPosingRisk...) -> Journey {
        var journey = Journey()
        journey.add(
            Person(forename: "Rex", surname: "Invented", bornOn: "1985-01-01", sex: "M"), id: "person", place: 900)
        for (number, risk) in risks.enumerated() {
            journey.add(risk, id: RecordID("risk-\(number)"), place: 901 + Int64(number))
        }
        journey.arrange()
        return journey
    }

    mutating func lives(
        with adult: String, from: Day?, until: Day? = nil, as kind: RelationshipKind = .carer, home: Bool = true
    ) {
        var tie = Relationship(other: adult, kind: kind.rawValue, from: from, until: until)
        tie.isAdult = true
        tie.livesWith = home
        add(tie)
    }

    mutating func tied(to other: String, as kind: String = "sibling") { add(Relationship(other: other, kind: kind)) }

    func journey(adults: [String: Journey] = [:], children: [String: Child] = [:]) -> Journey {
        var journey = journey
        journey.family = Family(
            adults: adults.sorted { $0.key < $1.key }.map { Family.Member(id: $0.key, journey: $0.value) },
            children: children.sorted { $0.key < $1.key }.map { Family.Member(id: $0.key, journey: $0.value.journey) })
        return journey
    }
}
