import AccessRules
import RecordKeeping
import WorkingDays

/// What another program is told: that something waits for somebody, of which kind, and where they look. Neither a child nor a
/// number: how much is missing for a named worker is for them and their manager alone.
package struct WebhookNotice: Hashable, Sendable {
    /// The same at every try.
    package let id: String
    package let kind: NoticeKind
    /// The account it is for.
    package let user: UserID
    package let council: CouncilCode
    package let begunAt: Moment
    /// A page that person may open.
    package let page: String

    init(_ delivery: WebhookDelivery, in council: CouncilCode, page: String) {
        id = delivery.id
        kind = delivery.kind
        user = delivery.user
        self.council = council
        begunAt = delivery.begunAt
        self.page = page
    }
}
