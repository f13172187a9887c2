import ChildJourney
import RecordKeeping
import WorkingDays

/// Children with stories nobody would write by hand: any records on any days, in any order.
struct RandomChildren {
    private var random: SplitMix
    private static let forenames = ["Ana", "Ben", "Zoë", "Kacper", "Mei", "Tamar", "O'Neil", "Łukasz"]
    private static let surnames = ["Smith", "Smyth", "Okoro", "Nowak", "Marsh-Jones", "Firth"]

    init(seed: UInt64) {
        random = SplitMix(seed)
    }

    mutating func subject(_ id: Int) -> ImportedSubject {
        var records = [
            ImportedRecord(
                id: "person",
                body: Person(
                    forename: Self.forenames.randomElement(using: &random),
                    surname: Self.surnames.randomElement(using: &random), bornOn: day(2008..<2024)),
                place: 0)
        ]
        for number in 0..<Int.random(in: 0...12, using: &random) {
            records.append(ImportedRecord(id: RecordID("r\(number)"), body: body(), place: Int64(number)))
        }
        return ImportedSubject(id: "c\(id)", records: records)
    }

    mutating func worker(_ id: Int) -> ImportedSubject {
        let left = Bool.random(using: &random) ? nil : day(2024..<2026)
        let worker = Worker(registration: Bool.random(using: &random) ? "SW\(id)" : nil, leftOn: left)
        return ImportedSubject(.worker, id: "W\(id)", records: [ImportedRecord(id: "w", body: worker, place: 0)])
    }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }

    private mutating func day(_ years: Range<Int>) -> Day {
        let first = Day(year: years.lowerBound, month: 1, day: 1) ?? Day(number: 0)
        return first + Int.random(in: 0..<years.count * 365, using: &random)
    }

    private mutating func later(_ start: Day) -> Day? {
        Bool.random(using: &random) ? nil : start + Int.random(in: 0...400, using: &random)
    }

    mutating func body() -> any EntryBody {
        let start = day(2023..<2026)
        let worker = "W\(Int.random(in: 0..<4, using: &random))"
        let team = "T\(Int.random(in: 0..<3, using: &random))"
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
            return Referral(
                receivedOn: start, primaryNeed: "N1", harmAlleged: Bool.random(using: &random), closedOn: later(start),
                closureReason: "RC8", team: team, worker: worker)
        case 2: return Allocation(worker: worker, team: team, role: .lead, from: start, until: later(start))
        case 3: return Assessment(kind: .single, startedOn: start, authorisedOn: later(start), childSeen: true)
        case 4: return Section47Enquiry(startedOn: start, endedOn: later(start), conferenceRequired: true)
        case 5: return ChildProtectionPlan(startedOn: start, endedOn: later(start))
        case 6:
            return Visit(
                on: start, purpose: .childProtectionPlan, seen: Bool.random(using: &random),
                seenAlone: Bool.random(using: &random))
        case 7: return MissingEpisode(kind: .missing, from: start, until: later(start))
        default: return Contact(receivedOn: start)
        }
    }
}
