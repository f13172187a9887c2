/// Bytes already in memory: an upload, or a test's example.
package final class MemoryBytes: ByteSource {
    private let bytes: [UInt8]
    private let most: Int
    private var position = 0

    /// `most` hands the bytes over in small pieces, as a slow connection would.
    package init(_ bytes: [UInt8], most: Int = .max) {
        self.bytes = bytes
        self.most = most
    }

    package convenience init(_ text: String) { self.init(Array(text.utf8)) }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
        let count = min(buffer.count, most, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
