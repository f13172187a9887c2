import CZlib

/// Bytes made shorter as they come, in the form every browser reads.
final class GzipStream {
    // NB: zlib remembers where this lies and refuses one that has moved.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil when there is no memory for it. Level 5 costs a third of level 9 and saves nearly as much.
    init?(level: Int32 = 5) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 more for gzip's own head and foot.
        let result = deflateInit2_(
            stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// What can be sent so far; all the rest when `isLast`.
    func compress(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
        var sent: [UInt8] = []
        // NB: zlib reads what this points to and never writes to it, though its type says otherwise.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        repeat {
            let piece = [UInt8](unsafeUninitializedCapacity: 32 * 1024) { room, count in
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(room.count)
                deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                count = room.count - Int(stream.pointee.avail_out)
            }
            sent += piece
        } while stream.pointee.avail_out == 0
        stream.pointee.next_in = nil
        return sent
    }

    /// All of it at once; nil when there is no memory for it.
    static func compress(_ bytes: UnsafeRawBufferPointer, level: Int32 = 5) -> [UInt8]? {
        GzipStream(level: level)?.compress(bytes, isLast: true)
    }
}
