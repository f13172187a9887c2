import AccessRules
import ChildJourney
import Duties
import GRDB
import RecordKeeping
import WorkingDays

/// What is known of a council's sources: their cover, their workers and teams, and the council's own limits.
enum SourceRows {
    /// What the loads, or the cover entries, of a source say together; nothing where there are none.
    static func cover(of source: SourceName, in council: CouncilCode, _ db: Database) throws -> Cover {
        let texts = StoredBody()
        let declared = try EntryRows.about(Subject(.source, SubjectID(source.text)), in: council, db)
            .compactMap { try $0.body.map(texts.cover) }
        let select = try PreparedStatement(
            db,
            """
            SELECT cover FROM load WHERE council = ? AND source = ? AND state <> 'failed' ORDER BY number
            """)
        select.bind(1, council.text)
        select.bind(2, source.text)
        let loaded = try select.all { try texts.cover($0.bytes(0)) }
        return Cover.together(declared + loaded) ?? Cover(source: "nothing loaded yet", extents: [:], until: nil)
    }

    /// The record kept here, once it has gone live, children or none; nil before.
    static func keptHere(in council: CouncilCode, _ db: Database) throws -> SourceName? {
        let declared = try EntryRows.about(Subject(.source, SubjectID(SourceName.record.text)), in: council, db)
        return declared.isEmpty ? nil : .record
    }

    /// Nil goes back to the shipped number.
    static func set(_ limit: String, to number: Int?, in council: CouncilCode, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM council_limit WHERE council = ? AND id = ?", arguments: [council.text, limit])
        guard let number else { return }
        try db.execute(
            sql: "INSERT INTO council_limit (council, id, number) VALUES (?, ?, ?)",
            arguments: [council.text, limit, number])
    }

    static func limits(of council: CouncilCode, _ db: Database) throws -> [LimitID: Int] {
        let select = try PreparedStatement(db, "SELECT id, number FROM council_limit WHERE council = ?")
        select.bind(1, council.text)
        let rows = try select.all { (LimitID($0.text(0)), $0.int(1)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The day of the first load; nil before it.
    static func firstLoad(of source: SourceName, in council: CouncilCode, _ db: Database) throws -> Day? {
        let select = try PreparedStatement(db, "SELECT first_load_on FROM source WHERE council = ? AND name = ?")
        select.bind(1, council.text)
        select.bind(2, source.text)
        return try select.first { $0.day(0) }
    }

    /// Those children have come from.
    static func all(in council: CouncilCode, _ db: Database) throws -> [SourceName] {
        // A step from source to source; DISTINCT would walk the whole index.
        let select = try PreparedStatement(
            db,
            """
            WITH RECURSIVE step(reached) AS (
                SELECT min(source) FROM child WHERE council = ?1
                UNION ALL
                SELECT (SELECT min(source) FROM child WHERE council = ?1 AND source > reached) FROM step
                WHERE reached IS NOT NULL
            )
            SELECT reached FROM step WHERE reached IS NOT NULL
            """)
        select.bind(1, council.text)
        return try select.all { SourceName($0.text(0)) }
    }

    /// Workers and teams as they stand, by the ids records name them with.
    static func workforce(of source: SourceName, in council: CouncilCode, _ db: Database) throws -> Workforce {
        var workforce = Workforce()
        for (id, body) in try standing(.worker, source, council, db) {
            if let worker = body as? Worker { workforce.workers[id] = worker }
        }
        workforce.absences = try absences(source, council, db)
        for (id, body) in try standing(.team, source, council, db) {
            if let team = body as? Team { workforce.teams[id] = team }
        }
        return workforce
    }

    /// Each absence as it was last recorded, by worker.
    private static func absences(
        _ source: SourceName, _ council: CouncilCode, _ db: Database
    ) throws -> [String: [WorkerAbsence]] {
        let texts = StoredBody()
        var latest: [String: [String: WorkerAbsence]] = [:]
        for entry in try EntryRows.about(every: .worker, from: source, in: council, db)
        where entry.kind == RecordKind.workerAbsence.rawValue {
            guard let subject = Subject(text: entry.subject), let bytes = entry.body else { continue }
            let body = try texts.body(kind: .workerAbsence, version: entry.version, bytes: bytes)
            latest[subject.id.local, default: [:]][entry.id] = body as? WorkerAbsence
        }
        return latest.mapValues { $0.values.sorted { ($0.from, $0.until ?? $0.from) < ($1.from, $1.until ?? $1.from) } }
    }

    private static func standing(
        _ kind: SubjectKind, _ source: SourceName, _ council: CouncilCode, _ db: Database
    ) throws -> [String: any EntryBody] {
        let texts = StoredBody()
        var bodies: [String: any EntryBody] = [:]
        for entry in try EntryRows.about(every: kind, from: source, in: council, db) {
            guard let subject = Subject(text: entry.subject), let bytes = entry.body else { continue }
            switch EntryKind(text: entry.kind) {
            case .record(.workerAbsence): continue
            case .record(let kind):
                bodies[subject.id.local] = try texts.body(kind: kind, version: entry.version, bytes: bytes)
            case .withdrawn: bodies[subject.id.local] = nil
            case .erased, .cover, nil: continue
            }
        }
        return bodies
    }
}
