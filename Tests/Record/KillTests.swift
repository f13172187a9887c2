import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import Testing
import WorkingDays

/// A program killed in the middle of its work loses nothing it has acknowledged.
///
/// The parent starts this test program again as the writer, kills it at a moment of its own choosing, and looks at what
/// is left; the next round goes on from there.
@Suite(.serialized) struct KillTests {
    private static let variable = "RECORD_WRITER_FOLDER"
    private static let folder = ProcessInfo.processInfo.environment[variable]
    private static let rounds = 60

    @Test(.enabled(if: folder != nil)) func `writes until it is killed`() async throws {
        try await Writer(folder: require(Self.folder)).run()
    }

    @Test(.enabled(if: folder == nil)) func `nothing acknowledged is lost when the program is killed`() async throws {
        let made = try await TemporaryStore()
        var random = SplitMix(UInt64(made.folder.path.utf8.reduce(7) { ($0 &* 31) &+ UInt($1) }))
        var acknowledged = 0
        for _ in 0..<Self.rounds {
            try await killWriter(made, after: .milliseconds(Int.random(in: 1...80, using: &random)))
            let acknowledgements = try Acknowledgements(folder: made.folder)
            #expect(acknowledgements.count > acknowledged)
            acknowledged = acknowledgements.count
            try await expectKept(acknowledgements, made)
        }
        let store: any RecordStore = try TemporaryStore.open(made.path)
        _ = try await store.resumeLoads(at: noon("2026-03-02"))
        #expect(try await store.loadInProgress(of: made.council) == nil)
    }

    private func killWriter(_ made: TemporaryStore, after delay: Duration) async throws {
        let before = try Acknowledgements(folder: made.folder).count
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/proc/self/exe")
        writer.arguments = ["--testing-library", "swift-testing", "--filter", "writes until it is killed"]
        writer.environment = ProcessInfo.processInfo.environment.merging([Self.variable: made.folder.path]) { $1 }
        writer.standardOutput = FileHandle.nullDevice
        writer.standardError = FileHandle.nullDevice
        try writer.run()
        for _ in 0..<20_000 where writer.isRunning {
            if try Acknowledgements(folder: made.folder).count > before { break }
            try await Task.sleep(for: .milliseconds(2))
        }
        try await Task.sleep(for: delay)
        #expect(writer.isRunning, "the writer stopped by itself")
        kill(writer.processIdentifier, SIGKILL)
        writer.waitUntilExit()
    }

    private func expectKept(_ acknowledgements: Acknowledgements, _ made: TemporaryStore) async throws {
        let store: any RecordStore = try TemporaryStore.open(made.path)
        let report = try await store.verify(made.council, expecting: acknowledgements.head)
        #expect(report.fault == nil)
        let database = try TemporaryStore.queue(made.path)
        let kept = try await database.read { db in
            try Set(String.fetchAll(db, sql: "SELECT subject || ' ' || id FROM entry"))
        }
        #expect(acknowledgements.records.subtracting(kept).isEmpty)
        let children = try await database.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(DISTINCT subject) FROM entry WHERE subject LIKE 'child/%'"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM child")
            )
        }
        #expect(children.0 == children.1)
        #expect(try await store.firstBrokenLook(of: made.council) == nil)
        let looks = try await store.looks(access: made.access(.seeAccessLog), before: nil, limit: 1)
        #expect((looks.first?.number ?? 0) >= acknowledgements.looks)
    }
}

/// What the writer has said was done, line by line.
private struct Acknowledgements {
    var count = 0
    var records: Set<String> = []
    var looks: Int64 = 0
    var head: ChainHead?

    static func file(_ folder: URL) -> URL { folder.appendingPathComponent("acknowledged") }

    init(folder: URL) throws {
        guard let text = try? String(contentsOf: Self.file(folder), encoding: .utf8) else { return }
        // A line is believed only when its end was written.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            count += 1
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "record": records.insert(words.dropFirst().joined(separator: " "))
            case "look": looks += 1
            case "head": head = ChainHead(words[1])
            default: continue
            }
        }
    }
}

/// Records, loads and looks for as long as it lives, and says so only when told it was done.
private struct Writer {
    let store: any RecordStore
    let council: CouncilCode
    let file: FileHandle

    init(folder: String) async throws {
        let folder = URL(fileURLWithPath: folder)
        council = try require(CouncilCode("901"))
        store = try TemporaryStore.open(
            folder.appendingPathComponent("record.db").path, seed: UInt64(ProcessInfo.processInfo.processIdentifier))
        let url = Acknowledgements.file(folder)
        if !FileManager.default.fileExists(atPath: url.path) { try Data().write(to: url) }
        file = try FileHandle(forWritingTo: url)
        try file.seekToEnd()
        _ = try await store.resumeLoads(at: noon("2026-03-02"))
    }

    func run() async throws {
        var round = try await store.head(of: council).sequence
        while true {
            round += 1
            try await append(round)
            if round % 5 == 0 { try await look() }
            if round % 7 == 0 { try await load(round) }
        }
    }

    private func say(_ line: String) throws { try file.write(contentsOf: Data("\(line)\n".utf8)) }

    private func append(_ round: Int64) async throws {
        let id = RecordID("hand-\(round)")
        let visit = Visit(on: try day("2026-03-02"), purpose: .childProtectionPlan, seen: true)
        let entry = NewEntry(visit, id: id, about: .child("ssd:c0"), by: .user("ana"))
        _ = try await store.append([entry], in: council, at: noon("2026-03-02"))
        try say("record child/ssd:c0 \(id.text)")
        try say("head \(try await store.head(of: council))")
    }

    private func look() async throws {
        let person = SignedIn(council: council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child("ssd:c0", in: council, .none), because: .work
        ).get()
        _ = try await store.open("ssd:c0", access: access, at: noon("2026-03-02"))
        try say("look")
    }

    private func load(_ round: Int64) async throws {
        let person = SignedIn(council: council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .importFiles, .council(council), because: .work
        ).get()
        let id = try await store.beginLoad(NamedChildren.plan(on: "2026-03-02"), access: access)
        var random = RandomChildren(seed: UInt64(round))
        var taken: [ImportedSubject] = []
        for part in 0..<4 {
            let subjects = (0..<5).map { random.subject(part * 5 + $0 + Int(round % 3)) }
            try await store.take(subjects, in: id, at: noon("2026-03-02"))
            // One part may still be on its way to the disk when its successor is taken.
            try acknowledge(taken)
            taken = subjects
        }
        _ = try await store.finish(id, at: noon("2026-03-02"))
        try acknowledge(taken)
        try say("head \(try await store.head(of: council))")
    }

    private func acknowledge(_ subjects: [ImportedSubject]) throws {
        for subject in subjects {
            for record in subject.records { try say("record child/ssd:\(subject.id) \(record.id.text)") }
        }
    }
}
