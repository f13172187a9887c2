import AccessRules
import ChildJourney
import Concerns
import Duties
import RecordKeeping
import WorkingDays

/// How much waits for somebody. Numbers alone: no child can be told from them.
package struct WaitingWork: Hashable, Sendable {
    /// Missing for children they hold; for a manager, for children of their team and of none.
    package var overdue = 0
    package var fallingDue = 0
    package var handovers = 0
    package var decisions = 0
    package var reviews = 0
    /// To seal, move, join or destroy, made by somebody else and waiting for them.
    package var proposals = 0
    /// Actions of improvement plans to write about for the month, and what meetings resolved, due within days or overdue.
    package var improvement = 0
    /// What cannot wait for tomorrow; each is among the others too.
    package var immediate: [String] = []
    /// Flags of children that are theirs to hear of, with the step each has reached; each is among `immediate` too.
    package var alarms: [String] = []

    package init() {}

    package var isNothing: Bool {
        overdue + fallingDue + handovers + decisions + reviews + proposals + improvement == 0
    }
    /// What stands beside "My work": what somebody waits for, and what cannot wait.
    package var atOnce: Int { handovers + decisions + reviews + proposals + immediate.count }
}

/// Counts what waits for one person as their own pages show it, through leave of their own.
package struct CountWaitingWork: Sendable {
    /// (L) How far ahead something falls due soon, in days; as far as Today and My work look.
    package static let daysAhead = 14
    /// (L) How many hours before harm alleged should have been answered by seeing the child it cannot wait for tomorrow.
    package static let hoursAhead = 4
    /// What waits for a manager.
    package static let decisions: Set<ConcernCode> = [
        ReferralUndecided.code, ThresholdUndecided.code, AssessmentUnauthorised.code, EnquiryOpen.code,
        ReferralUnowned.code,
    ]

    private let store: any RecordStore
    private let calendar: WorkingCalendar
    private let reason: AccessReason

    package init(store: any RecordStore, calendar: WorkingCalendar, because reason: AccessReason) {
        self.store = store
        self.calendar = calendar
        self.reason = reason
    }

    /// Flags whose clock runs, for whoever is to hear of them: whatever system keeps the casework.
    package func alarms(of person: SignedIn, at moment: Moment) async throws(StoreFailure) -> [String] {
        let officesAreOpen = OfficeHours.areOpen(at: moment, calendar)
        guard FlagAlarm.allCases.contains(where: { $0.isFor(person, team: nil, officesAreOpen: officesAreOpen) }),
            let access = leave(person, .seeToday),
            let limits = try await store.setting(of: person.council)?.setting.limits
        else { return [] }
        let flags = try await store.unansweredFlags(on: moment.londonDay, access: access)
        guard !flags.isEmpty else { return [] }
        let managed = Set(
            try await store.users(in: person.council).filter { $0.isActive && $0.role == .manager }.compactMap(\.team))
        return flags.compactMap { flag in
            let alarm = FlagAlarm(flag, limits: limits, at: moment)
            // A team nobody here manages is as none: else nobody would hear of its children for the first hour.
            let team = flag.team.flatMap { managed.contains($0) ? $0 : nil }
            return alarm.isFor(person, team: team, officesAreOpen: officesAreOpen)
                ? "\(flag.item) \(alarm.rawValue)" : nil
        }
    }

    /// What improvement plans wait for from somebody: whatever system keeps the casework.
    package func improvement(of person: SignedIn, at moment: Moment) async throws(StoreFailure) -> Int {
        guard leave(person, .updateAction) != nil else { return 0 }
        let see = SeePlan(Assurer(store: store, person: person, now: { moment }))
        do throws(AssuranceRefusal) {
            return try await see.mine(calendar).count { $0.dueOn <= moment.londonDay + Self.daysAhead }
        } catch {
            if case .store(let failure) = error { throw failure }
            return 0
        }
    }

    /// All of it, as a message tells it.
    package func callAsFunction(of person: SignedIn, at moment: Moment) async throws(StoreFailure) -> WaitingWork {
        guard let access = leave(person, .seeToday) else { return WaitingWork() }
        let day = moment.londonDay
        var work = try await atOnce(of: person, at: moment)
        work.improvement = try await improvement(of: person, at: moment)
        guard person.role.mayDo.contains(.recordNote) else { return work }
        var found: Set<WaitingConcern> = []
        for scope in scopes(person) {
            found.formUnion(
                try await store.waiting(scope, codes: nil, on: day, ahead: Self.daysAhead, access: access))
        }
        work.overdue = found.count { $0.concern.stands(on: day) }
        work.fallingDue = found.count - work.overdue
        work.immediate += urgent(found, at: moment).filter { !work.immediate.contains($0) }
        // At night harm alleged is for emergency duty, whosever the child is.
        if person.role == .emergencyDuty, !OfficeHours.areOpen(at: moment, calendar) {
            let all = try await store.waiting(
                .council, codes: [HarmAllegedUnseen.code], on: day, ahead: 1, access: access)
            work.immediate += urgent(Set(all), at: moment).filter { !work.immediate.contains($0) }
        }
        return work
    }

    /// What somebody else waits for, and what cannot wait: little enough to be counted with every page.
    package func atOnce(of person: SignedIn, at moment: Moment) async throws(StoreFailure) -> WaitingWork {
        var work = WaitingWork()
        guard let access = leave(person, .seeToday) else { return work }
        let day = moment.londonDay
        if person.role.mayDo.contains(.handOver) {
            let open = try await store.outstandingHandovers(access: access, at: nil).compactMap { $0 }
            work.handovers = open.count { $0.isToBeTaken(by: person, on: day) }
            work.immediate = open.filter { $0.isFor(person, on: day) && isPastTheHour($0.handover, at: moment) }
                .map { "handover \($0.id.text)" }
        }
        if person.role.mayDo.contains(.authorise) {
            let open = try await store.waiting(
                .council, codes: Self.decisions, on: day, ahead: Self.daysAhead, access: access)
            work.decisions = open.count { $0.concern.stands(on: day) || $0.concern.kind.isDecidedByManager }
        }
        if let access = leave(person, .reviewBreakGlass) {
            work.reviews = try await store.brokenGlass(access: access, at: nil).count { $0.isReadersToReview }
        }
        work.proposals = try await proposals(of: person, at: moment)
        work.alarms = try await alarms(of: person, at: moment)
        work.immediate += work.alarms
        if person.role.mayDo.contains(.recordNote) {
            let held = try await store.waiting(
                .heldBy(person.user.text), codes: nil, on: day, ahead: Self.daysAhead, access: access)
            work.immediate += urgent(Set(held), at: moment)
        }
        return work
    }

    /// Proposals somebody may decide and did not make, as My work lists them.
    private func proposals(of person: SignedIn, at moment: Moment) async throws(StoreFailure) -> Int {
        let may = person.role.mayDo
        guard may.contains(.decide) || may.contains(.destroyRecord), let access = leave(person, .seeToday) else {
            return 0
        }
        var count = 0
        for record in try await store.waiting(WaitingRecord.proposals, access: access, at: nil).compactMap({ $0 })
        where record.isProposal(toBeDecidedBy: person) {
            // Whether two records are of one child is decided by whoever may open both.
            if let merge = record.body as? RecordMerge, try await !mayDecide(about: merge.other, person, at: moment) {
                continue
            }
            count += 1
        }
        return count
    }

    private func mayDecide(
        about local: String, _ person: SignedIn, at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        let child = SubjectID(source: SourceName.record.text, local: local)
        let restriction = try await store.restriction(of: child, in: person.council, at: moment) ?? .none
        let access = AccessRules.access(
            for: person, to: .decide, .child(child, in: person.council, restriction), because: reason)
        return (try? access.get()) != nil
    }

    private func scopes(_ person: SignedIn) -> [WaitingScope] {
        guard person.role.mayDo.contains(.allocate) else { return [.heldBy(person.user.text)] }
        return [.heldBy(person.user.text), person.team.map { .team($0) } ?? .council]
    }

    private func urgent(_ found: Set<WaitingConcern>, at moment: Moment) -> [String] {
        found.filter { waiting in
            let concern = waiting.concern
            guard concern.code == HarmAllegedUnseen.code else { return false }
            guard let due = concern.dueAt ?? concern.due.map({ Moment(londonDay: $0 + 1) }) else { return true }
            return due <= moment.adding(hours: Self.hoursAhead)
        }.map(\.item).sorted()
    }

    private func isPastTheHour(_ handover: Handover, at moment: Moment) -> Bool {
        moment >= OfficeHours.acceptBy(handedOverAt: handover.at, calendar)
    }

    private func leave(_ person: SignedIn, _ verb: Verb) -> Access? {
        try? AccessRules.access(for: person, to: verb, .council(person.council), because: reason).get()
    }
}

extension OutstandingHandover {
    /// Whether it stands on somebody's My work: they may take it, or handed it over and nobody took it.
    package func isFor(_ person: SignedIn, on day: Day) -> Bool {
        let isTheirs = [handover.toPerson, handover.from].contains(person.user.text)
        let isHeld = summary.holder(on: day)?.worker == person.user.text
        return person.role != .socialWorker || isTheirs || isHeld
    }

    /// Whether it stands there and waits for them and not for somebody else.
    package func isToBeTaken(by person: SignedIn, on day: Day) -> Bool {
        isFor(person, on: day) && handover.mayBeAccepted(by: person)
    }
}

extension ConcernKind {
    /// Of these kinds what was begun too lately to be late waits for a manager all the same.
    package var isDecidedByManager: Bool { self == .undecided || self == .unowned }
}
