import AccessRules
import Casework
import ChildJourney
import Foundation
import Matching
import RecordKeeping
import SQLiteRecords
import Simulation
import WorkingDays

/// How well a child who is known is found again from a description with something wrong in it, and how seldom somebody else
/// is taken for them. The people and what is wrong come from the seed alone.
struct MatchingBench {
    private static let asked = 200
    private static let shown = 8

    let folder: String
    let size: Int
    let seed: UInt64
    let standards: ShippedStandards
    let council: SimulatedCouncil

    fileprivate struct Tally {
        var asked = 0
        var found = 0
        var foundLikely = 0
        var first = 0
        var shownLikely = 0
        var rightLikely = 0
        var veryLikely = 0
        var rightVeryLikely = 0
    }

    func measure(_ add: @Sendable (BenchResult) -> Void) async throws {
        let place = "\(folder)/matching-\(size)"
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        guard let address = DatabaseAddress("\(place)/record.db"), let code = CouncilCode("999") else { return }
        let store = try SQLiteStore(at: address, standards: standards)
        let today = council.referenceDay
        let now = Moment(londonDay: today, minute: 12 * 60)
        try await GoLive(store: store, now: { now })(code, named: "Invented council", from: today - 1, by: "bench")
        let planted = try await record(in: store, code, at: now)
        let person = SignedIn(council: code, user: "bench", role: .manager)
        let access = try AccessRules.access(for: person, to: .search, .council(code), because: .work).get()
        var times: [Duration] = []
        for kind in PlantedLikeness.allCases {
            var tally = Tally()
            for (child, likeness) in planted[kind] ?? [] {
                var description = ChildDescription(
                    forename: likeness.asked.forename, surname: likeness.asked.surname, bornOn: likeness.asked.bornOn)
                description.places = [likeness.address.map { PlaceText(postcode: $0.postcode, text: $0.text) }]
                    .compactMap(\.self)
                let clock = ContinuousClock()
                let start = clock.now
                let page = try await store.alike(
                    description, besides: nil, limit: Self.shown, access: access, at: now)
                times.append(clock.now - start)
                tally.add(page, child: child)
            }
            for result in results(kind, tally) { add(result) }
        }
        let sorted = times.sorted()
        for (name, share) in [("p50", 0.5), ("p99", 0.99)] where !sorted.isEmpty {
            let time = sorted[Int(Double(sorted.count - 1) * share)] / .milliseconds(1)
            add(result("match: one search, \(name)", time, "ms"))
        }
    }

    /// Everybody is recorded; each kind is asked of other children.
    private func record(
        in store: SQLiteStore, _ code: CouncilCode, at now: Moment
    ) async throws -> [PlantedLikeness: [(SubjectID, PlantedLikeness.Planted)]] {
        var planted: [PlantedLikeness: [(SubjectID, PlantedLikeness.Planted)]] = [:]
        var waiting: [NewEntry] = []
        let kinds = PlantedLikeness.allCases
        for number in 1...size {
            let journey = council.child(number).journey
            guard var person = journey.person?.body, person.bornOn != nil else { continue }
            let child = SubjectID(source: SourceName.record.text, local: SimulatedChild.id(number))
            let kind = kinds[number % kinds.count]
            if planted[kind, default: []].count < Self.asked,
                let likeness = kind.plant(person, journey.addresses.last?.body, seed: seed, number: number)
            {
                planted[kind, default: []].append((child, likeness))
                person = likeness.known
            }
            waiting.append(NewEntry(person, id: "person", about: .child(child), by: .user("bench")))
            for address in journey.addresses {
                waiting.append(NewEntry(address.body, id: address.id, about: .child(child), by: .user("bench")))
            }
            if waiting.count > 500 || number == size {
                _ = try await store.append(waiting, in: code, at: now)
                waiting = []
            }
        }
        return planted
    }

    private func results(_ kind: PlantedLikeness, _ tally: Tally) -> [BenchResult] {
        func percent(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 100 : 100 * Double(part) / Double(whole) }
        let name = "match: \(kind.rawValue)"
        if kind.isDecoy {
            return [
                result("\(name), asked", Double(tally.asked), "times"),
                result("\(name), taken for one, likely", Double(tally.shownLikely), "children"),
                result("\(name), taken for one, very likely", Double(tally.veryLikely), "children"),
            ]
        }
        return [
            result("\(name), asked", Double(tally.asked), "times"),
            result("\(name), recall, any", percent(tally.found, tally.asked), "%"),
            result("\(name), recall, likely", percent(tally.foundLikely, tally.asked), "%"),
            result("\(name), first shown", percent(tally.first, tally.asked), "%"),
            result("\(name), precision, likely", percent(tally.rightLikely, tally.shownLikely), "%"),
            result("\(name), precision, very likely", percent(tally.rightVeryLikely, tally.veryLikely), "%"),
        ]
    }

    private func result(_ name: String, _ value: Double, _ unit: String) -> BenchResult {
        BenchResult(
            name: name, size: size, value: value, unit: unit, peakMegabytes: nil, floor: nil, floorName: "")
    }
}

extension MatchingBench.Tally {
    fileprivate mutating func add(_ page: AlikePage, child: SubjectID) {
        asked += 1
        if page.children.first?.listed.child == child { first += 1 }
        for alike in page.children {
            let isRight = alike.listed.child == child
            if isRight { found += 1 }
            guard alike.match.band >= .likely else { continue }
            shownLikely += 1
            if isRight { (foundLikely, rightLikely) = (foundLikely + 1, rightLikely + 1) }
            guard alike.match.band == .veryLikely else { continue }
            veryLikely += 1
            if isRight { rightVeryLikely += 1 }
        }
    }
}
