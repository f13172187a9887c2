import AccessRules
import CINCensus
import Casework
import ChildJourney
import Duties
import Foundation
import RecordKeeping
import SQLiteRecords
import Server
import Standards
import Testing
import WorkingDays

/// A record in a folder of its own, gone with the test, and the invented children who stand in it.
final class RecordFixture: Sendable {
    let folder: URL
    let store: SQLiteStore
    let council: CouncilCode
    let standards: Casework.Standards

    /// The same record, opened by another release of the program.
    func opened(byRelease release: String) throws -> SQLiteStore {
        let address = try #require(DatabaseAddress(folder.appendingPathComponent("record.db").path))
        return try SQLiteStore(
            at: address,
            standards: ShippedStandards(
                calendar: standards.calendar, standards: standards.limits.all, release: release))
    }

    var uploads: UploadFolder { UploadFolder(path: folder.appendingPathComponent("uploads").path) }

    init(council code: String = "demo") throws {
        let shipped = StandardsFolder(path: RecordFixture.data)
        let frameworks = try shipped.frameworks()
        var standards = Casework.Standards(
            calendar: try shipped.calendar(), limits: Limits(try shipped.standards()),
            catalogue: try shipped.catalogue(), codeWords: try shipped.censusCodes(),
            retention: try shipped.retention(), accessTerms: try shipped.accessTerms(), frameworks: frameworks,
            register: try shipped.register(under: frameworks), patterns: try shipped.findingPatterns(),
            auditTools: try shipped.auditTools(), auditThemes: try shipped.auditThemes(),
            annexA: try shipped.annexA())
        standards.publishedStatistics = { try shipped.publishedStatistics($0) }
        self.standards = standards
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        council = try #require(CouncilCode(code))
        let address = try #require(DatabaseAddress(folder.appendingPathComponent("record.db").path))
        store = try SQLiteStore(
            at: address,
            standards: ShippedStandards(
                calendar: standards.calendar, standards: standards.limits.all, release: "test",
                retention: standards.retention))
        try uploads.prepare()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Loads children as one complete extract of the day.
    func load(
        _ children: [ImportedSubject], at moment: Moment = ServerFixture.moment,
        telling facts: Set<CoveredFact> = Set(CoveredFact.allCases)
    ) async throws {
        try await store.addCouncil(council, name: "Invented council")
        let cover = Cover(
            source: "the invented extract",
            extents: Dictionary(uniqueKeysWithValues: facts.map { ($0, Cover.Extent()) }),
            until: moment.londonDay)
        let plan = LoadPlan(
            source: .safeguardingDataset, kind: .safeguardingDataset, files: ["extract.zip"], cover: cover,
            supplied: Set(RecordKind.allCases), startedAt: moment, by: "u1")
        let load = try await store.beginLoad(plan, access: access(.importFiles))
        try await store.take(children, in: load, at: moment)
        _ = try await store.finish(load, at: moment)
    }

    /// The record is kept here from a day on, instead of being loaded.
    func goLive(from day: Day) async throws {
        try await GoLive(store: store, now: { ServerFixture.moment })(
            council, named: "Invented council", from: day, by: "u1")
    }

    /// Records about a child, recorded here.
    func record(_ bodies: [(RecordID, any EntryBody)], about child: SubjectID) async throws {
        let entries = bodies.map { NewEntry($0.1, id: $0.0, about: .child(child), by: .user("u1")) }
        _ = try await store.append(entries, in: council, at: ServerFixture.moment)
    }

    /// Registered social workers, as the record kept here knows them.
    func employ(_ workers: String...) async throws {
        let entries = workers.map { id in
            NewEntry(Worker(name: id, registration: "SW0001"), id: "worker", about: .worker(id), by: .user("u1"))
        }
        _ = try await store.append(entries, in: council, at: ServerFixture.moment)
    }

    func access(_ verb: Verb, role: Role = .manager) throws -> Access {
        let person = SignedInPerson(council: council, user: "u1", role: role)
        return try AccessRules.access(for: person, to: verb, .council(council), because: .work).get()
    }

    /// Closes a child to everybody but those named.
    func restrict(_ child: SubjectID, to users: Set<UserID>) async throws {
        let person = SignedInPerson(council: council, user: "u1", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .restrictChild, .child(child, in: council, .none), because: .work
        ).get()
        try await store.restrict(child, to: users, access: access, at: ServerFixture.moment)
    }

    func looks() async throws -> [LoggedLook] {
        try await store.looks(access: access(.seeAccessLog), before: nil, limit: 100)
    }

    /// The folder of shipped standards in this source tree.
    static var data: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Data").standardized.path
    }
}

/// Invented children, each left without something.
enum LeftOut {
    /// On a protection plan and not seen since January.
    static func tamar(_ id: String = "tamar", forename: String = "Tamar", team: String = "T1") throws -> ImportedSubject
    {
        ImportedSubject(
            id: id,
            records: [
                record("person", Person(forename: forename, surname: "Okoro", bornOn: try day("2019-02-11"))),
                record(
                    "R1",
                    Referral(
                        receivedOn: try day("2026-01-05"), primaryNeed: "N1", noFurtherAction: false, harmAlleged: true,
                        team: team)),
                record("A1", Allocation(worker: "W1", team: team, role: .lead, from: try day("2026-01-05"))),
                record(
                    "P1",
                    ChildProtectionPlan(
                        referral: "R1", startedOn: try day("2026-01-15"), initialCategory: "NEG", latestCategory: "NEG")
                ),
                record(
                    "V1",
                    Visit(
                        on: try day("2026-01-20"), purpose: .childProtectionPlan, plan: "P1", seen: true,
                        seenAlone: true)),
            ])
    }

    /// In need with a plan since February, and never visited.
    static func kacper(_ id: String) throws -> ImportedSubject {
        ImportedSubject(
            id: id,
            records: [
                record("person", Person(forename: "Kacper", surname: "Nowak", bornOn: try day("2012-08-30"))),
                record("R1", Referral(receivedOn: try day("2026-02-02"), primaryNeed: "N1", noFurtherAction: false)),
                record("C1", ChildInNeedPlan(referral: "R1", startedOn: try day("2026-03-02"))),
            ])
    }

    static func many(_ count: Int) throws -> [ImportedSubject] {
        try (1...count).map { try tamar("child\($0)", forename: "Invented\($0)") }
    }

    private static func record(_ id: RecordID, _ body: any EntryBody) -> ImportedRecord {
        ImportedRecord(id: id, body: body, place: 0)
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }
}

extension RecordStore {
    /// Restricts a child for the first time in a test, with a reason that says nothing.
    func restrict(
        _ child: SubjectID, to users: Set<UserID>?, access: Access, at moment: Moment
    ) async throws {
        guard try await restrict(child, to: users, why: "invented", seen: 0, access: access, at: moment) else {
            throw ChangedSince()
        }
    }
}

struct ChangedSince: Error {}
