import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// Reads the children of a frame in one pass over their rows.
struct FrameReading {
    let question: FrameQuestion
    let day: Day
    let weighing: Bool
    let access: Access
    let db: Database

    private var council: CouncilCode { access.council }

    func answer() throws -> FrameAnswer {
        let hidden = try RestrictionRows.hidden(from: access.who.user, in: council, db)
        let named = try namedChildren()
        let levels = weighing ? try levels() : [:]
        let audited = try lastAudits()
        let flagged = try everFlagged()
        var children: [FrameAnswer.Child] = []
        var restricted = 0
        let select = try PreparedStatement(
            db, "SELECT child, statuses, holders, born FROM child WHERE council = ? ORDER BY child")
        select.bind(1, council.text)
        try select.rows { row in
            let child = SubjectID(row.text(0))
            let summary = ChildSummary(statuses: try PackedText.statuses(row.text(1)), holders: [])
            guard named?.contains(child) ?? isAsked(summary) else { return true }
            guard !hidden.contains(child) else {
                restricted += 1
                return true
            }
            let holders = ChildSummary(statuses: [], holders: try PackedText.holders(row.text(2)))
            children.append(
                FrameAnswer.Child(
                    child: child, statuses: summary.statuses(on: day), team: holders.holder(on: day)?.team,
                    bornOn: row.numberIfAny(3).map { Day(number: Int32(truncatingIfNeeded: $0)) },
                    levels: levels[child] ?? [0, 0, 0], auditedOn: audited[child],
                    wasEverFlagged: flagged.contains(child)))
            return true
        }
        return FrameAnswer(children: children, restricted: restricted)
    }

    private func isAsked(_ summary: ChildSummary) -> Bool {
        switch question {
        case .open: summary.isOpen(on: day)
        case .status(let status): summary.statuses(on: day).contains(status)
        case .newSince(let before): summary.isOpen(on: day) && !summary.isOpen(on: before)
        case .closedSince(let since):
            !summary.isOpen(on: day) && summary.statuses.contains { $0.from <= day && $0.from > since - 1 }
                && summary.statuses.contains { $0.from < day && $0.statuses.isOpen }
        case .named, .concern, .recorded: false
        }
    }

    /// Where the frame is a list of children; nil where it is by what they are.
    private func namedChildren() throws -> Set<SubjectID>? {
        switch question {
        case .named(let children): Set(children)
        case .concern(let code): Set(try standing().filter { $0.concern.code == code }.map(\.child))
        case .recorded(let kind, let since): try childrenWith(kind, since: since)
        case .open, .status, .newSince, .closedSince: nil
        }
    }

    /// NB: walks the chain, once for a draw.
    private func childrenWith(_ kind: RecordKind, since: Day) throws -> Set<SubjectID> {
        let select = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject FROM entry
            WHERE council = ? AND kind = ? AND happened >= ? AND happened <= ? AND body IS NOT NULL
            """)
        select.bind(1, council.text)
        select.bind(2, kind.rawValue)
        select.bind(3, since)
        select.bind(4, day)
        return try Set(
            select.all { $0.text(0) }.compactMap { Subject(text: $0) }.filter { $0.kind == .child }.map {
                try MergedRows.kept(orItself: $0.id, in: council, db)
            })
    }

    private func levels() throws -> [SubjectID: [Int]] {
        var levels: [SubjectID: [Int]] = [:]
        for (child, concern) in try standing() {
            levels[child, default: [0, 0, 0]][min(max(concern.level(on: day), 1), 3) - 1] += 1
        }
        return levels
    }

    private func standing() throws -> [(child: SubjectID, concern: Concern)] {
        let select = try PreparedStatement(
            db,
            """
            SELECT child, \(ConcernRows.columns) FROM concern INDEXED BY concern_over
            WHERE council = ? AND over_on > ? AND onset <= ? AND told = 1
            """)
        select.bind(1, council.text)
        select.bind(2, day)
        select.bind(3, day)
        return try select.all { (SubjectID($0.text(0)), try ConcernRows.read($0, from: 1).concern) }
            .filter { $0.concern.stands(on: day) }
    }

    /// Children who were ever flagged, whichever record of them it stands on, and sealed or not: nothing takes one out again.
    private func everFlagged() throws -> Set<SubjectID> {
        let select = try PreparedStatement(
            db, "SELECT DISTINCT subject FROM entry INDEXED BY entry_flag WHERE council = ? AND kind = 'unsafe-flag'")
        select.bind(1, council.text)
        let children = try select.all { $0.text(0) }.compactMap { Subject(text: $0)?.id }
        return try Set(children.map { try MergedRows.kept(orItself: $0, in: council, db) })
    }

    /// The last day on which each child's file was read to the end. What was sealed as about another child counts for nobody here.
    private func lastAudits() throws -> [SubjectID: Day] {
        var days: [SubjectID: Day] = [:]
        for audit in try AuditRows.finished(since: nil, in: council, db) {
            days[audit.child] = max(days[audit.child] ?? audit.body.on, audit.body.on)
        }
        return days
    }
}
