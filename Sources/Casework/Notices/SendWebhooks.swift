import AccessRules
import RecordKeeping
import WorkingDays

/// Tells other programs that something waits for somebody: of each thing once, tried again with longer and longer pauses
/// until the program has taken it.
///
/// Every try carries the same id. A try is written down before it is made, so that two runs at a time make it once, and one
/// that dies is followed by the next try as if nobody had answered.
package struct SendWebhooks: Sendable {
    package typealias Post = @Sendable (WebhookNotice, _ endpoint: String) async -> NoticeDelivery

    /// What a run did about one notice.
    package struct Sent: Hashable, Sendable {
        package let endpoint: String
        package let user: UserID
        package let kind: NoticeKind
        package let outcome: Outcome
    }

    package enum Outcome: Hashable, Sendable {
        /// It was only to be shown.
        case wouldBeSent
        case answered(NoticeDelivery)
        case givenUp
    }

    /// (L) Minutes until it is tried again, by how often it was tried; the last stands for all later ones.
    package static let pauses = [10, 20, 40, 80, 160, 240]
    /// (L) Hours after which a notice nobody took is given up.
    package static let keptHours = 24

    private let store: any RecordStore
    private let council: CouncilCode
    private let calendar: WorkingCalendar
    private let site: String
    private let endpoints: [String]
    /// The host of each, for the page that shows what became of its notices.
    private let hosts: [String: String]
    private let newID: @Sendable () -> String
    private let post: Post?

    /// Without `post` nothing is sent and nothing written down.
    package init(
        store: any RecordStore, council: CouncilCode, calendar: WorkingCalendar, site: String, endpoints: [String],
        hosts: [String: String] = [:], newID: @escaping @Sendable () -> String, post: Post?
    ) {
        self.store = store
        self.council = council
        self.calendar = calendar
        self.site = site
        self.endpoints = endpoints
        self.hosts = hosts
        self.newID = newID
        self.post = post
    }

    package func callAsFunction(at now: @escaping @Sendable () -> Moment) async throws(SendNotices.Refusal) -> [Sent] {
        do {
            guard try await store.isKeptHere(council) else { throw SendNotices.Refusal.keptElsewhere }
            let users = try await store.users(in: council).filter(\.isActive)
            var shown: [Sent] = []
            for user in users { shown += try await begin(for: user, at: now()) }
            guard let post else { return shown }
            for (endpoint, host) in hosts { try await store.keepHost(host, ofWebhook: endpoint, in: council) }
            let roles = Dictionary(users.map { ($0.id, $0.role) }, uniquingKeysWith: { first, _ in first })
            // One that answers slowly keeps no other waiting.
            return try await withThrowingTaskGroup(of: (Int, [Sent]).self) { group in
                for (place, endpoint) in endpoints.enumerated() {
                    group.addTask { (place, try await tell(endpoint, roles, post, at: now)) }
                }
                var sent: [Int: [Sent]] = [:]
                for try await (place, lines) in group { sent[place] = lines }
                return endpoints.indices.flatMap { sent[$0] ?? [] }
            }
        } catch let refusal as SendNotices.Refusal {
            throw refusal
        } catch let failure as StoreFailure {
            throw .store(failure)
        } catch {
            throw .store(.stopped)
        }
    }

    /// Writes down what is to be told of one person, to every endpoint.
    private func begin(for user: User, at moment: Moment) async throws(StoreFailure) -> [Sent] {
        let count = CountWaitingWork(store: store, calendar: calendar, because: .notice)
        let work = try await count(of: user.signedIn, at: moment)
        var told: [(NoticeKind, [String])] = []
        if !work.immediate.isEmpty { told.append((.immediate, work.immediate)) }
        if !work.isNothing, SendNotices.isTimeForTheDay(moment, calendar) {
            told.append((.daily, ["\(moment.londonDay)"]))
        }
        var shown: [Sent] = []
        for endpoint in endpoints {
            for (kind, things) in told {
                guard post != nil else {
                    shown.append(Sent(endpoint: endpoint, user: user.id, kind: kind, outcome: .wouldBeSent))
                    continue
                }
                let delivery = WebhookDelivery(
                    id: newID(), endpoint: endpoint, user: user.id, kind: kind, begunAt: moment, tries: 0)
                _ = try await store.beginWebhook(delivery, about: things, in: council)
            }
        }
        return shown
    }

    /// Gives an endpoint what is due to it, and no more in this run once it is seen to be out of order.
    private func tell(
        _ endpoint: String, _ roles: [UserID: Role], _ post: Post, at now: @Sendable () -> Moment
    ) async throws(StoreFailure) -> [Sent] {
        var sent: [Sent] = []
        let due = try await store.webhooksDue(to: endpoint, in: council, at: now())
        for delivery in due {
            let moment = now()
            let next = moment.adding(seconds: 60 * Self.pauses[min(delivery.tries, Self.pauses.count - 1)])
            guard try await store.takeUpWebhook(delivery.id, in: council, at: moment, next: next) else { continue }
            // Whoever is no longer let in has nothing waiting.
            guard let role = roles[delivery.user],
                moment < (delivery.sentAgainAt ?? delivery.begunAt).adding(hours: Self.keptHours)
            else {
                try await store.endWebhook(delivery.id, as: .givenUp, reply: nil, in: council, at: moment)
                sent.append(
                    Sent(endpoint: endpoint, user: delivery.user, kind: delivery.kind, outcome: .givenUp))
                continue
            }
            let notice = WebhookNotice(
                delivery, in: council, page: SendNotices.page(role, of: site))
            let answer = await post(notice, endpoint)
            try await store.endWebhook(
                delivery.id, as: answer.outcome == .accepted ? .accepted : nil, reply: answer.reply, in: council,
                at: moment)
            sent.append(
                Sent(endpoint: endpoint, user: delivery.user, kind: delivery.kind, outcome: .answered(answer)))
            if answer.isOutOfOrder { break }
        }
        return sent
    }
}

extension NoticeDelivery {
    /// Whether whoever was asked would hardly answer the next one better: nobody is there, they are slow, or they say so.
    fileprivate var isOutOfOrder: Bool {
        outcome == .unsent || outcome == .unknown || reply.map { $0 == 429 || $0 >= 500 } ?? false
    }
}
