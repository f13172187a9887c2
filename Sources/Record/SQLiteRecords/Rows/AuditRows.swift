import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

/// Audits of files among all children at once.
enum AuditRows {
    struct Finished: Sendable {
        /// Of records that are one, the one that is kept.
        let child: SubjectID
        let place: Int64
        let body: CaseFileAudit
    }

    /// Readings that are finished as they stand, in the order recorded: neither put right since nor sealed as about another child.
    static func finished(since day: Day?, in council: CouncilCode, _ db: Database) throws -> [Finished] {
        let select = try PreparedStatement(
            db,
            """
            SELECT seq, corrects, subject, version, body FROM entry INDEXED BY entry_audit
            WHERE council = ? AND kind = 'case-file-audit' AND happened >= ? AND body IS NOT NULL
            """)
        select.bind(1, council.text)
        select.bind(2, day.map { Int64($0.number) } ?? .min)
        var corrected: [Int64: Int64] = [:]
        var found: [(child: SubjectID, place: Int64, body: CaseFileAudit)] = []
        try select.rows { row in
            guard let subject = Subject(text: row.text(2)),
                let audit = try StoredBody().body(kind: .caseFileAudit, version: row.number(3), bytes: row.bytes(4))
                    as? CaseFileAudit
            else { throw StoreFailure.damaged(table: "entry") }
            if let corrects = row.numberIfAny(1) { corrected[row.number(0)] = corrects }
            found.append((subject.id, row.number(0), audit))
            return true
        }
        let sealed = try sealed(on: Set(found.map(\.child)), in: council, db)
        // NB: a correction that was sealed puts nothing right.
        let overtaken = Set(corrected.filter { !sealed.contains($0.key) }.values)
        return try found.filter { $0.body.isFinished && !sealed.contains($0.place) && !overtaken.contains($0.place) }
            .sorted { $0.place < $1.place }
            .map {
                Finished(
                    child: try MergedRows.kept(orItself: $0.child, in: council, db), place: $0.place, body: $0.body)
            }
    }

    /// Numbers of entries that were found to be about somebody else: said on their own record, or on the one it is one with.
    private static func sealed(
        on children: Set<SubjectID>, in council: CouncilCode, _ db: Database
    ) throws -> Set<Int64> {
        let select = try PreparedStatement(
            db,
            """
            SELECT version, body FROM entry
            WHERE council = ? AND subject = ? AND kind = 'misfiled-entry' AND body IS NOT NULL
            """)
        var whole = children
        for child in children {
            let kept = try MergedRows.kept(orItself: child, in: council, db)
            whole.insert(kept)
            whole.formUnion(try MergedRows.joined(to: kept, in: council, db))
        }
        var sealed: Set<Int64> = []
        for child in whole {
            select.bind(1, council.text)
            select.bind(2, Subject.child(child).text)
            try select.rows { row in
                let body = try StoredBody().body(kind: .misfiledEntry, version: row.number(0), bytes: row.bytes(1))
                sealed.formUnion((body as? MisfiledEntry)?.sealed ?? [])
                return true
            }
        }
        return sealed
    }
}
