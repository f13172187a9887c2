/// A piece of memory that rows are spilled into, whole rows only.
///
/// Unchecked: one thread fills it, and hands it over once, under the partition's lock, before any other reads it.
final class SpillChunk: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// False when there is no room.
    func append(_ row: UnsafeRawBufferPointer) -> Bool {
        guard count + row.count <= capacity, let start = row.baseAddress else { return row.isEmpty }
        (base + count).copyMemory(from: start, byteCount: row.count)
        count += row.count
        return true
    }

    func clear() { count = 0 }

    /// What was filled from outside, up to `count`.
    func markFilled(_ count: Int) { self.count = count }
}
