import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func unansweredFlags(on day: Day, access: Access) async throws(StoreFailure) -> [UnansweredFlag] {
        try require(access, [.seeToday])
        let council = access.council
        let codes = [UnsafeNowOpen.code, CannotTellOpen.code]
        return try readHere { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT DISTINCT subject FROM entry INDEXED BY entry_flag
                WHERE council = ? AND kind = 'unsafe-flag'
                """)
            select.bind(1, council.text)
            let children = try Set(
                select.all { $0.text(0) }.compactMap { Subject(text: $0)?.id }.map {
                    try MergedRows.kept(orItself: $0, in: council, db)
                })
            // An answer that whoever flagged does not agree with is told of anew: the steps before it were of another answer.
            func again(_ flag: UnsafeFlag) -> [String] {
                flag.isAgreed == false ? flag.agreedAt.map { ["\($0.milliseconds)"] } ?? [] : []
            }
            return try children.sorted().flatMap { child -> [UnansweredFlag] in
                let standing = Set(
                    try ConcernRows.of(child, in: council, db).map(\.concern)
                        .filter { codes.contains($0.code) && $0.stands(on: day) }.map(\.about.id))
                guard !standing.isEmpty else { return [] }
                let team = try ChildRows.holding(child, in: council, db).holder(on: day)?.team
                return try FamilyRows.history(of: .child(child), in: council, db).journey().casework.unsafeFlags
                    .filter { standing.contains($0.id) }.map { flag in
                        UnansweredFlag(
                            item: EntryHash.nameless([council.text, child.text, flag.id.text] + again(flag.body)),
                            at: flag.body.at,
                            isTaken: flag.body.acknowledgedAt != nil || flag.body.decidedAt != nil, team: team)
                    }
            }
        }
    }

    package func gradesGiven(
        since day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [GradeGiven] {
        try require(access, [.seeAssurance])
        let council = access.council
        let given: [GradeGiven] = try await read { db in
            try AuditRows.finished(since: day, in: council, db).compactMap { one in
                guard let grade = one.body.grade else { return nil }
                return GradeGiven(
                    file: EntryHash.nameless([council.text, Subject.child(one.child).text]), sample: one.body.sample,
                    reader: one.body.reader, by: one.body.by, on: one.body.on, tool: one.body.tool, grade: grade)
            }
        }
        try await log(Look(access, at: moment, query: "grades of audits"))
        return given
    }

    package func auditActions(
        of owner: String?, on day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [WaitingRecord?] {
        try require(access, [.seeToday])
        let council = access.council
        let found: [WaitingRecord?] = try readHere { db in
            // That it was done is an entry that corrects it, so those that nothing corrects say how it stands.
            let select = try PreparedStatement(
                db,
                """
                SELECT subject, id, version, body FROM entry INDEXED BY entry_audit_action
                WHERE council = ?1 AND kind = 'audit-action' AND body IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM entry AS later INDEXED BY entry_audit_action
                    WHERE later.council = ?1 AND later.kind = 'audit-action' AND later.corrects = entry.seq)
                ORDER BY entry.seq
                """)
            select.bind(1, council.text)
            let rows = try select.all { ($0.text(0), $0.text(1), $0.number(2), $0.bytes(3)) }
            return try rows.compactMap { subject, id, version, bytes -> WaitingRecord?? in
                guard
                    let child = try Subject(text: subject).map({ try MergedRows.kept(orItself: $0.id, in: council, db) }
                    ),
                    let action = try StoredBody().body(kind: .auditAction, version: version, bytes: bytes)
                        as? ActionFromAudit
                else { throw StoreFailure.damaged(table: "entry") }
                let isWanted = owner.map { $0 == action.owner } ?? (action.byOn.map { $0 < day } ?? false)
                guard action.isWaiting, isWanted else { return nil }
                return try Self.shown(action, id, of: child, to: access.who, db)
            }
        }
        try await log(Look(access, at: moment, query: "actions from audits", shown: found.compactMap { $0?.child }))
        return found
    }

    package func auditsToAnswer(
        by worker: String, since day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [AuditToAnswer?] {
        try require(access, [.seeToday])
        let council = access.council
        let found: [AuditToAnswer?] = try readHere { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT DISTINCT subject FROM entry INDEXED BY entry_audit
                WHERE council = ? AND kind = 'case-file-audit' AND happened >= ?
                """)
            select.bind(1, council.text)
            select.bind(2, day)
            let children = try Set(
                select.all { $0.text(0) }.compactMap { Subject(text: $0)?.id }.map {
                    try MergedRows.kept(orItself: $0, in: council, db)
                })
            return try children.sorted().flatMap { child -> [AuditToAnswer?] in
                // NB: a look-back reads thousands of files: only those of children they led for are opened.
                guard try ChildRows.holding(child, in: council, db).holders.contains(where: { $0.worker == worker })
                else { return [] }
                let journey = try FamilyRows.history(of: .child(child), in: council, db).journey()
                let answered = Set(
                    journey.casework.auditReplies.filter { !$0.body.isFamily && $0.body.by == worker }.map(\.body.audit)
                )
                let waiting = journey.casework.fileAudits.filter { audit in
                    audit.body.isFinished && audit.body.on >= day && !answered.contains(audit.id.text)
                        && journey.mayAnswer(audit.body, access.who)
                }
                guard !waiting.isEmpty else { return [] }
                if try RestrictionRows.hides(child, from: access.who.user, in: council, db) {
                    return waiting.map { _ in nil }
                }
                let summary = try ChildRows.summary(child, in: council, db)
                return waiting.map { AuditToAnswer(child: child, summary: summary, id: $0.id, on: $0.body.on) }
            }
        }
        try await log(Look(access, at: moment, query: "audits to reply to", shown: found.compactMap { $0?.child }))
        return found
    }
}
