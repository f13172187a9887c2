import FileFormats

/// The rows of a partition in order of child, and each child's in order of kind and day.
struct PartitionRows {
    struct Row {
        let person: UInt64
        let order: RowOrder
        let start: UnsafeRawPointer

        var keyFingerprint: UInt64 { SpilledRow(start).keyFingerprint }
    }

    /// Holds the memory the rows lie in.
    private let chunks: [SpillChunk]
    private(set) var rows: [Row] = []
    /// Factors by the fingerprint of their assessment's key, in order of row.
    private(set) var factors: [UInt64: [UnsafeRawPointer]] = [:]

    init(_ partition: SpillPartition) throws(FileFailure) {
        chunks = try partition.chunks()
        for chunk in chunks { take(chunk) }
        rows.sort { ($0.person, $0.order.packed) < ($1.person, $1.order.packed) }
        for key in factors.keys {
            factors[key]?.sort { SpilledRow($0).order.packed < SpilledRow($1).order.packed }
        }
    }

    private mutating func take(_ chunk: SpillChunk) {
        var offset = 0
        while offset < chunk.bytes.count {
            let start = UnsafeRawPointer(chunk.base + offset)
            let row = SpilledRow(start)
            if row.order.table == DatasetTables.factorsNumber {
                factors[row.keyFingerprint, default: []].append(start)
            } else {
                rows.append(Row(person: row.personFingerprint, order: row.order, start: start))
            }
            offset += SpilledRow.length(at: start)
        }
    }

    /// Hands over the rows of one child after another.
    func forEachChild(_ body: (String, ArraySlice<Row>) throws -> Void) rethrows {
        var first = 0
        while first < rows.count {
            var end = first + 1
            while end < rows.count, rows[end].person == rows[first].person { end += 1 }
            try forEachID(in: rows[first..<end], body)
            first = end
        }
    }

    /// Two ids may, once in a very long while, have one fingerprint.
    private func forEachID(in rows: ArraySlice<Row>, _ body: (String, ArraySlice<Row>) throws -> Void) rethrows {
        guard let first = rows.first.flatMap(person) else { return }
        if rows.allSatisfy({ person($0)?.elementsEqual(first) ?? false }) {
            return try body(first.text, rows)
        }
        let parted = Dictionary(grouping: rows) { person($0)?.text ?? "" }
        for (id, rows) in parted.sorted(by: { $0.key < $1.key }) { try body(id, rows[...]) }
    }

    private func person(_ row: Row) -> Cell? {
        var spilled = SpilledRow(row.start)
        return spilled.cell()
    }
}
