import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func beginWebhook(
        _ delivery: WebhookDelivery, about: [String], in council: CouncilCode
    ) async throws(StoreFailure) -> Bool {
        guard !about.isEmpty else { return false }
        return try await write { db in
            let known = try String.fetchSet(
                db, sql: "SELECT about FROM webhook_about WHERE council = ? AND endpoint = ? AND user = ? AND kind = ?",
                arguments: [council.text, delivery.endpoint, delivery.user.text, delivery.kind.rawValue])
            let new = Set(about).subtracting(known)
            guard !new.isEmpty else { return false }
            try db.execute(
                sql: """
                    INSERT INTO webhook_delivery (council, id, endpoint, user, kind, begun, next)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    council.text, delivery.id, delivery.endpoint, delivery.user.text, delivery.kind.rawValue,
                    delivery.begunAt.milliseconds, delivery.begunAt.milliseconds,
                ])
            for thing in new.sorted() {
                try db.execute(
                    sql: "INSERT INTO webhook_about VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        council.text, delivery.endpoint, delivery.user.text, delivery.kind.rawValue, thing, delivery.id,
                    ])
            }
            return true
        }
    }

    package func webhooksDue(
        to endpoint: String, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [WebhookDelivery] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM webhook_delivery WHERE council = ? AND endpoint = ? AND next <= ? AND ending IS NULL
                    ORDER BY begun, id
                    """,
                arguments: [council.text, endpoint, moment.milliseconds]
            ).map { row in
                guard let kind = NoticeKind(rawValue: row["kind"]) else {
                    throw StoreFailure.damaged(table: "webhook_delivery")
                }
                let again: Int64? = row["sent_again"]
                return WebhookDelivery(
                    id: row["id"], endpoint: endpoint, user: UserID(row["user"]), kind: kind,
                    begunAt: Moment(milliseconds: row["begun"]), tries: row["tries"],
                    sentAgainAt: again.map { Moment(milliseconds: $0) })
            }
        }
    }

    package func takeUpWebhook(
        _ id: String, in council: CouncilCode, at moment: Moment, next: Moment
    ) async throws(StoreFailure) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE webhook_delivery SET tries = tries + 1, next = ?
                    WHERE council = ? AND id = ? AND next <= ? AND ending IS NULL
                    """,
                arguments: [next.milliseconds, council.text, id, moment.milliseconds])
            return db.changesCount == 1
        }
    }

    package func endWebhook(
        _ id: String, as ending: WebhookEnding?, reply: Int?, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE webhook_delivery SET ending = ?, reply = ?, ended = ?
                    WHERE council = ? AND id = ? AND ending IS NULL
                    """,
                arguments: [ending?.rawValue, reply, ending.map { _ in moment.milliseconds }, council.text, id])
        }
    }
}
