import Crypto

/// A secret that lives in a browser's cookie: 32 random bytes. The server keeps only its SHA-256, so that reading the
/// database opens no session.
package struct SecretToken: Sendable, Hashable {
    let bytes: [UInt8]

    package init() {
        bytes = RandomBytes.make(32)
    }

    /// Reads the cookie's value; nil when it is no such token.
    package init?(_ text: String) {
        guard let bytes = HexText.decode(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    package var text: String { HexText.encode(bytes) }

    package var digest: TokenDigest { TokenDigest(bytes: Array(SHA256.hash(data: bytes))) }
}

/// The SHA-256 of a secret token: what is kept of it.
package struct TokenDigest: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Bytes nobody can foretell, from the operating system.
enum RandomBytes {
    static func make(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        // NB: eight at a time; the system is asked once for each number drawn.
        var bytes: [UInt8] = []
        while bytes.count < count {
            withUnsafeBytes(of: source.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }
}
