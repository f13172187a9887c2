import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

/// The table of loads.
enum LoadRows {
    private static let columns =
        """
        load.number, load.source, source.kind, load.state, load.files, load.cover, load.supplied, load.by, load.started,
        load.finished, load.failure, load.rolled_forward_by, load.subjects, load.added, load.changed, load.unchanged,
        load.withdrawn, load.erased_before, load.unreadable
        """
    private static let from =
        "FROM load JOIN source ON source.council = load.council AND source.name = load.source WHERE load.council = ?"

    static func load(_ id: LoadID, _ db: Database) throws -> Load {
        let select = try PreparedStatement(db, "SELECT \(columns) \(from) AND load.number = ?")
        select.bind(1, id.council.text)
        select.bind(2, id.number)
        guard let load = try select.first({ try read($0, id.council) }) else { throw StoreFailure.notFound }
        return load
    }

    /// Latest first.
    static func latest(
        of council: CouncilCode, in states: [LoadState], limit: Int, _ db: Database
    ) throws -> [Load] {
        let names = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let select = try PreparedStatement(
            db, "SELECT \(columns) \(from) AND load.state IN (\(names)) ORDER BY load.number DESC LIMIT ?")
        select.bind(1, council.text)
        select.bind(2, limit)
        return try select.all { try read($0, council) }
    }

    /// Whether a load is being read or worked out now.
    static func isOpen(in council: CouncilCode, _ db: Database) throws -> Bool {
        !(try latest(of: council, in: [.reading, .workingOutWithdrawals], limit: 1, db)).isEmpty
    }

    static func insert(_ plan: LoadPlan, in council: CouncilCode, _ db: Database) throws -> LoadID {
        let last = try Int.fetchOne(
            db, sql: "SELECT max(number) FROM load WHERE council = ?", arguments: [council.text])
        let id = LoadID(council: council, number: (last ?? 0) + 1)
        try db.execute(
            sql: """
                INSERT INTO source (council, name, kind, first_load_on) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                council.text, plan.source.text, plan.kind.rawValue, plan.startedAt.londonDay.number,
            ])
        let cover = try StoredTextEncoder().bytes(of: StoredCover(plan.cover))
        let supplied = plan.supplied.map(\.rawValue).sorted().joined(separator: " ")
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO load (council, number, source, state, files, cover, supplied, by, started)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, council.text)
        insert.bind(2, id.number)
        insert.bind(3, plan.source.text)
        insert.bind(4, LoadState.reading.rawValue)
        insert.bind(5, PackedText.text(plan.files))
        insert.bind(6, cover)
        insert.bind(7, supplied)
        insert.bind(8, plan.by.text)
        insert.bind(9, plan.startedAt.milliseconds)
        try insert.run()
        return id
    }

    static func setState(
        _ id: LoadID, _ state: LoadState, finishedAt: Moment? = nil, failure: LoadFailure? = nil, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE load SET state = ?, finished = coalesce(?, finished), failure = ? WHERE council = ? AND number = ?
                """,
            arguments: [
                state.rawValue, finishedAt?.milliseconds, failure?.rawValue, id.council.text, id.number,
            ])
    }

    static func add(_ counts: LoadCounts, to id: LoadID, _ db: Database) throws {
        let update = try PreparedStatement(
            db,
            """
            UPDATE load SET subjects = subjects + ?, added = added + ?, changed = changed + ?,
                unchanged = unchanged + ?, withdrawn = withdrawn + ?, erased_before = erased_before + ?,
                unreadable = unreadable + ?
            WHERE council = ? AND number = ?
            """)
        let numbers = [
            counts.subjects, counts.added, counts.changed, counts.unchanged, counts.withdrawn, counts.erasedBefore,
            counts.unreadable,
        ]
        for (index, number) in numbers.enumerated() { update.bind(Int32(index + 1), number) }
        update.bind(8, id.council.text)
        update.bind(9, id.number)
        try update.run()
    }

    private static func read(_ row: PreparedStatement, _ council: CouncilCode) throws -> Load {
        guard let kind = SourceKind(rawValue: row.text(2)), let state = LoadState(rawValue: row.text(3)) else {
            throw StoreFailure.damaged(table: "load")
        }
        var counts = LoadCounts()
        counts.subjects = row.int(12)
        counts.added = row.int(13)
        counts.changed = row.int(14)
        counts.unchanged = row.int(15)
        counts.withdrawn = row.int(16)
        counts.erasedBefore = row.int(17)
        counts.unreadable = row.int(18)
        let plan = LoadPlan(
            source: SourceName(row.text(1)), kind: kind, files: PackedText.items(row.text(4)),
            cover: try StoredBody().cover(row.bytes(5)),
            supplied: Set(row.text(6).split(separator: " ").compactMap { RecordKind(rawValue: String($0)) }),
            startedAt: Moment(milliseconds: row.number(8)), by: UserID(row.text(7)))
        return Load(
            id: LoadID(council: council, number: row.int(0)), plan: plan, state: state, counts: counts,
            finishedAt: row.numberIfAny(9).map(Moment.init(milliseconds:)),
            failure: row.textIfAny(10).flatMap(LoadFailure.init), rolledForwardBy: row.numberIfAny(11).map { Int($0) })
    }
}
