import AccessRules
import ChildJourney
import GRDB
import RecordKeeping

extension SQLiteStore {
    /// The floor of reading some children's files: the rows of their entries, found and thrown away.
    package func bareEntries(
        of children: [SubjectID], in council: CouncilCode
    ) async throws(StoreFailure) -> Int {
        try await read { db in
            var entries = 0
            for child in children { entries += try EntryRows.about(.child(child), in: council, db).count }
            return entries
        }
    }

    /// The floor of going through every child of the record kept here for records of some kinds.
    package func bareEntries(
        _ kinds: [RecordKind], in council: CouncilCode
    ) async throws(StoreFailure) -> Int {
        try await read { db in
            var entries = 0
            var after: String? = "\(SubjectKind.child.rawValue)/\(SourceName.record.text):"
            while let last = after {
                let page = try EntryRows.about(
                    childrenAfter: last, from: .record, limit: 5000, kinds: kinds, in: council, db)
                entries += page.complete.count
                after = page.last
            }
            return entries
        }
    }
}
