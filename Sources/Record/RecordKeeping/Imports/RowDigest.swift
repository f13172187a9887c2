import ChildJourney
import Crypto

/// The digest of a row's value: half a SHA-256 of its kind, version and stored text.
package struct RowDigest: Hashable, Sendable {
    static let length = 16
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        precondition(bytes.count == RowDigest.length, "a row's digest has 16 bytes")
        self.bytes = bytes
    }

    /// For a row whose value must not be recognised any more.
    package static let none = RowDigest([UInt8](repeating: 0, count: length))

    package init(of body: any EntryBody, text: [UInt8]) {
        var hasher = SHA256()
        [KindNumber.number(type(of: body).kind), UInt8(truncatingIfNeeded: type(of: body).version)]
            .withUnsafeBytes { hasher.update(bufferPointer: $0) }
        text.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        self.init(Array(hasher.finalize().prefix(RowDigest.length)))
    }
}
