import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

/// What the page of notices to other programs shows, and what can be done there.
extension SQLiteStore {
    package func keepHost(
        _ host: String, ofWebhook endpoint: String, in council: CouncilCode
    ) async throws(StoreFailure) {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO webhook_host (council, endpoint, host) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET host = excluded.host WHERE host <> excluded.host
                    """,
                arguments: [council.text, endpoint, host])
        }
    }

    package func webhookDestinations(access: Access) async throws(StoreFailure) -> [WebhookDestination] {
        try require(access, [.administer])
        let council = access.council.text
        return try await read { db in
            let hosts = try Row.fetchAll(
                db, sql: "SELECT endpoint, host FROM webhook_host WHERE council = ?", arguments: [council]
            ).reduce(into: [String: String]()) { $0[$1["endpoint"]] = $1["host"] }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT endpoint, ending, count(*) AS number FROM webhook_delivery WHERE council = ?
                    GROUP BY endpoint, ending
                    """,
                arguments: [council])
            var counts: [String: [String?: Int]] = [:]
            for row in rows { counts[row["endpoint"], default: [:]][row["ending"], default: 0] += row["number"] }
            return try Set(hosts.keys).union(counts.keys).sorted().map { endpoint in
                var ended: [WebhookEnding: Int] = [:]
                for (ending, number) in counts[endpoint] ?? [:] {
                    guard let ending else { continue }
                    guard let known = WebhookEnding(rawValue: ending) else {
                        throw StoreFailure.damaged(table: "webhook_delivery")
                    }
                    ended[known] = number
                }
                return WebhookDestination(
                    endpoint: endpoint, host: hosts[endpoint], waiting: counts[endpoint]?[nil] ?? 0, ended: ended)
            }
        }
    }

    package func webhooks(access: Access, limit: Int) async throws(StoreFailure) -> [WebhookLine] {
        try require(access, [.administer])
        let council = access.council.text
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM webhook_delivery WHERE council = ?
                    ORDER BY ending IS NOT NULL, begun DESC, id LIMIT ?
                    """,
                arguments: [council, limit]
            ).map { row in
                let ending: String? = row["ending"]
                guard let kind = NoticeKind(rawValue: row["kind"]),
                    ending.map({ WebhookEnding(rawValue: $0) != nil }) ?? true
                else { throw StoreFailure.damaged(table: "webhook_delivery") }
                let ended: Int64? = row["ended"]
                return WebhookLine(
                    id: row["id"], endpoint: row["endpoint"], kind: kind,
                    begunAt: Moment(milliseconds: row["begun"]), tries: row["tries"], reply: row["reply"],
                    nextTryAt: Moment(milliseconds: row["next"]), ending: ending.flatMap(WebhookEnding.init(rawValue:)),
                    endedAt: ended.map { Moment(milliseconds: $0) }, sentAgain: Self.sentAgain(row))
            }
        }
    }

    private static func sentAgain(_ row: Row) -> WebhookLine.SentAgain? {
        let (at, by, first): (Int64?, String?, Int64?) = (row["sent_again"], row["sent_again_by"], row["first_ended"])
        guard let at, let by else { return nil }
        return WebhookLine.SentAgain(
            at: Moment(milliseconds: at), by: UserID(by), givenUpAt: first.map { Moment(milliseconds: $0) })
    }

    package func sendWebhookAgain(_ id: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool {
        try require(access, [.administer])
        let (council, user) = (access.council.text, access.who.user.text)
        return try await write { db in
            try db.execute(
                sql: """
                    UPDATE webhook_delivery
                    SET ending = NULL, first_ended = ended, ended = NULL, next = ?1, sent_again = ?1, sent_again_by = ?2
                    WHERE council = ?3 AND id = ?4 AND ending = 'given-up' AND sent_again IS NULL
                    """,
                arguments: [moment.milliseconds, user, council, id])
            return db.changesCount == 1
        }
    }

    package func stopWebhook(_ id: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool {
        try await change(
            id, "ending = '\(WebhookEnding.stopped.rawValue)', ended = ?", access: access, at: moment)
    }

    package func hurryWebhook(_ id: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool {
        try await change(id, "next = min(next, ?)", access: access, at: moment)
    }

    private func change(
        _ id: String, _ change: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        try require(access, [.administer])
        let (council, user) = (access.council.text, access.who.user.text)
        return try await write { db in
            try db.execute(
                sql: """
                    UPDATE webhook_delivery SET \(change), changed_by = ?
                    WHERE council = ? AND id = ? AND ending IS NULL
                    """,
                arguments: [moment.milliseconds, user, council, id])
            return db.changesCount == 1
        }
    }
}
