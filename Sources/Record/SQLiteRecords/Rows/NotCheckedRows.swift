import AccessRules
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// How many children could not be checked for what, and why.
enum NotCheckedRows {
    static func counts(in council: CouncilCode, _ db: Database) throws -> [NotCheckedCount] {
        let select = try PreparedStatement(
            db,
            """
            SELECT code, limb, because, children FROM not_checked
            WHERE council = ? AND children > 0 ORDER BY code, limb, because
            """)
        select.bind(1, council.text)
        let counts = try select.all { row in
            NotCheckedCount(
                code: ConcernCode(row.text(0)), limb: row.text(1), because: row.text(2), children: row.int(3))
        }
        return try counts + untold(in: council, db)
    }

    /// Concerns that would have begun by now, after the last day their source covers.
    private static func untold(in council: CouncilCode, _ db: Database) throws -> [NotCheckedCount] {
        guard let day = try ListDayRows.day(of: council, db) else { return [] }
        let select = try PreparedStatement(
            db,
            """
            SELECT code, limb, count(DISTINCT child) FROM concern INDEXED BY concern_over
            WHERE council = ?1 AND over_on > ?2 AND onset <= ?2 AND told = 0 GROUP BY code, limb ORDER BY code, limb
            """)
        select.bind(1, council.text)
        select.bind(2, day)
        return try select.all { row in
            NotCheckedCount(
                code: ConcernCode(row.text(0)), limb: row.text(1),
                because: "it would only have begun after the last day the source covers", children: row.int(2))
        }
    }
}
