#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Takes apart a form sent with files (multipart/form-data, RFC 7578) as its bytes arrive, in pieces of any size.
///
/// It holds no more than one piece and the end of the one before: a boundary may be cut anywhere.
struct MultipartScanner {
    enum Event: Equatable {
        case part(PartHeader)
        case bytes([UInt8])
        case endOfPart
        case end
    }

    private enum Place { case preamble, afterBoundary, headers, body, end }

    private let delimiter: [UInt8]
    private let limits: UploadLimits
    private var place = Place.preamble
    private var held: [UInt8]
    private var start = 0

    init(boundary: String, limits: UploadLimits) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        // The first boundary stands at the very beginning, with no line end before it.
        held = [13, 10]
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        held.removeSubrange(..<start)
        start = 0
        held.append(contentsOf: bytes)
    }

    /// What comes next; nil when more bytes are needed to know.
    mutating func next() throws(UploadUnreadable) -> Event? {
        switch place {
        case .preamble: try skipPreamble() ? try next() : nil
        case .afterBoundary: try endOrHeaders()
        case .headers: try header()
        case .body: body()
        case .end: nil
        }
    }

    var isAtEnd: Bool { place == .end }

    private mutating func skipPreamble() throws(UploadUnreadable) -> Bool {
        guard let found = find(delimiter) else {
            guard held.count - start <= limits.headerBytes else { throw .malformed }
            return false
        }
        start = found + delimiter.count
        place = .afterBoundary
        return true
    }

    /// "--" ends the form; a line end, with spaces allowed before it, begins a part.
    private mutating func endOrHeaders() throws(UploadUnreadable) -> Event? {
        guard held.count - start >= 2 else { return nil }
        if held[start] == UInt8(ascii: "-"), held[start + 1] == UInt8(ascii: "-") {
            place = .end
            return .end
        }
        var at = start
        while at < held.count, held[at] == UInt8(ascii: " ") || held[at] == UInt8(ascii: "\t") { at += 1 }
        guard at - start <= 64 else { throw .malformed }
        guard held.count - at >= 2 else { return nil }
        guard held[at] == 13, held[at + 1] == 10 else { throw .malformed }
        start = at + 2
        place = .headers
        return try header()
    }

    private mutating func header() throws(UploadUnreadable) -> Event? {
        guard let found = find([13, 10, 13, 10]) else {
            guard held.count - start <= limits.headerBytes else { throw .malformed }
            return nil
        }
        guard found - start <= limits.headerBytes else { throw .malformed }
        let header = try PartHeader(lines: held[start..<found])
        start = found + 4
        place = .body
        return .part(header)
    }

    private mutating func body() -> Event? {
        if let found = find(delimiter) {
            guard found > start else {
                start = found + delimiter.count
                place = .afterBoundary
                return .endOfPart
            }
            return .bytes(take(upTo: found))
        }
        // The last bytes may be the beginning of a boundary.
        let sure = held.count - (delimiter.count - 1)
        return sure > start ? .bytes(take(upTo: sure)) : nil
    }

    private mutating func take(upTo end: Int) -> [UInt8] {
        defer { start = end }
        return Array(held[start..<end])
    }

    /// Where the pattern, which begins with a carriage return, is first found whole.
    private func find(_ pattern: [UInt8]) -> Int? {
        held.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var at = start
            while at + pattern.count <= bytes.count {
                guard let next = memchr(base + at, 13, bytes.count - at) else { return nil }
                at = UnsafeRawPointer(next) - base
                guard at + pattern.count <= bytes.count else { return nil }
                if memcmp(next, pattern, pattern.count) == 0 { return at }
                at += 1
            }
            return nil
        }
    }
}

/// Why a form with files could not be read. Says nothing of what was in it.
package enum UploadUnreadable: Error, Hashable, Sendable {
    /// Not written as RFC 7578 says, or not UTF-8 where it must be.
    case malformed
    /// The bytes ended in the middle: the connection was lost, or the browser stopped.
    case cutShort
    case tooManyParts
    case fieldTooLong
}
