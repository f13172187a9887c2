import ChildJourney

/// One row of a source, as its reader understood it.
package struct ImportedRecord: Sendable {
    /// The row's identity in its source: the same in every load.
    package let id: RecordID
    package let body: any EntryBody
    /// The line or row of the file.
    package let place: Int64

    package init(id: RecordID, body: any EntryBody, place: Int64) {
        self.id = id
        self.body = body
        self.place = place
    }
}

/// Everything a source's files say about one child, worker or team.
package struct ImportedSubject: Sendable {
    package let kind: SubjectKind
    /// The source's own id.
    package let id: String
    package let records: [ImportedRecord]

    package init(_ kind: SubjectKind = .child, id: String, records: [ImportedRecord]) {
        self.kind = kind
        self.id = id
        self.records = records
    }

    package init(_ child: SourceChild) {
        self.init(
            .child, id: child.id,
            records: child.journey.records.map { ImportedRecord(id: $0.id, body: $0.body, place: $0.place) })
    }
}

/// A row nobody could read, kept as it was with the reason.
package struct UnreadableRow: Hashable, Sendable {
    package let file: String
    package let line: Int
    package let raw: String
    /// The code of the diagnostic that says why.
    package let because: String

    package init(file: String, line: Int, raw: String, because: String) {
        self.file = file
        self.line = line
        self.raw = raw
        self.because = because
    }
}
