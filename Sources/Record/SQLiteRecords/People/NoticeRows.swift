import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func noticeAddress(
        of user: UserID, in council: CouncilCode
    ) async throws(StoreFailure) -> NoticeAddress? {
        try await read { db in
            try String.fetchOne(
                db, sql: "SELECT address FROM notice_address WHERE council = ? AND user = ?",
                arguments: [council.text, user.text]
            ).flatMap { NoticeAddress($0) }
        }
    }

    package func beginNotice(
        _ kind: NoticeKind, about: [String], to user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [Int64] {
        guard !about.isEmpty else { return [] }
        return try await write { db in
            if kind == .immediate { try Self.giveUpWaiting(for: user, in: council, at: moment, db) }
            var begun: [Int64] = []
            for thing in about {
                let number = try Int64.fetchOne(
                    db, sql: "SELECT coalesce(max(number), 0) + 1 FROM notice_sending WHERE council = ?",
                    arguments: [council.text])
                // NB: the index `notice_sending_once` refuses what is under way, arrived or may have.
                try db.execute(
                    sql: """
                        INSERT OR IGNORE INTO notice_sending (council, number, user, kind, about, begun)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [council.text, number, user.text, kind.rawValue, thing, moment.milliseconds])
                if db.changesCount == 1, let number { begun.append(number) }
            }
            return begun
        }
    }

    /// (L) In minutes: a run that has said nothing for so long of what cannot wait has died.
    private static let diedAfter = 10

    /// NB: a message about a child who may be unsafe is rather sent twice than never.
    private static func giveUpWaiting(
        for user: UserID, in council: CouncilCode, at moment: Moment, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE notice_sending SET outcome = ?, ended = ?
                WHERE council = ? AND user = ? AND kind = ? AND outcome IS NULL AND begun <= ?
                """,
            arguments: [
                NoticeOutcome.unsent.rawValue, moment.milliseconds, council.text, user.text,
                NoticeKind.immediate.rawValue, moment.adding(seconds: -60 * diedAfter).milliseconds,
            ])
    }

    package func endNotice(
        _ numbers: [Int64], as outcome: NoticeOutcome, reply: Int?, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) {
        try await write { db in
            for number in numbers {
                try db.execute(
                    sql: """
                        UPDATE notice_sending SET outcome = ?, reply = ?, ended = ?
                        WHERE council = ? AND number = ? AND outcome IS NULL
                        """,
                    arguments: [outcome.rawValue, reply, moment.milliseconds, council.text, number])
            }
        }
    }

    package func notices(
        to user: UserID, in council: CouncilCode, limit: Int
    ) async throws(StoreFailure) -> [NoticeSending] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM notice_sending WHERE council = ? AND user = ? ORDER BY number DESC LIMIT ?",
                arguments: [council.text, user.text, limit]
            ).map { row in
                guard let kind = NoticeKind(rawValue: row["kind"]) else {
                    throw StoreFailure.damaged(table: "notice_sending")
                }
                let outcome: String? = row["outcome"]
                return NoticeSending(
                    number: row["number"], user: UserID(row["user"]), kind: kind,
                    begunAt: Moment(milliseconds: row["begun"]), outcome: outcome.flatMap(NoticeOutcome.init),
                    reply: row["reply"])
            }
        }
    }
}

/// Where notices go.
enum NoticeAddressRows {
    /// Replaces the address of an account, or takes it away. False where there was nothing to take away.
    static func set(
        _ address: NoticeAddress?, of user: UserID, in council: CouncilCode, _ db: Database
    ) throws -> Bool {
        guard let address else {
            try db.execute(
                sql: "DELETE FROM notice_address WHERE council = ? AND user = ?", arguments: [council.text, user.text])
            return db.changesCount == 1
        }
        try db.execute(
            sql: "INSERT OR REPLACE INTO notice_address (council, user, address) VALUES (?, ?, ?)",
            arguments: [council.text, user.text, address.text])
        return true
    }
}
