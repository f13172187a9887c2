/// The bytes of a page while it is being written.
///
/// Text from outside this program gets in through `writeEscaped` only. What is written as it stands is
/// `StaticString`: words fixed when the program was compiled.
public struct HTMLBuffer {
    public private(set) var bytes: [UInt8] = []

    public init(reserving capacity: Int = 32 * 1024) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes words fixed at compile time, as they stand.
    public mutating func write(_ fixed: StaticString) {
        fixed.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes text so that no character of it can end an element or an attribute.
    ///
    /// The same five characters are escaped in both places: one rule cannot be applied in the wrong one.
    /// Control characters that HTML forbids become the replacement character.
    public mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { source in
            var copied = 0
            for index in source.indices {
                guard let replacement = HTMLBuffer.replacement(for: source[index]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[copied..<index]))
                write(replacement)
                copied = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[copied...]))
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
