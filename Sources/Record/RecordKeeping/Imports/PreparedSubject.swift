import AccessRules
import ChildJourney
import Crypto

/// A subject of a file made ready for the store: texts written and digests taken, which needs no database and can be
/// done on another core.
package struct PreparedSubject: Sendable {
    package struct Row: Sendable {
        package let record: ImportedRecord
        package let key: History.Key
        package let text: [UInt8]
        package let digest: RowDigest
    }

    package let subject: Subject
    package let rows: [Row]
    /// Over all keys and values: equal when nothing about the subject has changed.
    package let digest: RowDigest
    /// Rows left out because another row before them has the same key.
    package let repeated: [ImportedRecord]

    package init(_ imported: ImportedSubject, from source: SourceName, texts: StoredBody) throws {
        subject = Subject(imported.kind, SubjectID(source: source.text, local: imported.id))
        var rows: [Row] = []
        var repeated: [ImportedRecord] = []
        var keys: Set<History.Key> = []
        var whole = SHA256()
        rows.reserveCapacity(imported.records.count)
        for record in imported.records {
            let key = History.Key(kind: type(of: record.body).kind, id: record.id)
            guard keys.insert(key).inserted else {
                repeated.append(record)
                continue
            }
            let text = try texts.bytes(of: .body(record.body))
            let digest = RowDigest(of: record.body, text: text)
            rows.append(Row(record: record, key: key, text: text, digest: digest))
            var columns = Columns()
            columns.append(record.id.text)
            columns.append(digest.bytes)
            columns.bytes.withUnsafeBytes { whole.update(bufferPointer: $0) }
        }
        self.rows = rows
        self.repeated = repeated
        self.digest = RowDigest(Array(whole.finalize().prefix(RowDigest.length)))
    }
}
