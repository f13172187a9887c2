import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

/// The steps of the access log's database, oldest first.
enum AccessLogMigrations {
    static let all: [Migration] = [
        Migration(
            "001 looks",
            sql: """
                CREATE TABLE look (
                    council TEXT NOT NULL,
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    user TEXT NOT NULL,
                    role TEXT NOT NULL,
                    verb TEXT NOT NULL,
                    why TEXT NOT NULL,
                    query TEXT NOT NULL,
                    shown TEXT NOT NULL,
                    hash BLOB NOT NULL,
                    PRIMARY KEY (council, seq)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE looked_at (
                    council TEXT NOT NULL,
                    child TEXT NOT NULL,
                    seq INTEGER NOT NULL,
                    PRIMARY KEY (council, child, seq)
                ) STRICT, WITHOUT ROWID;

                CREATE TRIGGER look_is_never_deleted BEFORE DELETE ON look
                BEGIN
                    SELECT RAISE(ABORT, 'a look is never deleted');
                END;

                CREATE TRIGGER look_is_never_changed BEFORE UPDATE ON look
                BEGIN
                    SELECT RAISE(ABORT, 'a look is never changed');
                END;
                """),
        Migration(
            "002 still written",
            sql: "CREATE TABLE still_written (id INTEGER NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT;"),
        Migration(
            "003 erased words",
            sql: """
                ALTER TABLE look ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
                DROP TRIGGER look_is_never_changed;
                CREATE TRIGGER look_is_never_changed BEFORE UPDATE ON look
                WHEN NEW.erased <> 1 OR NEW.why <> '' OR NEW.query <> '' OR NEW.council <> OLD.council
                    OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.user <> OLD.user OR NEW.role <> OLD.role
                    OR NEW.verb <> OLD.verb OR NEW.shown <> OLD.shown OR NEW.hash <> OLD.hash
                BEGIN
                    SELECT RAISE(ABORT, 'a look is never changed, only its words erased');
                END;
                """),
        Migration(
            "004 inspectors",
            sql: "CREATE INDEX look_of_inspectors ON look (council, seq) WHERE role = 'inspector';"),
    ]
}

/// The lines of the access log. Each hash is over the line's columns and the hash before it.
enum LookRows {
    @discardableResult
    static func insert(_ look: Look, _ db: Database) throws -> LoggedLook {
        let council = look.access.council
        let last = try last(in: council, db)
        let line = LoggedLook(
            number: last.number + 1, user: look.access.who.user, role: look.access.who.role.rawValue,
            verb: look.access.verb.rawValue, why: look.access.why.words, query: look.query, at: look.at,
            shown: look.shown)
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO look (council, seq, at, user, role, verb, why, query, shown, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, council.text)
        insert.bind(2, line.number)
        insert.bind(3, line.at.milliseconds)
        insert.bind(4, line.user.text)
        insert.bind(5, line.role)
        insert.bind(6, line.verb)
        insert.bind(7, line.why)
        insert.bind(8, line.query)
        insert.bind(9, PackedText.text(line.shown.map(\.text)))
        insert.bind(10, hash(line, council, after: last.hash))
        try insert.run()
        let child = try PreparedStatement(
            db, "INSERT INTO looked_at (council, child, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        for id in line.shown {
            child.bind(1, council.text)
            child.bind(2, id.text)
            child.bind(3, line.number)
            try child.run()
        }
        return line
    }

    static func looks(
        at child: SubjectID, limit: Int, in council: CouncilCode, _ db: Database
    ) throws -> [LoggedLook] {
        let select = try PreparedStatement(
            db,
            """
            SELECT \(columns) FROM look WHERE council = ?1 AND seq IN (
                SELECT seq FROM looked_at WHERE council = ?1 AND child = ?2 ORDER BY seq DESC LIMIT ?3)
            ORDER BY seq DESC
            """)
        select.bind(1, council.text)
        select.bind(2, child.text)
        select.bind(3, limit)
        return try select.all(read)
    }

    static func hasLooked(
        _ user: UserID, at child: SubjectID, query: String, in council: CouncilCode, _ db: Database
    ) throws -> Bool {
        let select = try PreparedStatement(
            db,
            """
            SELECT 1 FROM look WHERE council = ?1 AND user = ?3 AND query = ?4 AND seq IN (
                SELECT seq FROM looked_at WHERE council = ?1 AND child = ?2)
            LIMIT 1
            """)
        select.bind(1, council.text)
        select.bind(2, child.text)
        select.bind(3, user.text)
        select.bind(4, query)
        return try select.first { _ in true } ?? false
    }

