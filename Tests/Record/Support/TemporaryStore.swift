import AccessRules
import ChildJourney
import Concerns
import Duties
import Foundation
import RecordKeeping
import SQLiteRecords
import Standards
import Synchronization
import WorkingDays

/// A store in a folder of its own, gone with the test; salts are the same in every run.
final class TemporaryStore: Sendable {
    let folder: URL
    let store: any RecordStore
    let council: CouncilCode

    var path: String { folder.appendingPathComponent("record.db").path }

    init(_ standards: ShippedStandards = .shipped, seed: UInt64 = 1) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        council = try require(CouncilCode("901"))
        store = try TemporaryStore.open(folder.appendingPathComponent("record.db").path, standards, seed: seed)
        try await store.addCouncil(council, name: "Invented Council")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func open(
        _ path: String, _ standards: ShippedStandards = .shipped, seed: UInt64 = 1
    ) throws -> SQLiteStore {
        try SQLiteStore(
            at: require(DatabaseAddress(path)), standards: standards, salts: Salts(SplitMix(seed)))
    }

    /// Leave to do something not about one child, for somebody whose role may.
    func access(_ verb: Verb, user: UserID = "ana", role: Role? = nil) throws -> Access {
        let role = try require(role ?? Role.allCases.first { $0 != .administrator && $0.mayDo.contains(verb) })
        let person = SignedIn(council: council, user: user, role: role)
        return try AccessRules.access(for: person, to: verb, .council(council), because: .work).get()
    }

    /// Leave to do something to a child, whatever restriction stands on it.
    func access(_ verb: Verb, to child: SubjectID, user: UserID = "ana") async throws -> Access {
        let restriction = try await store.restriction(of: child, in: council, at: Moment(milliseconds: 0)) ?? .none
        let person = SignedIn(council: council, user: user, role: .manager)
        return try AccessRules.access(
            for: person, to: verb, .child(child, in: council, restriction), because: .work
        ).get()
    }
}

/// A random generator anybody can run again: SplitMix64.
struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct Missing: Error {}

/// The value, or a failed test.
func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}

/// A day from its text.
func day(_ text: String) throws -> Day { try require(Day(iso: text)) }

/// Noon on a day.
func noon(_ text: String) throws -> Moment { Moment(londonDay: try day(text), minute: 720) }

extension ShippedStandards {
    /// The standards this program ships, read from the source tree.
    static let shipped: ShippedStandards = {
        let folder = StandardsFolder(
            path: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../../Data").standardizedFileURL.path)
        do {
            return ShippedStandards(
                calendar: try folder.calendar(), standards: try folder.standards(), release: "test",
                retention: try folder.retention())
        } catch {
            preconditionFailure("the shipped standards cannot be read: \(error)")
        }
    }()
}

/// The folder of fixtures.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Fixtures").standardizedFileURL

extension TemporaryStore {
    /// Every byte of the record's database and its log, as text.
    func bytes() throws -> String { bytes { $0.hasPrefix("record.db") } }

    /// Every byte of every file, as text: the access log and the drafts too.
    func allBytes() throws -> String { bytes { _ in true } }

    private func bytes(of isMeant: (String) -> Bool) -> String {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter(isMeant).sorted().compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { String(decoding: $0, as: UTF8.self) }
        }.joined()
    }
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
