import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    /// Works out what stands about workers and teams from everybody's allocations and referrals. Read outside the writer,
    /// because it goes through all of them.
    func workOutServiceConcerns(of council: CouncilCode, on day: Day) async throws(StoreFailure) {
        var found: [ServiceConcern] = []
        for source in try await read({ try SourceRows.all(in: council, $0) }) {
            let setting = try await setting(of: source, in: council)
            let tells = (setting.cover.tells(CaseloadOver.needs), setting.cover.tells(ThresholdsInconsistent.needs))
            guard tells.0 || tells.1 else { continue }
            let last = setting.cover.until.map { min($0, day) } ?? day
            let (caseloads, thresholds) = try await tally(source, council, on: last)
            if tells.0 { found += caseloads.found(on: last, setting) }
            if tells.1 { found += thresholds.found(setting) }
        }
        try await setServiceConcerns(found, in: council)
    }

    /// What a source's children are evaluated with now.
    func setting(of source: SourceName, in council: CouncilCode) async throws(StoreFailure) -> Setting {
        let generation = try freshGeneration()
        return try await read { db in
            try self.sources.state(of: source, in: council, db, seenAt: generation).evaluation.setting
        }
    }

    private func tally(
        _ source: SourceName, _ council: CouncilCode, on day: Day
    ) async throws(StoreFailure) -> (CaseloadOver, ThresholdsInconsistent) {
        var caseloads = CaseloadOver()
        var thresholds = ThresholdsInconsistent(on: day)
        var last = "\(SubjectKind.child.rawValue)/\(source.text):"
        while true {
            let after = last
            let journeys = try await read { db in
                let entries = try EntryRows.about(
                    childrenAfter: after, from: source, limit: 5000, kinds: [.allocation, .referral], in: council, db)
                return (try Self.journeysOfReferrals(entries.complete, in: council, db), entries.last)
            }
            for journey in journeys.0 {
                caseloads.add(journey)
                thresholds.add(journey)
            }
            guard let end = journeys.1 else { return (caseloads, thresholds) }
            last = end
        }
    }

    static func journeysOfReferrals(
        _ entries: [StoredEntry], in council: CouncilCode, _ db: Database
    ) throws -> [Journey] {
        let reader = HistoryReader()
        let merged = try MergedRows.all(in: council, db)
        let kept = Set(merged.values)
        var journeys: [Journey] = []
        var start = 0
        while start < entries.count {
            let end = entries[start...].firstIndex { $0.subject != entries[start].subject } ?? entries.count
            defer { start = end }
            if !merged.isEmpty, let child = Subject(text: entries[start].subject)?.id {
                // A child with two records is one child.
                if merged[child] != nil { continue }
                if kept.contains(child) {
                    journeys.append(try FamilyRows.history(of: .child(child), in: council, db).journey())
                    continue
                }
            }
            journeys.append(try reader.history(of: Array(entries[start..<end])).journey())
        }
        return journeys
    }
}

extension EntryRows {
    /// The entries of some kinds, and the withdrawals, of the next children of a source, child by child. `complete` holds
    /// all of each child in it; `last` is where to go on, nil at the end.
    static func about(
        childrenAfter last: String, from source: SourceName, limit: Int, kinds: [RecordKind], in council: CouncilCode,
        _ db: Database
    ) throws -> (complete: [StoredEntry], last: String?) {
        let names = (kinds.map(\.rawValue) + [EntryKind.withdrawn.text]).map { "'\($0)'" }.joined(separator: ", ")
        let select = try PreparedStatement(
            db,
            """
            SELECT \(columns) FROM entry INDEXED BY entry_subject
            WHERE council = ? AND subject > ? AND subject < ? AND kind IN (\(names)) ORDER BY subject, seq LIMIT ?
            """)
        select.bind(1, council.text)
        select.bind(2, last)
        select.bind(3, "\(SubjectKind.child.rawValue)/\(source.text);")
        select.bind(4, limit)
        let found = try select.all(read)
        guard found.count == limit, let cut = found.last?.subject else { return (found, nil) }
        // The last child may go on after the cut; a child alone longer than the limit is taken as far as it goes.
        let complete = found.filter { $0.subject != cut }
        return complete.isEmpty ? (found, cut) : (complete, complete.last?.subject)
    }
}
