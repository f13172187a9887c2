import FileFormats

/// The rows of one file that cannot be used, in order: in memory while they are few, then in a nameless file.
///
/// Unchecked: one thread adds, and only when it has done so does another read.
final class UnreadableRows: @unchecked Sendable {
    private let file: String
    private let partition: SpillPartition
    private var chunk = SpillChunk(capacity: 16 << 10)
    private let packed = RowBuffer()
    private(set) var count = 0

    init(file: String, folder: String) {
        self.file = file
        partition = SpillPartition(folder: folder)
    }

    func add(row: Int, _ reason: UnreadableRow.Reason, _ bytes: Cell) throws(FileFailure) {
        count += 1
        packed.begin(person: Cell(start: nil, count: 0), key: bytes)
        let number = UnreadableRow.Reason.allCases.firstIndex(of: reason) ?? 0
        packed.end(
            person: UInt64(number), order: RowOrder(kind: 0, day: nil, table: 0, row: row), key: 0)
        if chunk.append(packed.bytes) { return }
        chunk = try partition.take(chunk)
        guard packed.bytes.count > chunk.capacity else {
            _ = chunk.append(packed.bytes)
            return
        }
        let own = SpillChunk(capacity: packed.bytes.count)
        _ = own.append(packed.bytes)
        _ = try partition.take(own)
    }

    func forEach(_ body: (UnreadableRow) throws -> Void) throws {
        for chunk in try partition.chunks() + [chunk] {
            var offset = 0
            while offset < chunk.bytes.count {
                try body(row(at: chunk.base + offset))
                offset += SpilledRow.length(at: chunk.base + offset)
            }
        }
    }

    private func row(at start: UnsafeRawPointer) -> UnreadableRow {
        var spilled = SpilledRow(start)
        _ = spilled.cell()
        let bytes = spilled.cell().map { Array($0) } ?? []
        return UnreadableRow(
            file: file, row: spilled.order.row, reason: UnreadableRow.Reason.allCases[Int(spilled.personFingerprint)],
            bytes: bytes)
    }
}
