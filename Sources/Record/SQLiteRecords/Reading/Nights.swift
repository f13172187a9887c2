import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func outstandingHandovers(
        access: Access, at moment: Moment?
    ) async throws(StoreFailure) -> [OutstandingHandover?] {
        try require(access, [.seeToday])
        let council = access.council
        let found: [OutstandingHandover?] = try readHere { db in
            // Taking one is an entry that corrects it, so those that nothing corrects are open.
            let select = try PreparedStatement(
                db,
                """
                SELECT subject, id, version, body FROM entry INDEXED BY entry_handover
                WHERE council = ?1 AND kind = 'handover' AND body IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM entry AS taken INDEXED BY entry_handover
                    WHERE taken.council = ?1 AND taken.kind = 'handover' AND taken.corrects = entry.seq)
                ORDER BY entry.seq
                """)
            select.bind(1, council.text)
            let rows = try select.all { ($0.text(0), $0.text(1), $0.number(2), $0.bytes(3)) }
            return try rows.compactMap { subject, id, version, bytes -> OutstandingHandover?? in
                guard
                    let child = try Subject(text: subject).map({ try MergedRows.kept(orItself: $0.id, in: council, db) }
                    ),
                    var handover = try StoredBody().body(kind: .handover, version: version, bytes: bytes) as? Handover
                else { throw StoreFailure.damaged(table: "entry") }
                guard handover.acceptedBy == nil else { return nil }
                if try RestrictionRows.hides(child, from: access.who.user, in: council, db) { return .some(nil) }
                let history = try FamilyRows.history(of: .child(child), in: council, db)
                // Sealed: it was recorded about the wrong child.
                guard history.entries.contains(where: { $0.id.text == id }) else { return nil }
                let around = try FamilyRows.surroundings(of: child, history, in: council, db)
                let hiding = try WithholdingRows.withholding(of: child, history, around, in: council, db)
                handover.items = hiding.masked(handover.items)
                return OutstandingHandover(
                    child: child, summary: try ChildRows.summary(child, in: council, db), id: RecordID(id),
                    handover: handover)
            }
        }
        if let moment {
            try await log(
                Look(access, at: moment, query: "handed over and not taken", shown: found.compactMap { $0?.child }))
        }
        return found
    }

    package func recorded(
        _ kinds: Set<RecordKind>, from: Moment, until: Moment, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [RecentEntry?] {
        try require(access, [.seeToday])
        let council = access.council
        let found: [RecentEntry?] = try readHere { db in
            // Entries are numbered as they are recorded, so the latest are read backwards until one is older.
            let select = try PreparedStatement(
                db, "SELECT subject, kind, recorded, by, happened FROM entry WHERE council = ? ORDER BY seq DESC")
            select.bind(1, council.text)
            var found: [RecentEntry?] = []
            var said: Set<String> = []
            try select.rows { row in
                let recorded = Moment(milliseconds: row.number(2))
                guard recorded >= from else { return false }
                guard recorded <= until, let kind = RecordKind(rawValue: row.text(1)), kinds.contains(kind),
                    // What was brought along from before is no work of the night.
                    row.dayIfAny(4).map({ $0 >= from.londonDay - 1 }) ?? true,
                    let subject = Subject(text: row.text(0)), subject.kind == .child,
                    case let child = try MergedRows.kept(orItself: subject.id, in: council, db),
                    said.insert("\(child.text) \(kind.rawValue)").inserted
                else { return true }
                if try RestrictionRows.hides(child, from: access.who.user, in: council, db) {
                    found.append(nil)
                } else {
                    let by = row.text(3)
                    found.append(
                        RecentEntry(
                            child: child, summary: try ChildRows.summary(child, in: council, db), kind: kind,
                            recordedAt: recorded, by: by.hasPrefix("user/") ? String(by.dropFirst(5)) : by))
                }
                return found.count < limit
            }
            return found
        }
        try await log(
            Look(access, at: moment, query: "recorded at night", shown: found.compactMap { $0?.child }))
        return found
    }
}
