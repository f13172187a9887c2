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

    package init(id: String, endpoint: String, user: UserID, kind: NoticeKind, begunAt: Moment, tries: Int) {
        self.id = id
        self.endpoint = endpoint
        self.user = user
        self.kind = kind
        self.begunAt = begunAt
        self.tries = tries
    }
}

/// How a delivery ended. Stored, so the raw values never change.
package enum WebhookEnding: String, Hashable, Sendable {
    case accepted
    /// Nobody took it for so long that it would say nothing any more.
    case givenUp = "given-up"
}
