import Crypto

/// The two digests that make entries a chain.
///
/// The first is over salt and text, so that a text can be erased and the chain still holds; the second over every
/// stored column with that digest in place of salt and text.
package enum EntryHash {
    /// What the first entry of a council names as its previous hash.
    package static let beginning = [UInt8](repeating: 0, count: 32)

    /// SHA-256 of salt and stored text. The salt always has 16 bytes, so the two cannot be shifted against each other.
    package static func bodyDigest(salt: [UInt8], body: [UInt8]) -> [UInt8] {
        precondition(salt.count == 16, "a salt has 16 bytes")
        var hasher = SHA256()
        salt.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        body.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Array(hasher.finalize())
    }

    /// SHA-256 of every column, each with its length before it.
    package static func hash(_ entry: StoredEntry) -> [UInt8] {
        var columns = Columns()
        columns.append(entry.council)
        columns.append(entry.sequence)
        columns.append(entry.id)
        columns.append(entry.subject)
        columns.append(entry.kind)
        columns.append(entry.version)
        columns.append(entry.happened)
        columns.append(entry.recorded)
        columns.append(entry.by)
        columns.append(entry.corrects)
        columns.append(entry.occasion)
        columns.append(entry.bodyDigest)
        columns.append(entry.previous)
        return digest(columns.bytes)
    }

    /// SHA-256 of columns of text, each with its length before it, and of the hash they come after.
    package static func hash(columns texts: [String], after previous: [UInt8]) -> [UInt8] {
        var columns = Columns()
        for text in texts { columns.append(text) }
        columns.append(previous)
        return digest(columns.bytes)
    }

    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Array(hasher.finalize())
    }
}

/// Columns one after another, each with its length in four bytes before it; an absent one has a length no text reaches.
struct Columns {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(320)
    }

    mutating func append(_ text: String?) {
        guard let text else { return appendLength(.max) }
        appendLength(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ number: Int64?) {
        guard let number else { return appendLength(.max) }
        appendLength(8)
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    mutating func append(_ digest: [UInt8]) {
        appendLength(UInt32(digest.count))
        bytes.append(contentsOf: digest)
    }

    private mutating func appendLength(_ length: UInt32) {
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: length >> shift))
        }
    }
}

extension EntryHash {
    /// The same for the same parts each time, and nothing can be read from it: what a thing is called where nobody may be told of
    /// whom it is.
    package static func nameless(_ parts: [String]) -> String {
        hash(columns: parts, after: beginning).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0\(text)" : text
        }.joined()
    }
}
