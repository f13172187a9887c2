import Synchronization
import WorkingDays

/// What is remembered of browsers that are half way through signing in, for a few minutes, by the digest of a cookie's token.
///
/// Kept in memory: a restart costs somebody who is typing a code a second try, and nobody anything else.
package final class Tickets<Value: Sendable>: Sendable {
    private struct Ticket {
        var value: Value
        let expiresAt: Moment
        var uses: Int
    }

    private let minutes: Int
    private let most: Int
    private let kept = Mutex<[TokenDigest: Ticket]>([:])

    package init(minutes: Int = 10, most: Int = 20_000) {
        self.minutes = minutes
        self.most = most
    }

    package func keep(_ value: Value, for token: SecretToken, at moment: Moment) {
        kept.withLock { kept in
            if kept.count >= most { kept = kept.filter { $0.value.expiresAt > moment } }
            // Still full: somebody is opening them by the thousand. The oldest go first.
            if kept.count >= most {
                let oldest = kept.sorted { $0.value.expiresAt < $1.value.expiresAt }.prefix(most / 10)
                for (token, _) in oldest { kept[token] = nil }
            }
            kept[token.digest] = Ticket(value: value, expiresAt: moment.adding(seconds: minutes * 60), uses: 0)
        }
    }

    /// Looks at a ticket, `most` times at most; nil for one that is used up, unknown or too old.
    package func use(_ token: SecretToken?, atMost most: Int, at moment: Moment) -> Value? {
        guard let token else { return nil }
        return kept.withLock { kept in
            guard var ticket = kept[token.digest], ticket.expiresAt > moment, ticket.uses < most else {
                kept[token.digest] = nil
                return nil
            }
            ticket.uses += 1
            kept[token.digest] = ticket
            return ticket.value
        }
    }

    package func forget(_ token: SecretToken?) {
        guard let token else { return }
        kept.withLock { $0[token.digest] = nil }
    }
}
