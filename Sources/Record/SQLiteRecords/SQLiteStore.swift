import AccessRules
import GRDB
import RecordKeeping
import Synchronization

/// The record kept in SQLite: one writer, many readers, a write-ahead log, and every commit on disk before it is
/// answered.
package final class SQLiteStore: RecordStore {
    let pool: DatabasePool
    private let commits: CommitLine
    private let readersHere: ReadersHere
    let accessLog: AccessLog
    let drafts: DraftBox
    let sources: SourceStates
    private let watch: ChangeWatch
    private let answers = RememberedAnswers()
    let salts: Mutex<Salts>
    private let viewCount = Atomic<Int>(0)
    let lines = Mutex<[LoadID: LoadLine]>([:])
    /// How many children are worked out again inside the transaction of an append; more wait for `recalculate`.
    static let atOnce = 200

    /// Opens the database at the address, making or migrating it first.
    package init(
        at address: DatabaseAddress, standards: ShippedStandards, salts: Salts = Salts()
    ) throws(StoreFailure) {
        do {
            pool = try SQLiteStore.openPool(address.path)
            try SQLiteStore.migrate(pool, by: RecordMigrations.all)
            readersHere = try ReadersHere(path: address.path)
            accessLog = try AccessLog(path: address.accessLogPath)
            drafts = try DraftBox(path: address.draftsPath)
            watch = try ChangeWatch(path: address.path)
        } catch {
            throw StoreFailure(error)
        }
        let sources = SourceStates(standards)
        self.sources = sources
        commits = CommitLine(
            pool,
            begun: { db in
                // NB: of the one connection that writes here, so it tells of what other programs wrote and not of this.
                sources.writerSees(try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0)
            },
            takenBack: { sources.forgetAll() })
        self.salts = Mutex(salts)
    }

    package func close() throws(StoreFailure) {
        do {
            try readersHere.close()
            try pool.close()
            try accessLog.close()
            try drafts.close()
        } catch {
            throw StoreFailure(error)
        }
    }

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 8
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = ON")
            // NB: without this, INSERT OR REPLACE would delete an entry without its trigger noticing.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA cache_size = -65536")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000") }
        }
        return configuration
    }

    /// A database every commit of which is on disk when it returns, through a loss of power as well.
    ///
    /// NB: a pool asks for less when it turns the write-ahead log on, after the configuration's own settings: a commit would
    /// be in the log and not yet on disk. So it is asked for last, and looked at.
    /// Source: https://www.sqlite.org/pragma.html#pragma_synchronous
    package static func openPool(_ path: String) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: configuration)
        let level = try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        guard level == 2 else { throw DatabaseError(message: "commits would not wait for the disk") }
        return pool
    }

    static func migrate(_ pool: some DatabaseWriter, by migrations: [Migration]) throws {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name, migrate: migration.migrate)
        }
        if try pool.read(migrator.hasBeenSuperseded) { throw StoreFailure.newerThanProgram }
        try migrator.migrate(pool)
    }

    /// All or nothing, and durable when it returns.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        let generation = sources.generation
        do {
            let value = try await commits.write(work)
            // A reader whose view began before the commit may have made a state since: forget that too.
            if sources.generation != generation { sources.forgetAll() }
            return value
        } catch {
            throw StoreFailure(error)
        }
    }

    /// What is true of the sources' settings as long as nothing is written, by this program or another.
    func freshGeneration() throws(StoreFailure) -> Int { sources.generation(asOf: try changeStamp()) }

    package func changeStamp() throws(StoreFailure) -> Int64 {
        do {
            return try watch.stamp()
        } catch {
            throw StoreFailure(error)
        }
    }

    /// An answer that was given before, if nothing has changed since; else what `work` reads, to be given again.
    func remembered<Value: Sendable>(
        _ question: Question, _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        let stamp = try changeStamp()
        if let known: Value = answers.answer(question, asOf: stamp) { return known }
        let value = try await read(work)
        answers.keep(value, question, asOf: stamp)
        return value
    }

    /// How many views of the record were opened since this store was: what a page costs, whatever machine it is on.
    package var viewsOpened: Int { viewCount.load(ordering: .relaxed) }

    /// One consistent view of the database for a few rows found by their keys, read where it is asked for: handing so
    /// little to another thread and back costs more than reading it.
    func readHere<Value>(_ work: (Database) throws -> Value) throws(StoreFailure) -> Value {
        viewCount.add(1, ordering: .relaxed)
        return try readersHere.read(work)
    }

    /// One consistent view of the database.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        viewCount.add(1, ordering: .relaxed)
        do {
            return try await pool.read(work)
        } catch {
            throw StoreFailure(error)
        }
    }

    /// Leave for something else is a mistake of the caller's; nothing is read with it.
    func require(
        _ access: Access, _ verbs: Set<Verb>, child: SubjectID? = nil
    ) throws(StoreFailure) {
        guard verbs.contains(access.verb), access.child == child else { throw .accessMismatch }
    }
}
