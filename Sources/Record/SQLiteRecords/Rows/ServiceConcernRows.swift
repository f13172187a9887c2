import AccessRules
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// What stands about workers and teams.
enum ServiceConcernRows {
    static func replace(_ concerns: [ServiceConcern], in council: CouncilCode, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM service_concern WHERE council = ?", arguments: [council.text])
        for (number, concern) in concerns.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO service_concern (council, number, code, kind, level, subject, onset, why, source)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    council.text, number, concern.code.text, concern.kind.rawValue, concern.level, concern.subject,
                    concern.onset.number, concern.why, concern.source,
                ])
        }
    }

    static func all(in council: CouncilCode, _ db: Database) throws -> [ServiceConcern] {
        let select = try PreparedStatement(
            db,
            """
            SELECT code, kind, level, subject, onset, why, source FROM service_concern WHERE council = ? ORDER BY number
            """)
        select.bind(1, council.text)
        return try select.all { row in
            guard let kind = ConcernKind(rawValue: row.text(1)) else {
                throw StoreFailure.damaged(table: "service_concern")
            }
            return ServiceConcern(
                code: ConcernCode(row.text(0)), kind: kind, level: row.int(2), subject: row.text(3), onset: row.day(4),
                why: row.text(5), source: row.text(6))
        }
    }
}
