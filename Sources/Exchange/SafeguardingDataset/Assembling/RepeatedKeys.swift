/// Which rows of a child repeat a key.
///
/// The later row of a table counts: extracts that hold a row twice have added its newer form below, and in a record a
/// later entry of the same key corrects the earlier.
struct RepeatedKeys {
    /// Rows of an earlier place in the same table: left out. Row by the row that replaced it.
    private(set) var replaced: [Int: Int] = [:]
    /// Rows whose key another table uses for a record of the same kind: their key is told apart.
    private(set) var shared: Set<Int> = []

    var isEmpty: Bool { replaced.isEmpty && shared.isEmpty }

    /// `rows` are one child's, in order of kind.
    init(_ rows: ArraySlice<PartitionRows.Row>) {
        var first = rows.startIndex
        while first < rows.endIndex {
            var end = first + 1
            while end < rows.endIndex, rows[end].order.kind == rows[first].order.kind { end += 1 }
            if end - first > 16 {
                findAmongMany(rows[first..<end])
            } else if end - first > 1 {
                find(rows[first..<end])
            }
            first = end
        }
    }

    private mutating func find(_ rows: ArraySlice<PartitionRows.Row>) {
        for index in rows.indices.dropFirst() {
            let key = rows[index].keyFingerprint
            for earlier in rows.startIndex..<index where rows[earlier].keyFingerprint == key {
                note(rows, earlier, index)
            }
        }
    }

    private mutating func findAmongMany(_ rows: ArraySlice<PartitionRows.Row>) {
        let places = Dictionary(grouping: rows.indices) { rows[$0].keyFingerprint }
        for same in places.values where same.count > 1 {
            // Far fewer rows share a key than a child has: only these are compared pair by pair.
            let inOrder = same.sorted { rows[$0].order.place < rows[$1].order.place }
            for (earlier, later) in zip(inOrder, inOrder.dropFirst()) { note(rows, earlier, later) }
        }
    }

    private mutating func note(_ rows: ArraySlice<PartitionRows.Row>, _ one: Int, _ other: Int) {
        let (earlier, later) = rows[one].order.place < rows[other].order.place ? (one, other) : (other, one)
        if rows[earlier].order.table == rows[later].order.table {
            replaced[earlier] = later
        } else {
            shared.insert(later)
        }
    }
}
