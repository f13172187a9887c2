import AccessRules
import WorkingDays

/// Why somebody is written to. Stored, so the raw values never change.
package enum NoticeKind: String, Hashable, Sendable {
    /// What is due and waits, once a working day.
    case daily
    /// What cannot wait for tomorrow, once for each thing.
    case immediate
}

/// What became of a message. Stored, so the raw values never change.
package enum NoticeOutcome: String, Hashable, Sendable {
    /// The mail server took it.
    case accepted
    /// The mail server would not have it; tried again at the next run.
    case refused
    /// It never left: no server, no TLS, no leave to send. Tried again at the next run.
    case unsent
    /// It was handed over and nothing was heard of it. Not tried again, since it may have arrived.
    case unknown

    package var isToBeTriedAgain: Bool { self == .refused || self == .unsent }
}

/// A message that was begun: to whom, when and of which kind; never what it said.
package struct NoticeSending: Hashable, Sendable {
    package let number: Int64
    package let user: UserID
    package let kind: NoticeKind
    package let begunAt: Moment
    /// Nil where the program stopped before it knew. Not tried again, since it may have arrived.
    package let outcome: NoticeOutcome?
    /// The mail server's last answer, as a number.
    package let reply: Int?

    package init(
        number: Int64, user: UserID, kind: NoticeKind, begunAt: Moment, outcome: NoticeOutcome?, reply: Int?
    ) {
        self.number = number
        self.user = user
        self.kind = kind
        self.begunAt = begunAt
        self.outcome = outcome
        self.reply = reply
    }
}
