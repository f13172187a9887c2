#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes on their way to a file, or gathered in memory, a megabyte at a time.
///
/// A write that fails is remembered and thrown by `finish()`, so that writing a cell needs no `try`.
package final class ByteWriter {
    private static let capacity = 1 << 20

    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = ByteWriter.capacity
    private var count = 0
    private var descriptor: Int32?
    private var failure: FileFailure?

    /// Replaces the file if there is one.
    package init(path: String) throws(FileFailure) {
        let opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw FileFailure(.fileUnwritable, "The file could not be made (system error \(errno)).")
        }
        descriptor = opened
        buffer = .allocate(capacity: ByteWriter.capacity)
    }

    /// Keeps everything in memory.
    package init() {
        buffer = .allocate(capacity: ByteWriter.capacity)
    }

    deinit {
        if let descriptor { close(descriptor) }
        buffer.deallocate()
    }

    /// What is gathered and not yet written: everything, for a writer in memory.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: buffer, count: count)) }

    package func append(_ byte: UInt8) {
        makeRoom(for: 1)
        buffer[count] = byte
        count += 1
    }

    package func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        makeRoom(for: bytes.count)
        (buffer + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    package func append(_ number: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = number.magnitude
            var start = 20
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { append(UInt8(ascii: "-")) }
            append(UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// `2025-03-31`.
    package func append(year: Int, month: Int, day: Int) {
        precondition((0...9999).contains(year), "A year has four digits.")
        appendPair(year / 100)
        appendPair(year % 100)
        append(UInt8(ascii: "-"))
        appendPair(month)
        append(UInt8(ascii: "-"))
        appendPair(day)
    }

    /// `14:05:59`.
    package func append(hour: Int, minute: Int, second: Int) {
        appendPair(hour)
        append(UInt8(ascii: ":"))
        appendPair(minute)
        append(UInt8(ascii: ":"))
        appendPair(second)
    }

    /// Writes what is left and closes the file.
    package func finish() throws(FileFailure) {
        flush()
        if let descriptor, close(descriptor) != 0, failure == nil { failure = Self.writeFailure() }
        if descriptor != nil { descriptor = nil }
        if let failure { throw failure }
    }

    private func appendPair(_ number: Int) {
        append(UInt8(ascii: "0") + UInt8(number / 10))
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    @inline(__always)
    private func makeRoom(for more: Int) {
        if count + more > capacity { makeRoomSlowly(for: more) }
    }

    private func makeRoomSlowly(for more: Int) {
        flush()
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: buffer, count: count)
        buffer.deallocate()
        buffer = larger
    }

    private func flush() {
        guard let descriptor else { return }
        var written = 0
        while written < count, failure == nil {
            let result = write(descriptor, buffer + written, count - written)
            if result >= 0 {
                written += result
            } else if errno != EINTR {
                failure = Self.writeFailure()
            }
        }
        count = 0
    }

    private static func writeFailure() -> FileFailure {
        FileFailure(.fileUnwritable, "The file could not be written (system error \(errno)).")
    }
}
