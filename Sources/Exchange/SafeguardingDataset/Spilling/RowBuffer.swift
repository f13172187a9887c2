import WorkingDays

/// One row while it is packed for spilling: a head of fixed size, the person, the key, then field after field.
final class RowBuffer {
    /// Length (4 bytes), fingerprint of the person, order, fingerprint of the key (8 each).
    static let headSize = 28
    static let noDay = Int32.min

    private var base: UnsafeMutableRawPointer
    private var capacity = 4096
    private var count = RowBuffer.headSize

    init() { base = .allocate(byteCount: capacity, alignment: 8) }

    deinit { base.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    func begin(person: Cell, key: Cell) {
        count = RowBuffer.headSize
        put(person)
        put(key)
    }

    func end(person: UInt64, order: RowOrder, key: UInt64) {
        base.storeBytes(of: UInt32(count), as: UInt32.self)
        base.storeBytes(of: person, toByteOffset: 4, as: UInt64.self)
        base.storeBytes(of: order.packed, toByteOffset: 12, as: UInt64.self)
        base.storeBytes(of: key, toByteOffset: 20, as: UInt64.self)
    }

    func putNothing() { put(byte: 0) }

    /// A text, its length plus one in front, so that an empty text is not the same as none.
    func put(_ cell: Cell) {
        makeRoom(for: cell.count + 10)
        var length = cell.count + 1
        while length >= 0x80 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: length) | 0x80, toByteOffset: count, as: UInt8.self)
            count += 1
            length >>= 7
        }
        base.storeBytes(of: UInt8(length), toByteOffset: count, as: UInt8.self)
        count += 1
        if let start = cell.baseAddress { (base + count).copyMemory(from: start, byteCount: cell.count) }
        count += cell.count
    }

    func put(byte: UInt8) {
        makeRoom(for: 1)
        base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    /// A day or a number; `noDay` is none.
    func put(number: Int32) {
        makeRoom(for: 4)
        base.storeBytes(of: number, toByteOffset: count, as: Int32.self)
        count += 4
    }

    private func makeRoom(for more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        larger.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = larger
    }
}
