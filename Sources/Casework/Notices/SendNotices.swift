import AccessRules
import RecordKeeping
import WorkingDays

/// Writes to everybody who asked for it how much waits for them: once a working day, and at once about what cannot wait.
///
/// Each message is written down before it is sent and what became of it after, so that two runs at a time send nothing twice. One
/// that dies may have sent what it was sending: of what cannot wait it is sent again, of the day's work it is not.
package struct SendNotices: Sendable {
    package typealias Post = @Sendable (NoticeMessage, NoticeAddress, Moment) async -> NoticeDelivery

    /// What a run did about one message.
    package struct Sent: Hashable, Sendable {
        package let user: UserID
        package let kind: NoticeKind
        package let message: NoticeMessage
        /// Nil where it was only to be shown.
        package let delivery: NoticeDelivery?
    }

    package enum Refusal: Error, Hashable {
        /// The record is loaded from another system: whose work is what is not known here.
        case keptElsewhere
        case store(StoreFailure)
    }

    /// (L) In minutes past midnight: before it nobody is told of the day's work, though what cannot wait is told at any hour.
    package static let dayBegins = 7 * 60

    private let store: any RecordStore
    private let council: CouncilCode
    private let calendar: WorkingCalendar
    /// Where the council's people reach Sightline: "https://sightline.council.example".
    private let site: String
    private let post: Post?

    /// Without `post` nothing is sent and nothing written down.
    package init(
        store: any RecordStore, council: CouncilCode, calendar: WorkingCalendar, site: String, post: Post?
    ) {
        self.store = store
        self.council = council
        self.calendar = calendar
        self.site = site
        self.post = post
    }

    package func callAsFunction(at now: @Sendable () -> Moment) async throws(Refusal) -> [Sent] {
        do {
            let isKeptHere = try await store.isKeptHere(council)
            let count = CountWaitingWork(store: store, calendar: calendar, because: .notice)
            var sent: [Sent] = []
            for user in try await store.users(in: council) where user.isActive {
                guard let address = try await store.noticeAddress(of: user.id, in: council) else { continue }
                let moment = now()
                // A flag is our own, whatever system keeps the casework; whose work is what is not known there.
                var work = WaitingWork()
                if isKeptHere {
                    work = try await count(of: user.signedIn, at: moment)
                } else {
                    work.alarms = try await count.alarms(of: user.signedIn, at: moment)
                    work.immediate = work.alarms
                    work.improvement = try await count.improvement(of: user.signedIn, at: moment)
                }
                if let line = try await immediate(work, user, address, at: moment) { sent.append(line) }
                if let line = try await daily(work, user, address, at: moment) { sent.append(line) }
            }
            // Told where there was nobody's flag to tell of: else a timer would seem to do what it cannot.
            if !isKeptHere, sent.isEmpty, try await !hasFlags(at: now()) { throw Refusal.keptElsewhere }
            return sent
        } catch let refusal as Refusal {
            throw refusal
        } catch let failure as StoreFailure {
            throw .store(failure)
        } catch {
            throw .store(.stopped)
        }
    }

    private func hasFlags(at moment: Moment) async throws(StoreFailure) -> Bool {
        let director = SignedIn(council: council, user: UserID("notify"), role: .director)
        return try await !CountWaitingWork(store: store, calendar: calendar, because: .notice)
            .alarms(of: director, at: moment).isEmpty
    }

    private func daily(
        _ work: WaitingWork, _ user: User, _ address: NoticeAddress, at moment: Moment
    ) async throws(StoreFailure) -> Sent? {
        let day = moment.londonDay
        var others = work
        others.improvement = 0
        // Where nothing else waits, and in a record loaded from another system, My work has none of it.
        let page = others.isNothing ? "\(site)/improvement" : Self.page(user.role, of: site)
        guard Self.isTimeForTheDay(moment, calendar),
            let message = NoticeMessage(
                daily: work, on: day, isManager: user.role.mayDo.contains(.allocate), address: page)
        else { return nil }
        return try await send(
            message, .daily, about: ["\(day)"], flags: 0, page, user, address, at: moment)
    }

    private func immediate(
        _ work: WaitingWork, _ user: User, _ address: NoticeAddress, at moment: Moment
    ) async throws(StoreFailure) -> Sent? {
        guard !work.immediate.isEmpty else { return nil }
        let page = work.alarms.isEmpty ? Self.page(user.role, of: site) : "\(site)/today"
        let message = NoticeMessage(immediate: work.immediate.count, flags: work.alarms.count, address: page)
        return try await send(
            message, .immediate, about: work.immediate, flags: work.alarms.count, page, user, address, at: moment)
    }

    private func send(
        _ message: NoticeMessage, _ kind: NoticeKind, about things: [String], flags: Int, _ page: String, _ user: User,
        _ address: NoticeAddress, at moment: Moment
    ) async throws(StoreFailure) -> Sent? {
        guard let post else { return Sent(user: user.id, kind: kind, message: message, delivery: nil) }
        let begun = try await store.beginNotice(kind, about: things, to: user.id, in: council, at: moment)
        guard !begun.isEmpty else { return nil }
        // Of what cannot wait only what was not told before is counted.
        let told =
            kind == .immediate
            ? NoticeMessage(immediate: begun.count, flags: flags, address: page) : message
        let delivery = await post(told, address, moment)
        try await store.endNotice(begun, as: delivery.outcome, reply: delivery.reply, in: council, at: moment)
        return Sent(user: user.id, kind: kind, message: told, delivery: delivery)
    }

    /// Whether people are told of the day's work by now.
    static func isTimeForTheDay(_ moment: Moment, _ calendar: WorkingCalendar) -> Bool {
        // NB: a day the calendar does not know counts as a working day: rather one message too many.
        calendar.isWorkingDay(moment.londonDay) != false && moment.londonMinute >= dayBegins
    }

    /// A page the reader may open.
    static func page(_ role: Role, of site: String) -> String {
        "\(site)\(role.mayDo.isDisjoint(with: [.recordNote, .decide]) ? "/break-glass" : "/work")"
    }
}
