import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

/// The access log: a store of its own, append-only and chained, written in groups. Whoever logs waits until the group
/// is on disk; while one is written the next gathers.
actor AccessLog {
    private let pool: DatabasePool
    private let readersHere: ReadersHere
    private var waiting: [(look: Look, waiter: CheckedContinuation<StoreFailure?, Never>)] = []
    private var isWriting = false
    private var recent = RecentLooks()

    init(path: String) throws {
        pool = try SQLiteStore.openPool(path)
        try SQLiteStore.migrate(pool, by: AccessLogMigrations.all)
        readersHere = try ReadersHere(path: path)
    }

    nonisolated func close() throws {
        try readersHere.close()
        try pool.close()
    }

    /// Returns when the line is durable.
    func append(_ look: Look) async throws(StoreFailure) {
        let failure = await withCheckedContinuation { waiter in
            waiting.append((look, waiter))
            if !isWriting {
                isWriting = true
                Task { await writeGroups() }
            }
        }
        if let failure { throw failure }
    }

    nonisolated func tryWriting(at moment: Moment) async throws(StoreFailure) {
        do {
            try await pool.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO still_written (id, at) VALUES (1, ?)",
                    arguments: [moment.milliseconds])
            }
        } catch {
            throw StoreFailure(error)
        }
    }

    private func writeGroups() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting = []
            var failure: StoreFailure?
            do {
                let looks = group.map(\.look)
                let written = try await pool.write { [recent] db in try recent.write(looks, db) }
                recent.take(written)
            } catch {
                recent = RecentLooks()
                failure = StoreFailure(error)
            }
            for (_, waiter) in group { waiter.resume(returning: failure) }
        }
        isWriting = false
    }

    /// The latest lines about a child, newest first, as of the last line written here; nil where they are not remembered.
    func remembered(_ child: SubjectID, in council: CouncilCode, limit: Int) -> [LoggedLook]? {
        recent.lines(child, in: council, limit: limit)
    }

    /// Takes the words out of lines, and out of what stands behind them on disk.
    func eraseWords(of numbers: [Int64], in council: CouncilCode) async throws(StoreFailure) {
        do {
            try await pool.write { try LookRows.eraseWords(of: numbers, in: council, $0) }
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw StoreFailure(error)
        }
        recent = RecentLooks()
    }

    /// A few rows found by their keys, read where they are asked for.
    nonisolated func readHere<Value>(_ work: (Database) throws -> Value) throws(StoreFailure) -> Value {
        try readersHere.read(work)
    }

    nonisolated func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await pool.read(work)
        } catch {
            throw StoreFailure(error)
        }
    }
}

extension SQLiteStore {
    package func log(_ look: Look) async throws(StoreFailure) { try await accessLog.append(look) }

    package func whoHasLooked(
        at child: SubjectID, access: Access, limit: Int
    ) async throws(StoreFailure) -> [LoggedLook] {
        try require(access, [.seeWhoHasLooked], child: child)
        let council = access.council
        var found: [LoggedLook] = []
        for record in try readHere({ try [child] + MergedRows.joined(to: child, in: council, $0) }) {
            if let known = await accessLog.remembered(record, in: council, limit: limit) {
                found += known
            } else {
                found += try accessLog.readHere { try LookRows.looks(at: record, limit: limit, in: council, $0) }
            }
        }
        // What is not for the reader yet would else push out what is, so there may be fewer lines than asked for.
        let isHidden = try hiddenLooks(from: access.who)
        return Array(
            found.filter { !isHidden($0) || $0.isOfBrokenGlass }.sorted { $0.number > $1.number }.prefix(limit))
    }

    package func looks(
        access: Access, before: Int64?, limit: Int
    ) async throws(StoreFailure) -> [LoggedLook] {
        try require(access, [.seeAccessLog])
        let council = access.council
        return try await accessLog.read { try LookRows.looks(before: before, limit: limit, in: council, $0) }
    }

    /// Of how many children's withholding a line is cleared; more are a list, whose words are filters.
    private static let mostCleared = 8

    package func shown(_ looks: [LoggedLook], access: Access) async throws(StoreFailure) -> [ShownLook] {
        try require(access, [.seeAccessLog])
        let (council, reader) = (access.council, access.who)
        let isInspectors = try hiddenLooks(from: reader)
        return try readHere { db in
            let hidden = try RestrictionRows.hidden(from: reader.user, in: council, db)
            // What was typed into a search is a name, found or not: one of somebody hidden is not given.
            let names = try Self.words(of: hidden, in: council, db)
            var known: [SubjectID: Withholding] = [:]
            return try looks.map { look in
                if isInspectors(look), !look.isOfBrokenGlass {
                    return ShownLook(
                        look.saying(why: look.isReasonStated ? "" : look.why, query: "", shown: []), count: 0,
                        isRestricted: false, isReasonHidden: false, isUntilClosed: true)
                }
                let isRestricted = look.shown.contains(where: hidden.contains)
                // NB: somebody who may open no child is given nobody's own words about one, nor whom they are about.
                let mayKnow = !isRestricted && reader.role.mayDo.contains(.openChild)
                var (why, query) = (look.why, look.query)
                if mayKnow, look.shown.count <= Self.mostCleared, look.isReasonStated || !query.isEmpty {
                    for child in look.shown {
                        let hiding =
                            try known[child] ?? WithholdingRows.withholding(of: child, in: council, db)
                        known[child] = hiding
                        (why, query) = (hiding.masked(why), hiding.masked(query))
                    }
                }
                let isReasonHidden = !mayKnow && look.isReasonStated
                let namesHidden = look.verb == Verb.search.rawValue && !names.isDisjoint(with: Self.words(query))
                let shown = look.saying(
                    why: isReasonHidden ? "" : why, query: mayKnow && !namesHidden ? query : "",
                    shown: mayKnow ? look.shown : [])
                return ShownLook(
                    shown, count: look.shown.count, isRestricted: isRestricted, isReasonHidden: isReasonHidden)
            }
        }
    }

    /// The words of the names and the numbers of these children.
    private static func words(
        of children: Set<SubjectID>, in council: CouncilCode, _ db: Database
    ) throws -> Set<String> {
        var found: Set<String> = []
        for child in children where try ChildRows.evaluatedUnder(child, in: council, db) != nil {
            found.formUnion(words(try ChildRows.summary(child, in: council, db).name ?? ""))
            found.insert(child.local.lowercased())
        }
        return found
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init))
    }

    package func tryWriting(at moment: Moment) async throws(StoreFailure) {
        try await accessLog.tryWriting(at: moment)
    }

    package func firstBrokenLook(of council: CouncilCode) async throws(StoreFailure) -> Int64? {
        let erased = try await read { db in
            Set(try EntryRows.erasures(in: council, db).flatMap { $0.looks ?? [] })
        }
        return try await accessLog.read { try LookRows.firstBroken(erased: erased, in: council, $0) }
    }
}
