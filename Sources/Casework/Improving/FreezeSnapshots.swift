import AccessRules
import ChildJourney
import Improvement
import Measures
import RecordKeeping
import WorkingDays

/// On the evening of each month's last working day, writes down each plan's figures and words, signed and chained to the month before.
///
/// Asked as often as one likes: a month is frozen once. A month in which nothing ran is not made up for later, since its figures
/// would not be what was known then: there is none, and the page of the plan says so.
package struct FreezeSnapshots: Sendable {
    private let store: any RecordStore
    private let council: CouncilCode
    private let calendar: WorkingCalendar
    private let now: @Sendable () -> Moment

    package init(
        store: any RecordStore, council: CouncilCode, calendar: WorkingCalendar, now: @escaping @Sendable () -> Moment
    ) {
        self.store = store
        self.council = council
        self.calendar = calendar
        self.now = now
    }

    /// How many were frozen.
    @discardableResult
    package func callAsFunction() async throws(AssuranceRefusal) -> Int {
        // Nobody's own work: it is recorded under the name of what it is.
        let assurer = Assurer(
            store: store, person: SignedIn(council: council, user: "monthly-snapshot", role: .director), now: now)
        let month = PlanMonth.lastOver(at: now(), calendar)
        var frozen = 0
        for file in try await SeePlan(assurer).all() where isDue(month, of: file) {
            let snapshot = try await taken(of: file, month, assurer)
            do throws(AssuranceRefusal) {
                try await assurer.append(
                    snapshot, id: RecordID("snapshot-\(month.text)"), about: Assurer.plan(file.id))
                frozen += 1
            } catch .changedSince {
                // Another run was first.
                continue
            }
        }
        return frozen
    }

    /// A plan that was written after the day had no figures on it to freeze.
    private func isDue(_ month: PlanMonth, of file: PlanFile) -> Bool {
        let last = month.lastWorkingDay(calendar)
        let written = file.plan.firstWrittenAt?.londonDay ?? file.plan.body.beganOn
        let ended = file.plan.body.endedOn.map { $0 <= last } ?? false
        return !ended && written <= last && !file.snapshots.contains { $0.body.month >= month.first }
    }

    private func taken(
        of file: PlanFile, _ month: PlanMonth, _ assurer: Assurer
    ) async throws(AssuranceRefusal) -> PlanSnapshot {
        let asAt = month.lastWorkingDay(calendar)
        let (store, council) = (store, council)
        let head = try await assurer.stored { () throws(StoreFailure) in try await store.head(of: council) }
        let standing = try await SeePlan(assurer).standing(of: file, to: asAt)
        let lines = standing.lines.map { line -> SnapshotLine in
            let body = line.action.body
            var kept = SnapshotLine(
                action: line.action.id.text, what: body.what, theme: body.theme, owner: body.owner, byOn: body.byOn,
                colour: line.judgement.colour.rawValue, because: line.judgement.because, state: line.state.rawValue)
            kept.team = body.team
            (kept.value, kept.valueWhenBegun) = (line.judgement.value, line.judgement.valueWhenBegun)
            if let bound = body.measure, let period = standing.figures.period(of: body) {
                let id = MeasureID(bound.id)
                (kept.measure, kept.measureTeam, kept.period) = (bound.id, bound.team, period.text)
                if standing.figures.blind(id, period) == nil {
                    let sum = standing.figures.sum(id, period, team: bound.team)
                    (kept.numerator, kept.denominator) = (sum.numerator, sum.denominator)
                }
            }
            let update = file.updates(of: line.action.id).last { $0.body.month == month.first }?.body
            (kept.update, kept.explanation) = (update?.words, update?.explanation)
            return kept
        }
        var snapshot = PlanSnapshot(
            month: month.first, asAt: asAt, takenAt: now(), toldUntil: standing.figures.toldUntil,
            recordHead: head.description, lines: lines, previous: file.snapshots.last?.body.digest)
        snapshot.digest = SnapshotSignature.of(snapshot, plan: file.id)
        return snapshot
    }
}

/// The SHA-256 of a snapshot's text, and whether those of a plan hold.
package enum SnapshotSignature {
    package static func of(_ snapshot: PlanSnapshot, plan: String) -> String {
        DocumentHash.text(of: Array(SnapshotText.of(snapshot, plan: plan).utf8))
    }

    /// The month of the first snapshot that is not as it was signed, or does not follow from the one before; nil where all hold.
    package static func firstBroken(of plan: PlanFile) -> PlanMonth? {
        var previous: String?
        for snapshot in plan.snapshots {
            let body = snapshot.body
            guard body.digest == of(body, plan: plan.id), body.previous == previous else {
                return PlanMonth(of: body.month)
            }
            previous = body.digest
        }
        return nil
    }
}

/// Whether the snapshots of every improvement plan are as they were signed, each following from the one before.
package struct VerifySnapshots: Sendable {
    private let store: any RecordStore
    private let person: SignedIn

    package init(store: any RecordStore, person: SignedIn) {
        self.store = store
        self.person = person
    }

    /// "plan-1 2026-10", the first that is not; nil where all are.
    package func callAsFunction() async throws(StoreFailure) -> String? {
        let leave = AccessRules.access(for: person, to: .seePlan, .council(person.council), because: .work)
        guard let access = try? leave.get() else { throw .accessMismatch }
        for (subject, history) in try await store.assuranceWork(.plan, access: access) {
            guard let plan = PlanFile(subject, history), let month = SnapshotSignature.firstBroken(of: plan) else {
                continue
            }
            return "\(plan.id) \(month.text)"
        }
        return nil
    }
}
