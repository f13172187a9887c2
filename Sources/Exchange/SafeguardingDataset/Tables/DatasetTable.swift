import ChildJourney

/// A table whose rows are records about a child. Adding one is one file that conforms to this, and one line in
/// `DatasetTables`.
///
/// `body` takes and `write` puts one value for each column that is a field, in the order of the layout: the key, the
/// person and columns that are not read are passed over by themselves.
protocol DatasetTable: SendableMetatype {
    associatedtype Body: EntryBody

    static var layout: TableLayout { get }

    static func body(_ row: inout SpilledRow) -> Body

    /// The records of a journey that this table holds.
    static func records(of journey: Journey) -> [Recorded<Body>]

    static func write(_ body: Body, to row: RowWriter)
}

/// A table of children's records, with the type of its records out of sight.
struct ChildTable: Sendable {
    let layout: TableLayout
    /// Tables that hold the same kind of record share a number, so that a child's rows are sorted by day across them.
    let kindNumber: UInt8
    let fold: @Sendable (inout SpilledRow, RecordID, Int64, inout Journey) -> Void
    let write: @Sendable (Journey, String, RowWriter) -> Void

    init<Table: DatasetTable>(_ table: Table.Type) {
        layout = Table.layout
        kindNumber = UInt8(RecordKind.allCases.firstIndex(of: Table.Body.kind) ?? 0)
        fold = { row, id, place, journey in
            Table.Body.fold(Recorded(Table.body(&row), id: id, place: place), into: &journey)
        }
        write = { journey, person, row in
            for record in Table.records(of: journey) {
                row.begin(key: record.id.text, person: person)
                Table.write(record.body, to: row)
                row.end()
            }
        }
    }
}
