/// The bytes of a page while it is being written.
///
/// Text from outside this program gets in through `writeEscaped` only. What is written as it stands is
/// `StaticString`: words fixed when the program was compiled.
///
/// It owns its memory rather than holding an array: a page is thousands of very short pieces, and an
/// array asks after its owner and its length at each of them.
public struct HTMLBuffer: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int

    public init(reserving capacity: Int = 64 * 1024) {
        precondition(capacity > 0, "a buffer must have room for something")
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit {
        start.deallocate()
    }

    /// What has been written, copied out.
    public var bytes: [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Writes words fixed at compile time, as they stand.
    @inlinable
    @inline(__always)
    public mutating func write(_ fixed: StaticString) {
        guard fixed.hasPointerRepresentation else { return writeScalar(fixed) }
        append(fixed.utf8Start, fixed.utf8CodeUnitCount)
    }

    /// Writes text so that no character of it can end an element or an attribute.
    ///
    /// The same five characters are escaped in both places: one rule cannot be applied in the wrong one.
    /// Control characters that HTML forbids become the replacement character.
    public mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { source in
            guard let first = source.baseAddress else { return }
            var copied = 0
            for index in source.indices {
                guard let replacement = HTMLBuffer.replacement(for: source[index]) else { continue }
                append(first + copied, index - copied)
                write(replacement)
                copied = index + 1
            }
            append(first + copied, source.count - copied)
        }
    }

    @inlinable
    @inline(__always)
    mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        if count + length > capacity { grow(by: length) }
        (start + count).update(from: source, count: length)
        count += length
    }

    @usableFromInline
    mutating func grow(by length: Int) {
        capacity = max(capacity * 2, count + length)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// A `StaticString` of one character may be kept as the character itself.
    @usableFromInline
    mutating func writeScalar(_ fixed: StaticString) {
        fixed.withUTF8Buffer { source in
            guard let first = source.baseAddress else { return }
            append(first, source.count)
        }
    }

    @inline(__always)
    private static func replacement(for byte: UInt8) -> StaticString? {
        // NB: every byte that is replaced lies below "?", so most letters leave at the first comparison.
        guard byte < 0x3F || byte == 0x7F else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
        case 0..<0x20, 0x7F: return "\u{FFFD}"
        default: return nil
        }
    }
}
