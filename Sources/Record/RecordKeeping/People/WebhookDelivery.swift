import AccessRules
import WorkingDays

/// A notice to another program that was not taken yet: for whom, of which kind, and how often it was tried; never what it is
/// about.
package struct WebhookDelivery: Hashable, Sendable {
    /// The same at every try, so that a program which has it already can tell.
    package let id: String
    /// The endpoint's name in the council's settings.
    package let endpoint: String
    package let user: UserID
    package let kind: NoticeKind
    package let begunAt: Moment
    package let tries: Int
    /// When somebody asked for it again after it was given up; nil where nobody did.
    package let sentAgainAt: Moment?

    package init(
        id: String, endpoint: String, user: UserID, kind: NoticeKind, begunAt: Moment, tries: Int,
        sentAgainAt: Moment? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.user = user
        self.kind = kind
        self.begunAt = begunAt
        self.tries = tries
        self.sentAgainAt = sentAgainAt
    }
}

/// How a delivery ended. Stored, so the raw values never change.
package enum WebhookEnding: String, Hashable, Sendable {
    case accepted
    /// Nobody took it for so long that it would say nothing any more.
    case givenUp = "given-up"
    /// Whoever looks after accounts stopped it.
    case stopped
}

/// A notice to another program as its page shows it: nothing of for whom it was, nor what about.
package struct WebhookLine: Hashable, Sendable {
    package let id: String
    package let endpoint: String
    package let kind: NoticeKind
    package let begunAt: Moment
    package let tries: Int
    /// What the program answered last; nil where it never did.
    package let reply: Int?
    package let nextTryAt: Moment
    /// Nil while it waits.
    package let ending: WebhookEnding?
    package let endedAt: Moment?
    /// When it was asked for again after it was given up, by whom, and when it had been given up; nil where nobody did.
    package let sentAgain: SentAgain?

    package struct SentAgain: Hashable, Sendable {
        package let at: Moment
        package let by: UserID
        package let givenUpAt: Moment?

        package init(at: Moment, by: UserID, givenUpAt: Moment?) {
            self.at = at
            self.by = by
            self.givenUpAt = givenUpAt
        }
    }

    /// Given up, and not asked for again yet.
    package var maySendAgain: Bool { ending == .givenUp && sentAgain == nil }

    package init(
        id: String, endpoint: String, kind: NoticeKind, begunAt: Moment, tries: Int, reply: Int?, nextTryAt: Moment,
        ending: WebhookEnding?, endedAt: Moment?, sentAgain: SentAgain? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.kind = kind
        self.begunAt = begunAt
        self.tries = tries
        self.reply = reply
        self.nextTryAt = nextTryAt
        self.ending = ending
        self.endedAt = endedAt
        self.sentAgain = sentAgain
    }
}

/// A program that takes notices, and what became of those it was given.
package struct WebhookDestination: Hashable, Sendable {
    package let endpoint: String
    /// Nil where it has not been told anything since its host is kept.
    package let host: String?
    package let waiting: Int
    package let ended: [WebhookEnding: Int]

    package init(endpoint: String, host: String?, waiting: Int, ended: [WebhookEnding: Int]) {
        self.endpoint = endpoint
        self.host = host
        self.waiting = waiting
        self.ended = ended
    }
}
