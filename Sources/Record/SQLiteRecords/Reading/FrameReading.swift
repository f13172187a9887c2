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
        let audited = try lastDays(of: .caseFileAudit, by: "entry_audit")
        let flagged = try lastDays(of: .unsafeFlag, by: "entry_flag")
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
                    levels: levels[child] ?? [0, 0, 0], auditedOn: audited[child].flatMap { $0 },
                    wasEverFlagged: flagged.keys.contains(child)))
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

    /// Children about whom something of a kind was recorded, and the last day it happened on.
    private func lastDays(of kind: RecordKind, by index: String) throws -> [SubjectID: Day?] {
        let select = try PreparedStatement(
            db,
            """
            SELECT subject, max(happened) FROM entry INDEXED BY \(index)
            WHERE council = ? AND kind = '\(kind.rawValue)' GROUP BY subject
            """)
        select.bind(1, council.text)
        var days: [SubjectID: Day?] = [:]
        try select.rows { row in
            guard let subject = Subject(text: row.text(0)) else { return true }
            days[subject.id] = row.numberIfAny(1).map { Day(number: Int32(truncatingIfNeeded: $0)) }
            return true
        }
        return days
    }
}