    static func looks(
        before: Int64?, limit: Int, in council: CouncilCode, _ db: Database
    ) throws -> [LoggedLook] {
        let select = try PreparedStatement(
            db, "SELECT \(columns) FROM look WHERE council = ? AND seq < ? ORDER BY seq DESC LIMIT ?")
        select.bind(1, council.text)
        select.bind(2, before ?? .max)
        select.bind(3, limit)
        return try select.all(read)
    }

    /// Every line of an inspector, in order.
    static func inspectors(in council: CouncilCode, _ db: Database) throws -> [LoggedLook] {
        let select = try PreparedStatement(
            db,
            "SELECT \(columns) FROM look INDEXED BY look_of_inspectors WHERE council = ? AND role = 'inspector' ORDER BY seq"
        )
        select.bind(1, council.text)
        return try select.all(read)
    }

    /// Lines about a child in which somebody typed something: a search, or why they looked. What the program says itself stays.
    static func numbers(
        withWordsAbout child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws -> [Int64] {
        let usual: [AccessReason] = [.work, .dataQuality, .audit, .calendar, .inspection, .administration]
        let marks = usual.map { _ in "?" }.joined(separator: ", ")
        let select = try PreparedStatement(
            db,
            """
            SELECT look.seq FROM looked_at JOIN look ON look.council = looked_at.council AND look.seq = looked_at.seq
            WHERE looked_at.council = ? AND looked_at.child = ? AND erased = 0
                AND ((verb IN ('search', 'open-adult') AND query <> '') OR why NOT IN (\(marks)))
            ORDER BY look.seq
            """)
        select.bind(1, council.text)
        select.bind(2, child.text)
        for (place, reason) in usual.enumerated() { select.bind(Int32(place + 3), reason.words) }
        return try select.all { $0.number(0) }
    }

    static func eraseWords(of numbers: [Int64], in council: CouncilCode, _ db: Database) throws {
        let update = try PreparedStatement(
            db, "UPDATE look SET why = '', query = '', erased = 1 WHERE council = ? AND seq = ?")
        for number in numbers {
            update.bind(1, council.text)
            update.bind(2, number)
            try update.run()
        }
    }

    /// `erased` are the lines whose words the chain of entries says were erased: no others may have none.
    static func firstBroken(erased: Set<Int64>, in council: CouncilCode, _ db: Database) throws -> Int64? {
        let select = try PreparedStatement(
            db, "SELECT \(columns), hash, erased FROM look WHERE council = ? ORDER BY seq")
        select.bind(1, council.text)
        var last: (number: Int64, hash: [UInt8]) = (0, EntryHash.beginning)
        var broken: Int64?
        try select.rows { row in
            let line = read(row)
            let stored = row.bytes(8)
            let isErased = row.number(9) == 1 && erased.contains(line.number)
            let isWhole =
                line.number == last.number + 1 && (isErased || hash(line, council, after: last.hash) == stored)
            if !isWhole { broken = last.number + 1 }
            last = (line.number, stored)
            return isWhole
        }
        return broken
    }

    private static let columns = "seq, user, role, verb, why, query, at, shown"

    private static func last(in council: CouncilCode, _ db: Database) throws -> (number: Int64, hash: [UInt8]) {
        let select = try PreparedStatement(
            db, "SELECT seq, hash FROM look WHERE council = ? ORDER BY seq DESC LIMIT 1")
        select.bind(1, council.text)
        return try select.first { ($0.number(0), $0.bytes(1)) } ?? (0, EntryHash.beginning)
    }

    private static func read(_ row: PreparedStatement) -> LoggedLook {
        LoggedLook(
            number: row.number(0), user: UserID(row.text(1)), role: row.text(2), verb: row.text(3), why: row.text(4),
            query: row.text(5), at: Moment(milliseconds: row.number(6)),
            shown: PackedText.items(row.text(7)).map { SubjectID($0) })
    }

    private static func hash(_ line: LoggedLook, _ council: CouncilCode, after previous: [UInt8]) -> [UInt8] {
        EntryHash.hash(
            columns: [
                council.text, String(line.number), line.user.text, line.role, line.verb, line.why, line.query,
                String(line.at.milliseconds), PackedText.text(line.shown.map(\.text)),
            ], after: previous)
    }
}
