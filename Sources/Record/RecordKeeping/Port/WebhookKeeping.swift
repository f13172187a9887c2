import AccessRules
import WorkingDays

/// Which notices other programs have been given.
package protocol WebhookKeeping: Sendable {
    /// Begins a delivery about those of these things no delivery to the endpoint was begun about. False where there are none.
    func beginWebhook(_ delivery: WebhookDelivery, about: [String], in council: CouncilCode) async throws(StoreFailure)
        -> Bool
    /// Those not ended and due to be tried, longest waiting first.
    func webhooksDue(
        to endpoint: String, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [WebhookDelivery]
    /// Takes one up for a try, so that no other run tries it before `next`. False where another has, or it has ended.
    func takeUpWebhook(
        _ id: String, in council: CouncilCode, at moment: Moment, next: Moment
    ) async throws(StoreFailure) -> Bool
    /// What the endpoint answered, and how the delivery ended; it goes on where that is nil.
    func endWebhook(
        _ id: String, as ending: WebhookEnding?, reply: Int?, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure)
}
