import AccessRules
import ChildJourney
import Diagnostics
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func take(
        _ subjects: [ImportedSubject], in load: LoadID, at moment: Moment
    ) async throws(StoreFailure) {
        do {
            let line = try await line(of: load)
            // Before the writer is asked for, so that this part is made ready while the one before it is written.
            let texts = StoredBody()
            let source = line.plan.source
            let prepared = try subjects.map { try PreparedSubject($0, from: source, texts: texts) }
            try await line.add { try await self.write(prepared, in: load, line.plan, at: moment) }
        } catch {
            throw StoreFailure(error)
        }
    }

    private func write(
        _ prepared: [PreparedSubject], in load: LoadID, _ plan: LoadPlan, at moment: Moment
    ) async throws {
        try await recording(load.council, on: moment.londonDay) { recording in
            guard try LoadRows.load(load, recording.db).state == .reading else { throw StoreFailure.stopped }
            let taking = Taking(load, source: plan.source, at: moment, recording)
            for subject in prepared { try taking.take(subject) }
            try taking.finish()
            let repeated = prepared.flatMap(\.repeated).map { Taking.diagnostic($0, in: plan) }
            try DiagnosticRows.add(repeated, to: load, recording.db)
            try LoadRows.add(taking.counts, to: load, recording.db)
        }
    }
}

/// Takes subjects of a file into the record: what is new or changed becomes an entry, and nothing else is touched.
final class Taking {
    private let load: LoadID
    private let source: SourceName
    private let moment: Moment
    private let recording: Recording
    private let author: Author
    private var db: Database { recording.db }
    private(set) var counts = LoadCounts()
    private var toDerive: [SubjectID: ToDerive] = [:]

    init(_ load: LoadID, source: SourceName, at moment: Moment, _ recording: Recording) {
        self.load = load
        self.source = source
        self.moment = moment
        self.recording = recording
        author = .load(source: source, number: load.number)
    }

    /// A row whose key another row of the same subject had first.
    static func diagnostic(_ record: ImportedRecord, in plan: LoadPlan) -> Diagnostic {
        Diagnostic(
            .error, "row-repeated", "Another row about the same person has the same key; this one was not taken in",
            at: SourceLocation(file: plan.files.first ?? "", line: Int(record.place)))
    }

    func take(_ found: PreparedSubject) throws {
        let isFirst = try LoadWork.saw(found.subject, load, db)
        if isFirst { counts.subjects += 1 }
        let digest = try KnownRowsTable.digest(of: found.subject, source, in: load.council, db)
        if digest == found.digest {
            counts.unchanged += found.rows.count
            if !isFirst { try settleMissing(found, isFirst: false, []) }
            return try refresh(found.subject)
        }
        let known = digest == nil ? nil : try KnownRowsTable.rows(of: found.subject, source, in: load.council, db)
        try record(found, known: known?.rows, knownDigest: digest, isFirst: isFirst)
    }

    private func record(
        _ found: PreparedSubject, known: KnownRows?, knownDigest: RowDigest?, isFirst: Bool
    ) throws {
        let changes = RowChanges(known: known ?? KnownRows(), found: found)
        var rows = Dictionary((known?.rows ?? []).map { ($0.key, $0) }, uniquingKeysWith: { _, later in later })
        var history = History()
        var isChanged = false
        for (row, change) in zip(found.rows, changes.changes) {
            guard let entry = try entry(row, change, about: found.subject) else { continue }
            isChanged = true
            rows[row.key] = KnownRows.Row(key: row.key, digest: row.digest, sequence: entry.sequence, state: .present)
            history.entries.append(
                JourneyEntry(
                    sequence: entry.sequence, id: row.key.id, body: row.record.body, recordedAt: moment))
        }
        try settleMissing(found, isFirst: isFirst, changes.missing)
        let kept = KnownRows(rows: rows.values.sorted { $0.sequence < $1.sequence })
        // A subject with rows missing must not be taken for unchanged by the next load of the same file.
        let digest = changes.missing.isEmpty ? found.digest : .none
        if isChanged || known == nil || digest != knownDigest {
            try KnownRowsTable.put(kept, digest: digest, of: found.subject, source, in: load.council, db)
        }
        try derive(found.subject, history, isNew: known == nil, isChanged: isChanged)
    }

    private func entry(
        _ row: PreparedSubject.Row, _ change: RowChanges.Change, about subject: Subject
    ) throws -> StoredEntry? {
        let corrects: Int64?
        switch change {
        case .unchanged:
            counts.unchanged += 1
            return nil
        case .erasedBefore:
            counts.erasedBefore += 1
            return nil
        case .added(let after):
            counts.added += 1
            corrects = after
        case .changed(let from):
            counts.changed += 1
            corrects = from
        }
        return try recording.record(
            NewEntry(row.record.body, id: row.key.id, about: subject, by: author, corrects: corrects),
            text: row.text, at: moment)
    }

    /// Notes what the file did not have, to be judged when all of it is read.
    private func settleMissing(_ found: PreparedSubject, isFirst: Bool, _ missing: [KnownRows.Row]) throws {
        if isFirst {
            for row in missing { try LoadWork.addMissing(row.sequence, of: found.subject, load, db) }
            return
        }
        let noted = try LoadWork.missing(of: found.subject, load, db)
        guard !noted.isEmpty else { return }
        let still = Set(missing.map(\.sequence))
        for sequence in noted where !still.contains(sequence) {
            try LoadWork.removeMissing(sequence, of: found.subject, load, db)
        }
    }

    private func derive(_ subject: Subject, _ history: History, isNew: Bool, isChanged: Bool) throws {
        guard subject.kind == .child else {
            guard isChanged else { return }
            recording.forgetStates()
            return try KeyRows.outdateReaders(of: subject, in: load.council, db)
        }
        if isNew, try ChildRows.row(subject.id, in: load.council, db) == nil {
            guard !history.entries.isEmpty else { return }
            toDerive[subject.id] = ToDerive(subject.id, history: history, isNew: true)
        } else if isChanged {
            // A child named twice may have been new a moment ago: then only the entries know all of it.
            toDerive[subject.id] = ToDerive(subject.id, isNew: toDerive[subject.id]?.isNew ?? false)
        } else {
            try refresh(subject)
        }
    }

    /// Derives a child about whom nothing is new again when what it is evaluated under is.
    private func refresh(_ subject: Subject) throws {
        guard subject.kind == .child, toDerive[subject.id] == nil,
            let under = try ChildRows.evaluatedUnder(subject.id, in: load.council, db),
            try under != recording.state(of: source).version
        else { return }
        toDerive[subject.id] = ToDerive(subject.id)
    }

    /// Derives everybody this part of the file has changed.
    func finish() throws {
        if !toDerive.isEmpty { try recording.sumLater() }
        try recording.derive(toDerive.values.sorted { $0.child < $1.child })
    }
}
