import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    /// As the index has them.
    private static let kindsThatWait =
        "'transfer-request', 'delay-explained', 'escalation', 'misfiled-entry', 'record-merge', 'complaint'"

    package func waiting(access: Access, at moment: Moment) async throws(StoreFailure) -> [WaitingRecord?] {
        try require(access, [.seeToday])
        let council = access.council
        let found: [WaitingRecord?] = try readHere { db in
            // An answer is an entry that corrects what was asked, so the latest of each says whether it waits.
            let select = try PreparedStatement(
                db,
                """
                SELECT subject, id, kind, version, body FROM entry INDEXED BY entry_waiting
                WHERE council = ?1 AND kind IN (\(Self.kindsThatWait))
                AND body IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM entry AS answer INDEXED BY entry_waiting
                    WHERE answer.council = ?1 AND answer.corrects = entry.seq
                    AND answer.kind IN (\(Self.kindsThatWait)))
                ORDER BY entry.seq
                """)
            select.bind(1, council.text)
            let rows = try select.all { ($0.text(0), $0.text(1), $0.text(2), $0.number(3), $0.bytes(4)) }
            return try rows.compactMap { subject, id, kind, version, bytes -> WaitingRecord?? in
                guard
                    let child = try Subject(text: subject).map({ try MergedRows.kept(orItself: $0.id, in: council, db) }
                    ), let kind = RecordKind(rawValue: kind),
                    let body = try StoredBody().body(kind: kind, version: version, bytes: bytes) as? any Waiting
                else { throw StoreFailure.damaged(table: "entry") }
                guard body.isWaiting else { return nil }
                return try Self.shown(body, id, of: child, to: access.who, db)
            }
        }
        try await log(Look(access, at: moment, query: "waits for an answer", shown: found.compactMap { $0?.child }))
        return found
    }

    /// What waits about a child, with what is withheld taken out: nil inside where the reader may not see the child, nil where it was sealed
    /// as about another.
    static func shown(
        _ body: any Waiting, _ id: String, of child: SubjectID, to reader: SignedIn, _ db: Database
    ) throws -> WaitingRecord?? {
        let council = reader.council
        if try RestrictionRows.hides(child, from: reader.user, in: council, db) { return .some(nil) }
        let history = try FamilyRows.history(of: .child(child), in: council, db)
        guard history.entries.contains(where: { $0.id.text == id }) else { return nil }
        let around = try FamilyRows.surroundings(of: child, history, in: council, db)
        return WaitingRecord(
            child: child, summary: try ChildRows.summary(child, in: council, db), id: RecordID(id),
            body: body.masked(by: try WithholdingRows.withholding(of: child, history, around, in: council, db)))
    }
}
