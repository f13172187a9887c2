import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func user(_ id: UserID, in council: CouncilCode) async throws(StoreFailure) -> User? {
        try await remembered(.user(id, council)) { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM user WHERE council = ? AND id = ?", arguments: [council.text, id.text]
            ).map(UserRow.read)
        }
    }

    package func users(in council: CouncilCode) async throws(StoreFailure) -> [User] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM user WHERE council = ? ORDER BY id", arguments: [council.text])
                .map(UserRow.read)
        }
    }

    package func save(_ user: User) async throws(StoreFailure) {
        try await write { try UserRow.put(user, $0) }
    }

    package func refuseAttempt(
        of id: UserID, in council: CouncilCode, at moment: Moment, lockingAfter tries: Int, until lockEnd: Moment
    ) async throws(StoreFailure) {
        try await write { db in
            // NB: written whether or not there is such an account, so that each refusal waits for the disk alike.
            try db.execute(
                sql: """
                    INSERT INTO refused_sign_ins (council, number) VALUES (?, 1)
                    ON CONFLICT DO UPDATE SET number = number + 1
                    """,
                arguments: [council.text])
            try db.execute(
                sql: """
                    UPDATE user SET
                        locked_until = CASE WHEN failed_attempts + 1 >= :tries THEN :end ELSE NULL END,
                        failed_attempts = CASE WHEN failed_attempts + 1 >= :tries THEN 0 ELSE failed_attempts + 1 END
                    WHERE council = :council AND id = :id AND (locked_until IS NULL OR locked_until <= :now)
                    """,
                arguments: [
                    "tries": tries, "end": lockEnd.milliseconds, "council": council.text, "id": id.text,
                    "now": moment.milliseconds,
                ])
        }
    }

    package func clearFailedAttempts(of id: UserID, in council: CouncilCode) async throws(StoreFailure) {
        try await write { db in
            try db.execute(
                sql: "UPDATE user SET locked_until = NULL, failed_attempts = 0 WHERE council = ? AND id = ?",
                arguments: [council.text, id.text])
        }
    }

    package func start(_ session: Session) async throws(StoreFailure) -> Bool {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM session WHERE expires <= ?", arguments: [session.createdAt.milliseconds])
            try db.execute(
                sql: """
                    INSERT INTO session (token_digest, council, user, form_token, created, expires, way)
                    SELECT :digest, council, id, :token, :created, :expires, :way FROM user
                    WHERE council = :council AND id = :user AND active = 1
                        AND (:generation IS NULL OR generation = :generation)
                    """,
                arguments: [
                    "digest": data(session.tokenDigest), "council": session.council.text, "user": session.user.text,
                    "token": session.formToken, "created": session.createdAt.milliseconds,
                    "expires": session.expiresAt.milliseconds, "way": session.way.rawValue,
                    "generation": session.generation,
                ])
            return db.changesCount == 1
        }
    }

    package func extend(tokenDigest: [UInt8], until moment: Moment) async throws(StoreFailure) {
        try await write { db in
            try db.execute(
                sql: "UPDATE session SET expires = ? WHERE token_digest = ?",
                arguments: [moment.milliseconds, data(tokenDigest)])
        }
    }

    package func session(tokenDigest: [UInt8], at moment: Moment) async throws(StoreFailure) -> Session? {
        let session: Session? = try await remembered(.session(tokenDigest)) { db in
            let select = try PreparedStatement(
                db, "SELECT council, user, form_token, created, expires, way FROM session WHERE token_digest = ?")
            select.bind(1, tokenDigest)
            return try select.first { row in
                guard let council = CouncilCode(row.text(0)), let way = SignInWay(rawValue: row.text(5)) else {
                    throw StoreFailure.damaged(table: "session")
                }
                return Session(
                    council: council, tokenDigest: tokenDigest, user: UserID(row.text(1)), formToken: row.text(2),
                    createdAt: Moment(milliseconds: row.number(3)), expiresAt: Moment(milliseconds: row.number(4)),
                    way: way)
            }
        }
        // NB: the clock is looked at every time; only the row is remembered.
        return session.flatMap { moment < $0.expiresAt ? $0 : nil }
    }

    package func end(tokenDigest: [UInt8]) async throws(StoreFailure) {
        try await write { db in
            try db.execute(sql: "DELETE FROM session WHERE token_digest = ?", arguments: [data(tokenDigest)])
        }
    }

    package func endSessions(of user: UserID, in council: CouncilCode) async throws(StoreFailure) {
        try await write { db in
            try UserRow.endSessions(of: user, in: council, db)
        }
    }
}

/// A row of the table of users.
enum UserRow {
    static func put(_ user: User, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO user
                    (council, id, name, role, team, password, active, failed_attempts, locked_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET name = excluded.name, role = excluded.role, team = excluded.team,
                    password = excluded.password, active = excluded.active,
                    failed_attempts = excluded.failed_attempts, locked_until = excluded.locked_until
                """,
            arguments: [
                user.council.text, user.id.text, user.name, user.role.rawValue, user.team, data(user.password),
                user.isActive ? 1 : 0, user.failedAttempts, user.lockedUntil?.milliseconds,
            ])
    }

    /// Whoever signs in just now with what was right until now is let in no more, nor does a link or a secret that was begun
    /// outlive the sessions.
    static func endSessions(
        of user: UserID, in council: CouncilCode, keepingLink: Bool = false, _ db: Database
    ) throws {
        let link = [
            "DELETE FROM password_link WHERE council = ? AND user = ?",
            "DELETE FROM account_waiting WHERE council = ? AND user = ? AND what = 'password-link'",
        ]
        for sql in (keepingLink ? [] : link) + [
            "DELETE FROM session WHERE council = ? AND user = ?",
            "DELETE FROM second_factor WHERE council = ? AND user = ? AND confirmed IS NULL",
            "UPDATE user SET generation = generation + 1 WHERE council = ? AND id = ?",
        ] {
            try db.execute(sql: sql, arguments: [council.text, user.text])
        }
    }

    static func read(_ row: Row) throws -> User {
        guard let council = CouncilCode(row["council"]), let role = Role(rawValue: row["role"]) else {
            throw StoreFailure.damaged(table: "user")
        }
        let locked: Int64? = row["locked_until"]
        let active: Int = row["active"]
        let password: Data? = row["password"]
        return User(
            council: council, id: UserID(row["id"]), name: row["name"], role: role, team: row["team"],
            password: password.map(Array.init), isActive: active == 1, failedAttempts: row["failed_attempts"],
            lockedUntil: locked.map(Moment.init(milliseconds:)), generation: row["generation"])
    }
}

private func data(_ bytes: [UInt8]?) -> Data? { bytes.map { Data($0) } }
