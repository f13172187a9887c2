import AccessRules
import Foundation
import GRDB
import RecordKeeping

extension SQLiteStore {
    package func heads(of council: CouncilCode) async throws(StoreFailure) -> RecordHeads {
        var logs: [KeptLog: ChainHead] = [:]
        for log in KeptLog.allCases { logs[log] = try await line(of: log, in: council, at: nil) ?? .empty }
        return RecordHeads(entries: try await head(of: council), logs: logs)
    }

    package func fault(
        of log: KeptLog, in council: CouncilCode, expecting head: ChainHead
    ) async throws(StoreFailure) -> ChainFault? {
        guard head.sequence > 0 else { return nil }
        guard let line = try await line(of: log, in: council, at: head.sequence) else {
            let last = try await self.line(of: log, in: council, at: nil)
            return ChainFault((last?.sequence ?? 0) + 1, .cutShort)
        }
        return line == head ? nil : ChainFault(head.sequence, .headDiffers)
    }

    /// A line's number and hash; of the last where no number is given.
    private func line(
        of log: KeptLog, in council: CouncilCode, at number: Int64?
    ) async throws(StoreFailure) -> ChainHead? {
        let table =
            switch log {
            case .looks: "look"
            case .accounts: "account_change"
            case .needToKnow: "need_to_know_change"
            }
        let find: @Sendable (Database) throws -> ChainHead? = { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT seq, hash FROM \(table) WHERE council = ?1 AND (?2 IS NULL OR seq = ?2)
                    ORDER BY seq DESC LIMIT 1
                    """,
                arguments: [council.text, number]
            ).map { ChainHead(sequence: $0["seq"], hash: Array($0["hash"] as Data)) }
        }
        return log == .looks ? try await accessLog.read(find) : try await read(find)
    }

    package func unloggedRights(of council: CouncilCode) async throws(StoreFailure) -> UnloggedRights {
        try await read { db in
            UnloggedRights(
                accounts: try Self.unloggedAccounts(council, db), children: try Self.unloggedRestrictions(council, db))
        }
    }

    private static func unloggedAccounts(_ council: CouncilCode, _ db: Database) throws -> [UserID] {
        var rights: [UserID: LoggedRights] = [:]
        let lines = try Row.fetchCursor(
            db, sql: "SELECT * FROM account_change WHERE council = ? ORDER BY seq", arguments: [council.text])
        while let row = try lines.next() {
            let line = AccountChangeRows.read(row)
            rights[line.account, default: LoggedRights()].read(line)
        }
        let users = try Row.fetchAll(
            db, sql: "SELECT * FROM user WHERE council = ? ORDER BY id", arguments: [council.text]
        ).map(UserRow.read)
        return users.filter { !(rights[$0.id] ?? LoggedRights()).allow($0) }.map(\.id)
    }

    // NB: a child restricted before there was a log has no line, and stays as it is.
    private static func unloggedRestrictions(_ council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        let last = try Row.fetchAll(
            db,
            sql: """
                SELECT child, what, named, max(seq) FROM need_to_know_change
                WHERE council = ? AND what IN ('restricted', 'lifted') GROUP BY child ORDER BY child
                """,
            arguments: [council.text])
        return try last.compactMap { row in
            let child = SubjectID(row["child"])
            let what: String = row["what"]
            let named: String = row["named"]
            let said: Set<String>? = what == "restricted" ? Set(named.split(separator: "\n").map { String($0) }) : nil
            let isRestricted = try RestrictionRows.isRestricted(child, in: council, db)
            let stands: Set<String>? =
                isRestricted
                ? try String.fetchSet(
                    db, sql: "SELECT user FROM need_to_know WHERE council = ? AND child = ?",
                    arguments: [council.text, child.text]) : nil
            return said == stands ? nil : child
        }
    }
}
