import ChildJourney
import WorkingDays

/// One row that keeps a child's record, and until when.
package struct RetentionReason: Hashable, Sendable {
    package let row: RetentionRow
    /// The day its years are counted from.
    package let from: Day
    /// The first day on which the row no longer keeps the record.
    package let until: Day
}

/// How long a child's record is kept, as far as it can be told.
package enum RetentionVerdict: Hashable, Sendable {
    /// Something about the child has no end yet: nothing is counted.
    case open
    /// No day can be told, so it is kept.
    case noDate(because: String)
    /// Kept until a day: every row that applies, the longest first.
    case until(Day, because: [RetentionReason])

    /// Nil where no day can be told.
    package var keepUntil: Day? {
        guard case .until(let day, _) = self else { return nil }
        return day
    }

    /// Whether the record is past its retention on a day.
    package func isPast(on day: Day) -> Bool { keepUntil.map { $0 <= day } ?? false }
}

/// How long records are kept. Several rows may apply: the longest is kept to.
package struct RetentionSchedule: Hashable, Sendable {
    package let rows: [RetentionRow]

    /// A schedule without rows keeps everything.
    package init(_ rows: [RetentionRow] = []) {
        self.rows = rows
    }

    /// What is done with the record and not for the child: proposing to destroy it does not keep it.
    private static let dealings: Set<RecordKind> = [
        .legalHold, .destructionProposal, .subjectAccessRequest, .outgoingDocument, .withheldFact,
        .caseFileAudit, .auditReply, .auditAction,
    ]

    /// As if nothing else were ever recorded: so it changes only when something is.
    package func verdict(_ history: History) -> RetentionVerdict {
        let journey = history.journey()
        guard !journey.runsOn else { return .open }
        let happened =
            history.entries.filter { !Self.dealings.contains(type(of: $0.body).kind) }.compactMap(\.body.happenedOn)
            + journey.ends
        guard let last = happened.max() else { return .noDate(because: "nothing with a day is recorded") }
        return verdict(journey, last: last)
    }

    private func verdict(_ journey: Journey, last: Day) -> RetentionVerdict {
        let classes = journey.recordClasses
        let applying = standing(on: last).filter { classes.contains($0.record) && $0.isFor(journey.person?.body) }
        guard !applying.isEmpty else { return .noDate(because: "no row of the schedule is about such a record") }
        var reasons: [RetentionReason] = []
        for row in applying {
            guard let years = row.years else { return .noDate(because: "\(row.title): nobody has said how long") }
            guard let from = row.beginning(journey.person?.body, last) else {
                return .noDate(because: "\(row.title): no day of \(row.start.words) is recorded")
            }
            // NB: what happened after a short time had run is never past it on the day it happened.
            reasons.append(RetentionReason(row: row, from: from, until: max(from.birthday(years), last + 1)))
        }
        reasons.sort { ($1.until, $0.row.id) < ($0.until, $1.row.id) }
        return .until(reasons[0].until, because: reasons)
    }

    /// Of each row the one in force on the day, or the earliest known: an old record is still held to something.
    private func standing(on day: Day) -> [RetentionRow] {
        Dictionary(grouping: rows, by: \.id).values.compactMap { rows in
            rows.first { $0.inForce.contains(day) } ?? rows.min { $0.inForce.from < $1.inForce.from }
        }.sorted { $0.id < $1.id }
    }
}

extension RetentionRow {
    fileprivate func isFor(_ person: Person?) -> Bool {
        let diedYoung = person?.diedOn.map { died in person?.bornOn.map { died < $0.birthday(18) } ?? false } ?? false
        return switch ifDiedYoung {
        case nil: true
        case .only: diedYoung
        case .never: !diedYoung
        }
    }

    fileprivate func beginning(_ person: Person?, _ last: Day) -> Day? {
        switch start {
        case .birth: person?.bornOn
        case .death: person?.diedOn
        case .lastEvent: last
        }
    }
}

extension Journey {
    /// Whether anything about the child has no end yet, or one that cannot be right. Wider than being open: a contact nobody has decided
    /// and early help keep a record too.
    package var runsOn: Bool {
        func runs(_ start: Day, _ end: Day?) -> Bool { end.map { $0 < start } ?? true }
        return referrals.contains { $0.noFurtherAction != true && runs($0.receivedOn, $0.closedOn) }
            || protectionPlans.contains { runs($0.startedOn, $0.endedOn) }
            || inNeedPlans.contains { runs($0.startedOn, $0.endedOn) }
            || careEpisodes.contains { runs($0.beganOn, $0.ceasedOn) }
            || earlyHelpEpisodes.contains { runs($0.startedOn, $0.endedOn) }
            || enquiries.contains { runs($0.startedOn, $0.endedOn) }
            || missingEpisodes.contains { runs($0.from, $0.until) }
            || contacts.contains { $0.outcome == nil && $0.body.decidedOn == nil }
            || casework.privateFostering.contains { runs($0.body.notifiedOn, $0.body.endedOn) }
            || casework.homelessness.contains { $0.body.decidedOn == nil }
            || casework.unregisteredPlacements.contains { runs($0.body.beganOn, $0.body.endedOn) }
            || casework.handovers.contains { $0.body.acceptedBy == nil }
    }

    /// The days on which things ended, which entries do not name as the day they happened.
    fileprivate var ends: [Day] {
        var days = referrals.compactMap(\.closedOn) + protectionPlans.compactMap(\.endedOn)
        days += inNeedPlans.compactMap(\.endedOn) + careEpisodes.compactMap(\.ceasedOn)
        days += earlyHelpEpisodes.compactMap(\.endedOn) + enquiries.compactMap(\.endedOn)
        days += missingEpisodes.compactMap(\.until) + allocations.compactMap(\.until)
        days += assessments.compactMap(\.authorisedOn) + legalStatuses.compactMap { $0.body.until }
        days +=
            casework.privateFostering.compactMap(\.body.endedOn) + casework.homelessness.compactMap(\.body.decidedOn)
        days += casework.unregisteredPlacements.compactMap(\.body.endedOn)
        days += [person?.diedOn].compactMap(\.self)
        return days
    }
}
