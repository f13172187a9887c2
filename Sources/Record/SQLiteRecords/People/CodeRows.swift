import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

/// One-time codes, links, and who is signed in where.
extension SQLiteStore {
    package func sessions(
        of user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [Session] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM session WHERE council = ? AND user = ? AND expires > ? ORDER BY created DESC",
                arguments: [council.text, user.text, moment.milliseconds]
            ).map { row in
                guard let way = SignInWay(rawValue: row["way"]) else { throw StoreFailure.damaged(table: "session") }
                let digest: Data = row["token_digest"]
                return Session(
                    council: council, tokenDigest: Array(digest), user: user, formToken: row["form_token"],
                    createdAt: Moment(milliseconds: row["created"]), expiresAt: Moment(milliseconds: row["expires"]),
                    way: way)
            }
        }
    }

    package func secondFactor(of user: UserID, in council: CouncilCode) async throws(StoreFailure) -> SecondFactor? {
        try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT sealed, confirmed, begun, session, (
                        SELECT count(*) FROM recovery_code
                        WHERE council = ?1 AND user = ?2 AND used IS NULL
                    ) AS spare FROM second_factor WHERE council = ?1 AND user = ?2
                    """,
                arguments: [council.text, user.text])
            return row.map { row in
                let sealed: Data = row["sealed"]
                let confirmed: Int64? = row["confirmed"]
                let begun: Int64? = row["begun"]
                let session: Data? = row["session"]
                return SecondFactor(
                    sealed: Array(sealed), confirmedAt: confirmed.map(Moment.init(milliseconds:)),
                    recoveryCodesLeft: row["spare"], begunAt: begun.map(Moment.init(milliseconds:)),
                    begunBy: session.map(Array.init))
            }
        }
    }

    package func beginCodes(
        of user: UserID, in council: CouncilCode, sealed: [UInt8], by session: [UInt8], at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO second_factor (council, user, sealed, last_step, begun, session) VALUES (?, ?, ?, 0, ?, ?)
                    ON CONFLICT DO UPDATE SET sealed = excluded.sealed, begun = excluded.begun,
                        session = excluded.session WHERE confirmed IS NULL
                    """,
                arguments: [council.text, user.text, Data(sealed), moment.milliseconds, Data(session)])
            return db.changesCount == 1
        }
    }

    package func forgetCodesBegun(of user: UserID, in council: CouncilCode) async throws(StoreFailure) {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM second_factor WHERE council = ? AND user = ? AND confirmed IS NULL",
                arguments: [council.text, user.text])
        }
    }

    package func takeStep(
        _ step: Int64, of user: UserID, in council: CouncilCode
    ) async throws(StoreFailure) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE second_factor SET last_step = ?1
                    WHERE council = ?2 AND user = ?3 AND confirmed IS NOT NULL AND last_step < ?1
                    """,
                arguments: [step, council.text, user.text])
            return db.changesCount == 1
        }
    }

    package func takeRecoveryCode(
        _ digest: [UInt8], of user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE recovery_code SET used = ?
                    WHERE council = ? AND user = ? AND digest = ? AND used IS NULL
                    """,
                arguments: [moment.milliseconds, council.text, user.text, Data(digest)])
            return db.changesCount == 1
        }
    }

    package func rolesNeedingCodes(in council: CouncilCode) async throws(StoreFailure) -> Set<Role> {
        try await remembered(.rolesNeedingCodes(council)) { db in
            let names = try String.fetchSet(
                db, sql: "SELECT role FROM code_needed WHERE council = ?", arguments: [council.text])
            return Set(names.compactMap(Role.init(rawValue:)))
        }
    }

    package func account(
        ofLink digest: [UInt8], in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> User? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT user.* FROM password_link
                    JOIN user ON user.council = password_link.council AND user.id = password_link.user
                    WHERE password_link.council = ? AND digest = ? AND expires > ? AND waits = 0 AND active = 1
                    """,
                arguments: [council.text, Data(digest), moment.milliseconds]
            ).map(UserRow.read)
        }
    }

    package func account(ofCalendar digest: [UInt8], in council: CouncilCode) async throws(StoreFailure) -> User? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT user.* FROM calendar_feed
                    JOIN user ON user.council = calendar_feed.council AND user.id = calendar_feed.user
                    WHERE calendar_feed.council = ? AND digest = ? AND active = 1
                    """,
                arguments: [council.text, Data(digest)]
            ).map(UserRow.read)
        }
    }

    package func calendarMade(of user: UserID, in council: CouncilCode) async throws(StoreFailure) -> Moment? {
        try await read { db in
            try Int64.fetchOne(
                db, sql: "SELECT made FROM calendar_feed WHERE council = ? AND user = ?",
                arguments: [council.text, user.text]
            ).map(Moment.init(milliseconds:))
        }
    }
}
