import AccessRules
import ChildJourney
import GRDB
import RecordKeeping

extension SQLiteStore {
    /// The children `entries` are about, which must hold all of each child, in order. A child with two records is one
    /// child, and is read whole.
    static func histories(
        _ entries: [StoredEntry], in council: CouncilCode, _ db: Database
    ) throws -> [(SubjectID, History)] {
        let reader = HistoryReader()
        let merged = try MergedRows.all(in: council, db)
        let kept = Set(merged.values)
        var all: [(SubjectID, History)] = []
        var start = 0
        while start < entries.count {
            let end = entries[start...].firstIndex { $0.subject != entries[start].subject } ?? entries.count
            defer { start = end }
            guard let child = Subject(text: entries[start].subject)?.id, merged[child] == nil else { continue }
            let history =
                kept.contains(child)
                ? try FamilyRows.history(of: .child(child), in: council, db)
                : try reader.history(of: Array(entries[start..<end]))
            all.append((child, history))
        }
        return all
    }
}

extension EntryRows {
    /// The entries of some kinds, and what says that they stand no longer, of the next children of a source, child by child.
    /// `complete` holds all of each child in it; `last` is where to go on, nil at the end.
    static func about(
        childrenAfter last: String, from source: SourceName, limit: Int, kinds: [RecordKind], in council: CouncilCode,
        _ db: Database
    ) throws -> (complete: [StoredEntry], last: String?) {
        let ending = [RecordKind.misfiledEntry.rawValue, EntryKind.withdrawn.text]
        let names = (kinds.map(\.rawValue) + ending).map { "'\($0)'" }.joined(separator: ", ")
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
