import AccessRules
import Assurance
import Casework
import ChildJourney
import Foundation
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// A look-back over every child of a record that is kept here, with every file read: its page, what has to be taken out of the words of
/// the inspection it belongs to, how complete its lists are, and decisions on like facts. Beside each the rows of the same entries are
/// found and thrown away.
struct AssuranceBench {
    private static let together = 250
    private static let sample = "look-back"
    private static let inspection = "bench"

    let folder: String
    let size: Int
    let runs: Int
    let standards: ShippedStandards
    let frameworks: InspectionFrameworks
    let lists: [AnnexAList]

    func measure(_ add: @Sendable (BenchResult) -> Void) async throws {
        let place = "\(folder)/assurance-\(size)"
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        guard let address = DatabaseAddress("\(place)/record.db"), let code = CouncilCode("999") else { return }
        let store = try SQLiteStore(at: address, standards: standards)
        let now = Clock.now()
        try await GoLive(store: store, now: { now })(
            code, named: "Invented council", from: now.londonDay - 400, by: "bench")
        try await record(in: store, code, at: now)
        let auditor = SignedIn(council: code, user: "auditor", role: .auditor)
        let assurer = Assurer(store: store, person: auditor, now: { now })
        var request = DrawSample.Request(
            purpose: "Look-back", method: .wholeFrame, size: 0, tool: "case-file", frame: .open)
        request.inspection = Self.inspection
        try await DrawSample(assurer)(request, id: Self.sample)
        try await read(in: store, code, at: now)

        let children = (0..<size).map(Self.child)
        let access = try AccessRules.access(for: auditor, to: .seeAssurance, .council(code), because: .audit).get()
        let files = try await quickest { _ = try await store.bareEntries(of: children, in: code) }
        let referrals = try await quickest { _ = try await store.bareEntries([.referral], in: code) }
        let all = try await quickest { _ = try await store.bareEntries(AnnexA.kinds, in: code) }
        let look = try await quickest { _ = try await SeeAssurance(assurer, frameworks).read(Self.sample) }
        add(result("look-back, every file read", look, files, "the same entries, thrown away"))
        let masking = try await quickest {
            _ = try await store.withholding(ofChildrenIn: Self.inspection, access: access)
        }
        add(result("what an inspection must not tell", masking, files, "the same entries, thrown away"))
        let decisions = try await quickest {
            _ = try await store.decisionsOnLikeFacts(on: now.londonDay, access: access, at: now)
        }
        add(result("decisions on like facts", decisions, referrals, "the same entries, thrown away"))
        let counted = try await quickest { _ = try await AnnexA(assurer, lists).counted(on: now.londonDay) }
        add(result("lists of an inspection, counted", counted, all, "the same entries, thrown away"))
        try store.close()
    }

    private static func child(_ number: Int) -> SubjectID { SubjectID(source: "record", local: "b\(number)") }

    /// Each with a referral that a manager decided; of one child, who has a brother, the address is withheld.
    private func record(in store: SQLiteStore, _ code: CouncilCode, at now: Moment) async throws {
        let today = now.londonDay
        try await inParts(store, code, now) { number in
            var referral = Referral(
                receivedOn: today - 10 - number % 300, source: "3A", primaryNeed: "N\(1 + number % 8)",
                noFurtherAction: false, harmAlleged: number % 3 == 0, decidedOn: today - 9 - number % 300)
            referral.decidedBy = "manager-\(number % 20)"
            var bodies: [(RecordID, any EntryBody)] = [
                (
                    "person",
                    Person(forename: "Child\(number)", surname: "Invented", bornOn: today - 2000 - number % 3000)
                ),
                ("R1", referral), ("A1", Address(postcode: "ZZ99 9ZZ", text: "\(number) Invented Street")),
            ]
            if number == 0 {
                bodies.append(("T1", Relationship(other: "b1", kind: "sibling")))
                bodies.append(
                    (
                        "W1",
                        WithheldFact(facts: [.address], from: ["Nobody"], why: "invented", since: today, on: today)
                    ))
            }
            return bodies
        }
    }

    /// Every file is read, as an auditor would write it.
    private func read(in store: SQLiteStore, _ code: CouncilCode, at now: Moment) async throws {
        try await inParts(store, code, now) { number in
            var audit = CaseFileAudit(
                on: now.londonDay, reader: .auditor, by: "auditor", tool: "case-file", sample: Self.sample)
            (audit.grade, audit.leftAtPotentialRisk, audit.isFinished) = ("good", number % 7 == 0, true)
            return [(RecordID("audit-\(number)"), audit)]
        }
    }

    private func inParts(
        _ store: SQLiteStore, _ code: CouncilCode, _ now: Moment, _ bodies: (Int) -> [(RecordID, any EntryBody)]
    ) async throws {
        for start in stride(from: 0, to: size, by: Self.together) {
            let entries = (start..<min(size, start + Self.together)).flatMap { number in
                bodies(number).map { NewEntry($0.1, id: $0.0, about: .child(Self.child(number)), by: .user("bench")) }
            }
            _ = try await store.append(entries, in: code, at: now)
        }
    }

    private func quickest(_ work: () async throws -> Void) async throws -> Double {
        var best = Double.infinity
        let clock = ContinuousClock()
        for _ in 0..<runs {
            let start = clock.now
            try await work()
            best = min(best, (clock.now - start) / .seconds(1))
        }
        return best
    }

    private func result(_ name: String, _ seconds: Double, _ floor: Double, _ floorName: String) -> BenchResult {
        BenchResult(
            name: name, size: size, value: seconds * 1000, unit: "ms", peakMegabytes: nil, floor: floor * 1000,
            floorName: floorName)
    }
}
