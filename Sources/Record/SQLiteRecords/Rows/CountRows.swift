import AccessRules
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// The tables of counts: sums that every recording adds its changes to.
enum CountRows {
    static func add(_ changes: DailyChanges, in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO daily_change (council, heading, day, change) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET change = change + excluded.change
            """)
        for (key, change) in changes.changes where change != 0 {
            insert.bind(1, council.text)
            insert.bind(2, key.heading.text)
            insert.bind(3, key.day)
            insert.bind(4, change)
            try insert.run()
        }
    }

    static func add(_ counts: StandingCounts, in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO standing_count (council, tab, scope, heading, n) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET n = n + excluded.n
            """)
        for (scope, counts) in counts.byScope {
            for (heading, n) in counts.rows where n != 0 {
                insert.bind(1, council.text)
                insert.bind(2, scope.tab.rawValue)
                insert.bind(3, scope.text)
                insert.bind(4, heading)
                insert.bind(5, n)
                try insert.run()
            }
        }
    }

    static func add(_ changes: [NotChecked: Int], in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO not_checked (council, code, limb, because, children) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET children = children + excluded.children
            """)
        for (limb, change) in changes where change != 0 {
            insert.bind(1, council.text)
            insert.bind(2, limb.code.text)
            insert.bind(3, limb.limb)
            insert.bind(4, limb.because)
            insert.bind(5, change)
            try insert.run()
        }
    }

    static func counts(
        _ scope: StandingCounts.Scope, in council: CouncilCode, _ db: Database
    ) throws -> ListCounts {
        let select = try PreparedStatement(
            db, "SELECT heading, n FROM standing_count WHERE council = ? AND tab = ? AND scope = ?")
        select.bind(1, council.text)
        select.bind(2, scope.tab.rawValue)
        select.bind(3, scope.text)
        return ListCounts(rows: try select.all { ($0.text(0), $0.int(1)) })
    }

    static func sum(_ heading: DailyChanges.Heading, upTo day: Day, in council: CouncilCode, _ db: Database) throws
        -> Int
    {
        let select = try PreparedStatement(
            db, "SELECT total(change) FROM daily_change WHERE council = ? AND heading = ? AND day <= ?")
        select.bind(1, council.text)
        select.bind(2, heading.text)
        select.bind(3, day)
        return try select.first { $0.int(0) } ?? 0
    }
}
