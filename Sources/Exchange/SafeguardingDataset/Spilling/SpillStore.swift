import FileFormats

/// Where rows wait, parted by child, until every table has been read: in memory for a small extract, in nameless files
/// for a large one.
final class SpillStore: Sendable {
    let partitions: [SpillPartition]
    let chunkSize: Int
    private let shift: UInt64

    /// Extracts up to this size stay in memory.
    private static let memoryLimit = 256 << 20
    /// A partition comes into memory whole, as many at a time as there are workers.
    private static let partitionSize = 24 << 20
    private static let mostFiles = 256

    /// `size` is that of the extract's tables together.
    init(size: Int, folder: String, memoryLimit: Int = SpillStore.memoryLimit) {
        let staysInMemory = size <= memoryLimit
        let wanted = staysInMemory ? size / (4 << 20) : size / Self.partitionSize
        var bits: UInt64 = 0
        while 1 << bits < min(wanted, Self.mostFiles) { bits += 1 }
        shift = 64 - bits
        chunkSize = staysInMemory ? 64 << 10 : 32 << 10
        partitions = (0..<1 << bits).map { _ in SpillPartition(folder: staysInMemory ? nil : folder) }
    }

    /// The first bits of the fingerprint choose: so children come out in order of fingerprint, however many partitions
    /// there are.
    func partition(of person: UInt64) -> Int { Int(truncatingIfNeeded: person >> shift) }
}

/// One thread's way into the store: it fills a chunk for each partition and hands it over when it is full.
final class SpillWriter {
    private let store: SpillStore
    private var chunks: [SpillChunk?]

    init(_ store: SpillStore) {
        self.store = store
        chunks = Array(repeating: nil, count: store.partitions.count)
    }

    func append(_ row: UnsafeRawBufferPointer, to partition: Int) throws(FileFailure) {
        if let chunk = chunks[partition] {
            if chunk.append(row) { return }
            chunks[partition] = try store.partitions[partition].take(chunk)
        }
        var chunk = chunks[partition] ?? SpillChunk(capacity: max(store.chunkSize, row.count))
        if row.count > chunk.capacity { chunk = SpillChunk(capacity: row.count) }
        _ = chunk.append(row)
        chunks[partition] = chunk
    }

    func finish() throws(FileFailure) {
        for (index, chunk) in chunks.enumerated() {
            guard let chunk, !chunk.bytes.isEmpty else { continue }
            _ = try store.partitions[index].take(chunk)
            chunks[index] = nil
        }
    }
}
