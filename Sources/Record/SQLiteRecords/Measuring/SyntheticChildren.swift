import ChildJourney
import RecordKeeping
import WorkingDays

/// Invented children for measuring: the same for the same numbers, with the shape of a real record and nobody's story.
struct SyntheticChildren {
    private static let forenames = [
        "Amara", "Ben", "Chloe", "Dawit", "Ella", "Farah", "George", "Hana", "Isla", "Jakub", "Kezia", "Leo", "Maya",
        "Noah", "Olivia", "Pavel", "Quinn", "Ravi", "Sofia", "Tariq", "Uma", "Vera", "Wren", "Yusuf", "Zoe",
    ]
    private static let syllables = [
        "an", "bar", "cor", "den", "er", "far", "gor", "hal", "ing", "jo", "kin", "lan", "mor", "nor", "ow", "per",
        "ran", "son", "ton", "ver", "wood", "yar",
    ]

    static let firstNumber = 100_000

    /// The day everything is told up to.
    let asAt: Day

    init(asAt: Day) {
        self.asAt = asAt
    }

    /// About 20 records for one in eight of them, who are known now; 4 for the rest, who were known once.
    func subject(_ number: Int) -> ImportedSubject {
        var random = Numbers(UInt64(number))
        let isOpen = random.next(8) == 0
        let started = asAt - (isOpen ? 20 + random.next(300) : 400 + random.next(2000))
        var records = [
            ImportedRecord(id: "person", body: person(number, &random), place: 1),
            ImportedRecord(
                id: "R1",
                body: Referral(
                    receivedOn: started, source: "1A", primaryNeed: "N1", noFurtherAction: false,
                    closedOn: isOpen ? nil : started + 90, closureReason: isOpen ? nil : "RC8",
                    team: "T\(random.next(40))"),
                place: 2),
            ImportedRecord(
                id: "A1",
                body: Assessment(
                    referral: "R1", kind: .single, startedOn: started + 2, authorisedOn: started + 30 + random.next(60)),
                place: 3),
            ImportedRecord(
                id: "L1",
                body: Allocation(
                    worker: "W\(random.next(400))", team: "T\(random.next(40))", role: .lead, from: started + 1,
                    until: isOpen ? nil : started + 90),
                place: 4),
        ]
        if isOpen { addPlan(from: started + 35, to: &records, &random) }
        return ImportedSubject(id: String(Self.firstNumber + number), records: records)
    }

    /// Who a child is, without their records.
    func person(_ number: Int) -> Person {
        subject(number).records.lazy.compactMap { $0.body as? Person }.first ?? Person()
    }

    private func person(_ number: Int, _ random: inout Numbers) -> Person {
        let surname = (0..<2 + random.next(2)).map { _ in Self.syllables[random.next(Self.syllables.count)] }.joined()
        return Person(
            forename: Self.forenames[random.next(Self.forenames.count)], surname: surname.capitalizedFirst,
            bornOn: asAt - 200 - random.next(6000), sex: random.next(2) == 0 ? "F" : "M", ethnicity: "WBRI",
            uniquePupilNumber: "A\(100_000_000 + number)")
    }

    private func addPlan(from start: Day, to records: inout [ImportedRecord], _ random: inout Numbers) {
        records.append(
            ImportedRecord(
                id: "E1",
                body: Section47Enquiry(
                    referral: "R1", startedOn: start - 15, endedOn: start - 3, conferenceRequired: true,
                    outcome: .conference),
                place: 5))
        records.append(
            ImportedRecord(
                id: "P1", body: ChildProtectionPlan(referral: "R1", startedOn: start, initialCategory: "NEG"), place: 6)
        )
        var visit = start + random.next(10)
        for place in 7..<21 where visit <= asAt {
            records.append(
                ImportedRecord(
                    id: RecordID("V\(place)"),
                    body: Visit(
                        on: visit, purpose: .childProtectionPlan, plan: "P1", seen: random.next(12) > 0,
                        seenAlone: random.next(3) > 0),
                    place: Int64(place)))
            visit = visit + 8 + random.next(10)
        }
    }
}

/// Numbers that are the same for the same seed.
struct Numbers {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    /// From 0 up to `bound`, which is not reached.
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
