import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

/// The day each council's list stands on.
enum ListDayRows {
    static func day(of council: CouncilCode, _ db: Database) throws -> Day? {
        let select = try PreparedStatement(db, "SELECT day FROM list_day WHERE council = ?")
        select.bind(1, council.text)
        return try select.first { $0.day(0) }
    }

    static func set(_ day: Day, of council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO list_day (council, day) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET day = excluded.day WHERE day <> excluded.day
            """)
        insert.bind(1, council.text)
        insert.bind(2, day)
        try insert.run()
    }
}

/// Who is mentioned in whose entries.
enum MentionRows {
    static func insert(
        _ mentioned: SubjectID, by entry: StoredEntry, in council: CouncilCode, _ db: Database
    ) throws {
        let insert = try PreparedStatement(
            db, "INSERT INTO mention (council, mentioned, subject, seq) VALUES (?, ?, ?, ?)")
        insert.bind(1, council.text)
        insert.bind(2, mentioned.text)
        insert.bind(3, entry.subject)
        insert.bind(4, entry.sequence)
        try insert.run()
    }

    static func delete(of sequence: Int64, by subject: Subject, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(
            db, "DELETE FROM mention WHERE council = ? AND subject = ? AND seq = ?")
        delete.bind(1, council.text)
        delete.bind(2, subject.text)
        delete.bind(3, sequence)
        try delete.run()
    }
}
