import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func addCouncil(_ council: CouncilCode, name: String) async throws(StoreFailure) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO council (code, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name",
                arguments: [council.text, name])
        }
    }

    package func councils() async throws(StoreFailure) -> [(code: CouncilCode, name: String)] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT code, name FROM council ORDER BY code").compactMap { row in
                CouncilCode(row[0]).map { ($0, row[1]) }
            }
        }
    }

    package func head(of council: CouncilCode) async throws(StoreFailure) -> ChainHead {
        try await read { try EntryRows.head(of: council, $0) }
    }

    package func append(
        _ entries: [NewEntry], in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Appended {
        try await write { db in try self.append(entries, in: council, at: moment, db) }
    }

    package func append(
        _ document: NewEntry, with bytes: [UInt8], beside others: [NewEntry], in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Appended {
        let hash = DocumentHash.text(of: bytes)
        guard case .body(let body) = document.content, DocumentHash.named(by: body) == hash else {
            throw .damaged(table: "document_bytes")
        }
        return try await write { db in
            let appended = try self.append([document] + others, in: council, at: moment, db)
            if case .recorded = appended { try DocumentRows.keep(bytes, hash: hash, in: council, db) }
            return appended
        }
    }

    func append(
        _ entries: [NewEntry], in council: CouncilCode, at moment: Moment, _ db: Database
    ) throws -> Appended {
        let places = try Placing(entries, in: council, db)
        if let changed = places.changedSince { return changed }
        guard places.places.contains(where: { $0 == nil }) else {
            return .recorded(places.places.compactMap { $0 })
        }
        return try record(council, on: moment.londonDay, db) { recording in
            .recorded(try recording.append(entries, places.places, at: moment))
        }
    }
}

extension Recording {
    /// Records those that have no number yet, and derives whoever they change.
    fileprivate func append(_ entries: [NewEntry], _ known: [Int64?], at moment: Moment) throws -> [Int64] {
        var numbers: [Int64] = []
        var children: Set<SubjectID> = []
        for (entry, number) in zip(entries, known) {
            if let number {
                numbers.append(number)
                continue
            }
            numbers.append(try record(entry, at: moment).sequence)
            switch entry.subject.kind {
            case .child:
                children.insert(entry.subject.id)
                children.formUnion(try readersToDerive(of: entry.subject))
            case .adult:
                try AdultRows.keep(entry.subject.id, in: council, db)
                children.formUnion(try readersToDerive(of: entry.subject))
            case .worker, .team:
                forgetStates()
                children.formUnion(try readersToDerive(of: entry.subject))
            case .source: forgetStates()
            case .council:
                if case .body(let gate as ReviewGateSet) = entry.content { try require(gate) }
            case .sample, .inspection, .plan: break
            }
            if case .body(let merge as RecordMerge) = entry.content {
                let other = SubjectID(source: SourceName.record.text, local: merge.other)
                children.insert(other)
                children.formUnion(try readersToDerive(of: .child(other)))
            }
            // Whoever an adult belongs with has one more child beside them.
            if case .body(let tie as Relationship) = entry.content, tie.isAdult == true {
                let adult = SubjectID(source: SourceName.record.text, local: tie.other)
                children.formUnion(try readersToDerive(of: .adult(adult)))
            }
        }
        try derive(children.sorted().map { ToDerive($0) })
        return numbers
    }

    /// What the council asks for is a limit of its own; nothing that is derived rests on it.
    private func require(_ gate: ReviewGateSet) throws {
        try SourceRows.set(ReviewGateSet.limit, to: gate.isRequired ? 1 : 0, in: council, db)
        forgetStates()
    }

    /// Whoever's evaluation read the subject, to be derived now; where they are many they are marked to be derived later.
    func readersToDerive(of subject: Subject) throws -> [SubjectID] {
        let readers = try KeyRows.readers(of: subject, limit: SQLiteStore.atOnce + 1, in: council, db)
        guard readers.count > SQLiteStore.atOnce else { return readers }
        try KeyRows.outdateReaders(of: subject, in: council, db)
        return []
    }
}

/// Where entries handed in stand against what is recorded: new, recorded before, or overtaken.
private struct Placing {
    /// For each entry the number it already has; nil for a new one.
    private(set) var places: [Int64?] = []
    private(set) var changedSince: Appended?

    init(_ entries: [NewEntry], in council: CouncilCode, _ db: Database) throws {
        let texts = StoredBody()
        for (index, entry) in entries.enumerated() {
            let (own, joined) =
                entry.subject.kind == .child
                ? try MergedRows.entries(of: entry.subject.id, in: council, db)
                : (try EntryRows.about(entry.subject, in: council, db), [])
            func isSame(_ stored: StoredEntry) -> Bool {
                stored.id == entry.id.text && stored.kind == entry.kind.text
            }
            // What was recorded on a record that is one with this one comes first: it is corrected here.
            let stored = joined.filter(isSame) + own.filter(isSame)
            let sealed = try Self.sealed(own + joined, texts)
            // NB: a correction that was sealed or erased stands no longer, and what it corrected does again. Sent again, it is
            // not recorded again.
            if case .body = entry.content, let again = stored.last(where: { sealed.contains($0.sequence) }),
                again.body == (try texts.bytes(of: entry.content)), again.corrects == entry.corrects
            {
                places.append(again.sequence)
                continue
            }
            let latest = stored.last { $0.body != nil && !sealed.contains($0.sequence) } ?? stored.last
            guard let latest, case .body = entry.content else {
                places.append(nil)
                continue
            }
            if latest.body == (try texts.bytes(of: entry.content)), latest.corrects == entry.corrects {
                places.append(latest.sequence)
            } else if entry.corrects == latest.sequence {
                places.append(nil)
            } else {
                changedSince = .changedSince(entry: index, by: latest.sequence)
                return
            }
        }
    }

    /// Numbers of entries that were found to be about somebody else.
    private static func sealed(_ entries: [StoredEntry], _ texts: StoredBody) throws -> Set<Int64> {
        var sealed: Set<Int64> = []
        for entry in entries where entry.kind == RecordKind.misfiledEntry.rawValue {
            guard let bytes = entry.body else { continue }
            let body = try texts.body(kind: .misfiledEntry, version: entry.version, bytes: bytes)
            sealed.formUnion((body as? MisfiledEntry)?.sealed ?? [])
        }
        return sealed
    }
}
