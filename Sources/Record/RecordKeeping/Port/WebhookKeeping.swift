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
    /// Where an endpoint is: the host of its address and nothing else of it.
    func keepHost(_ host: String, ofWebhook endpoint: String, in council: CouncilCode) async throws(StoreFailure)
    func webhookDestinations(access: Access) async throws(StoreFailure) -> [WebhookDestination]
    /// Those that wait first, then those that ended, latest first.
    func webhooks(access: Access, limit: Int) async throws(StoreFailure) -> [WebhookLine]
    /// It is not tried again. False where it has ended already.
    func stopWebhook(_ id: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool
    /// One that was given up waits again, under the id it had, and who asked for it is kept. False where it was not given up, or
    /// was asked for again before.
    func sendWebhookAgain(_ id: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool
    /// The next run tries it, without waiting longer. False where it has ended.
    func hurryWebhook(_ id: String, access: Access, at moment: Moment) async throws(StoreFailure) -> Bool
}
