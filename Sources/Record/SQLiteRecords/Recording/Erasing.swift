import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func erase(
        _ subject: Subject, records: Set<History.Key>?, authority: String, in council: CouncilCode, by user: UserID,
        at moment: Moment
    ) async throws(StoreFailure) -> [Int64] {
        let looks =
            records == nil && subject.kind == .child
            ? try await accessLog.read { try LookRows.numbers(withWordsAbout: subject.id, in: council, $0) } : []
        let erased = try await recording(council, on: moment.londonDay) { recording in
            try recording.erase(subject, records, authority: authority, looks: looks, by: user, at: moment)
        }
        if records == nil, subject.kind == .child {
            try await eraseCopies(about: subject.id, looks: looks, in: council)
        } else {
            if records == nil { try await forgetDrafts(about: subject.id, in: council) }
            try await emptyWriteAheadLog()
        }
        return erased
    }

    /// What stands about a child outside the record's own database, and what was deleted and still stands in a write-ahead log.
    func eraseCopies(about child: SubjectID, looks: [Int64], in council: CouncilCode) async throws(StoreFailure) {
        try await forgetDrafts(about: child, in: council)
        try await accessLog.eraseWords(of: looks, in: council)
        try await emptyWriteAheadLog()
    }

    func emptyWriteAheadLog() async throws(StoreFailure) {
        do {
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw StoreFailure(error)
        }
    }
}

extension Recording {
    /// With whatever is recorded on records that are one with it. `looks` are the lines of the access log whose words go
    /// too.
    func erase(
        _ subject: Subject, _ records: Set<History.Key>?, authority: String, looks: [Int64] = [], by user: UserID,
        at moment: Moment
    ) throws -> [Int64] {
        let joined = subject.kind == .child ? try MergedRows.joined(to: subject.id, in: council, db) : []
        let all = [subject] + joined.map(Subject.child)
        let kept = try MergedRows.kept(insteadOf: subject.id, in: council, db).map { [Subject.child($0)] } ?? []
        if try (all + kept).contains(where: { try RetentionRows.isHeld($0, in: council, db) }) {
            throw StoreFailure.onHold
        }
        let taken = joined.isEmpty || records == nil ? [] : try MergedRows.keysTaken(by: subject.id, in: council, db)
        var numbers: [Int64] = []
        for one in all {
            var keys = records
            if one != subject, let records {
                // Of two that are called the same, the one on the other record is read here under its number too.
                keys = Set(
                    records.compactMap { key in
                        let suffix = History.suffix(of: one.id.local)
                        if key.id.text.hasSuffix(suffix) {
                            return History.Key(kind: key.kind, id: RecordID(String(key.id.text.dropLast(suffix.count))))
                        }
                        return taken.contains(key) ? nil : key
                    })
            }
            numbers += try eraseAlone(
                one, keys, authority: authority, looks: one == subject ? looks : [], by: user, at: moment)
        }
        return numbers.sorted()
    }

    private func eraseAlone(
        _ subject: Subject, _ records: Set<History.Key>?, authority: String, looks: [Int64], by user: UserID,
        at moment: Moment
    ) throws -> [Int64] {
        let entries = try EntryRows.about(subject, in: council, db).filter { entry in
            guard entry.body != nil, let kind = EntryKind(text: entry.kind) else { return false }
            switch kind {
            case .record(let kind): return records?.contains(.init(kind: kind, id: entry.recordID)) ?? true
            case .withdrawn, .erased, .cover: return false
            }
        }
        let numbers = entries.map(\.sequence)
        guard !numbers.isEmpty else { return [] }
        let isWhole = records == nil && subject.kind == .child
        let changes = isWhole ? try GlassRows.changes(of: subject.id, in: council, db).map(\.number) : []
        try record(
            NewEntry(
                .erasure(
                    Erasure(
                        authority: authority, entries: numbers, looks: looks.isEmpty ? nil : looks,
                        changes: changes.isEmpty ? nil : changes)),
                id: RecordID("erased-\(head.sequence + 1)"), about: subject, by: .user(user)),
            at: moment)
        let documents = entries.compactMap(DocumentRows.hash)
        for number in numbers {
            try EntryRows.erase(number, in: council, db)
            try MentionRows.delete(of: number, by: subject, in: council, db)
        }
        try DocumentRows.forget(documents, in: council, db)
        try forgetRows(of: subject, records)
        if subject.kind == .child, isWhole {
            _ = try eraseFromSamples(subject.id, authority: authority, by: user, at: moment)
        }
        if isWhole {
            try GlassRows.eraseWords(of: changes, in: council, db)
            try RestrictionRows.set(nil, on: subject.id, by: user, at: moment, in: council, db)
        }
        if subject.kind == .child { try MergedRows.keep(subject.id, in: council, db) }
        switch subject.kind {
        case .child: try derive(([subject.id] + readersToDerive(of: subject)).map { ToDerive($0) })
        case .adult:
            try AdultRows.keep(subject.id, in: council, db)
            try derive(readersToDerive(of: subject).map { ToDerive($0) })
        case .worker, .team:
            forgetStates()
            try KeyRows.outdateReaders(of: subject, in: council, db)
        case .source: forgetStates()
        case .council, .sample, .inspection, .plan: break
        }
        return numbers
    }

    /// What loads kept about the subject: digests by which a value could be recognised, and raw rows that name it.
    private func forgetRows(of subject: Subject, _ records: Set<History.Key>?) throws {
        guard let source = subject.id.source.map({ SourceName($0) }) else { return }
        if var known = try KnownRowsTable.rows(of: subject, source, in: council, db)?.rows {
            for index in known.rows.indices where records?.contains(known.rows[index].key) ?? true {
                known.rows[index].state = .erased
                known.rows[index].digest = .none
            }
            try KnownRowsTable.put(known, digest: .none, of: subject, source, in: council, db)
        }
        try db.execute(
            sql: """
                DELETE FROM unreadable_row WHERE council = ? AND instr(raw, ?) > 0
                AND load IN (SELECT number FROM load WHERE council = ? AND source = ?)
                """,
            arguments: [council.text, subject.id.local, council.text, source.text])
    }
}
