import AccessRules
import Diagnostics
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func loads(access: Access, limit: Int) async throws(StoreFailure) -> [Load] {
        try require(access, [.seeImports, .importFiles])
        let council = access.council
        return try await read { try LoadRows.latest(of: council, in: LoadState.allCases, limit: limit, $0) }
    }

    package func lastCompleteLoad(of council: CouncilCode) async throws(StoreFailure) -> Load? {
        try await remembered(.lastCompleteLoad(council)) {
            try LoadRows.latest(of: council, in: [.complete], limit: 1, $0).first
        }
    }

    package func loadInProgress(of council: CouncilCode) async throws(StoreFailure) -> Load? {
        try await remembered(.loadInProgress(council)) { db in
            try LoadRows.latest(of: council, in: [.reading, .workingOutWithdrawals], limit: 1, db).first
        }
    }

    package func diagnostics(
        of load: LoadID, access: Access, after: Int, limit: Int
    ) async throws(StoreFailure) -> [Diagnostic] {
        try require(access, [.seeImports, .importFiles])
        guard access.council == load.council else { throw .accessMismatch }
        return try await read { try DiagnosticRows.diagnostics(of: load, after: after, limit: limit, $0) }
    }

    package func unreadableRows(
        of load: LoadID, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [UnreadableRow] {
        // Raw rows hold whatever the file held about children, so only those who load files may have them.
        try require(access, [.importFiles])
        guard access.council == load.council else { throw .accessMismatch }
        let (council, user) = (access.council, access.who.user)
        let rows = try await read { db in
            let hidden = Set(try RestrictionRows.hidden(from: user, in: council, db).map(\.local))
            return try DiagnosticRows.unreadable(of: load, db).map { $0.withoutRow(ifNaming: hidden) }
        }
        try await log(Look(access, at: moment, query: "unreadable rows of load \(load.number)"))
        return rows
    }
}

extension UnreadableRow {
    /// The same without what stood in it, where the number of somebody whom the reader must not be shown stands in it.
    fileprivate func withoutRow(ifNaming hidden: Set<String>) -> UnreadableRow {
        guard !hidden.isEmpty else { return self }
        let words = raw.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
        guard words.contains(where: { hidden.contains(String($0)) }) else { return self }
        return UnreadableRow(
            file: file, line: line, raw: "Not given out: a restricted child's number stands in it", because: because)
    }
}

/// What was wrong with a load's files, and the rows that could not be read.
enum DiagnosticRows {
    static func add(_ diagnostics: [Diagnostic], to load: LoadID, _ db: Database) throws {
        var number = try next("load_diagnostic", load, db)
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO load_diagnostic
                (council, load, number, severity, code, message, file, line, position, field, value)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for diagnostic in diagnostics {
            insert.bind(1, load.council.text)
            insert.bind(2, load.number)
            insert.bind(3, number)
            insert.bind(4, diagnostic.severity.rawValue)
            insert.bind(5, diagnostic.code)
            insert.bind(6, diagnostic.message)
            insert.bind(7, diagnostic.location.file)
            insert.bind(8, diagnostic.location.line)
            insert.bind(9, diagnostic.location.column)
            insert.bind(10, diagnostic.location.field)
            insert.bind(11, diagnostic.value)
            try insert.run()
            number += 1
        }
    }

    static func add(_ rows: [UnreadableRow], to load: LoadID, _ db: Database) throws {
        var number = try next("unreadable_row", load, db)
        for row in rows {
            try db.execute(
                sql: """
                    INSERT INTO unreadable_row (council, load, number, file, line, raw, because)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [load.council.text, load.number, number, row.file, row.line, row.raw, row.because])
            number += 1
        }
    }

    static func diagnostics(of load: LoadID, after: Int, limit: Int, _ db: Database) throws -> [Diagnostic] {
        let select = try PreparedStatement(
            db,
            """
            SELECT severity, code, message, file, line, position, field, value FROM load_diagnostic
            WHERE council = ? AND load = ? AND number > ? ORDER BY number LIMIT ?
            """)
        select.bind(1, load.council.text)
        select.bind(2, load.number)
        select.bind(3, after)
        select.bind(4, limit)
        return try select.all { row in
            guard let severity = Diagnostic.Severity(rawValue: row.text(0)) else {
                throw StoreFailure.damaged(table: "load_diagnostic")
            }
            return Diagnostic(
                severity, row.text(1), row.text(2),
                at: SourceLocation(file: row.text(3), line: row.int(4), column: row.int(5), field: row.text(6)),
                value: row.textIfAny(7))
        }
    }

    static func unreadable(of load: LoadID, _ db: Database) throws -> [UnreadableRow] {
        try Row.fetchAll(
            db,
            sql: "SELECT file, line, raw, because FROM unreadable_row WHERE council = ? AND load = ? ORDER BY number",
            arguments: [load.council.text, load.number]
        ).map { UnreadableRow(file: $0[0], line: $0[1], raw: $0[2], because: $0[3]) }
    }

    private static func next(_ table: String, _ load: LoadID, _ db: Database) throws -> Int {
        let last = try Int.fetchOne(
            db, sql: "SELECT max(number) FROM \(table) WHERE council = ? AND load = ?",
            arguments: [load.council.text, load.number])
        return (last ?? 0) + 1
    }
}
