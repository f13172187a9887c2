import Crypto

/// Proof that a form was given out by this server to this browser: 32 bytes kept with the session.
///
/// Every page shows it differently, each time under a fresh one-time pad. Pages are compressed, and the length of a
/// compressed page would otherwise let somebody who can watch the line guess the token letter by letter (BREACH).
package struct FormToken: Sendable {
    package static let field = "csrf"
    static let length = 32

    let bytes: [UInt8]

    /// Fails unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == FormToken.length else { return nil }
        self.bytes = bytes
    }

    /// The form in which it is kept with its session; nil when the text is no such token.
    package init?(text: String) {
        guard let bytes = HexText.decode(text) else { return nil }
        self.init(bytes)
    }

    package var text: String { HexText.encode(bytes) }

    package init() {
        bytes = RandomBytes.make(FormToken.length)
    }

    /// The token of somebody who has not signed in yet, made from their visitor cookie so that nothing need be kept.
    init(visitor cookie: SecretToken) {
        bytes = Array(SHA256.hash(data: Array("sightline form\n".utf8) + cookie.bytes))
    }

    /// The token as one page shows it.
    package func masked() -> String {
        let pad = RandomBytes.make(FormToken.length)
        return HexText.encode(pad + zip(pad, bytes).map { $0 ^ $1 })
    }

    /// Whether a form sent the token back, under any pad. Takes as long for a near miss as for a far one.
    package func isShown(in masked: String?) -> Bool {
        guard let masked, let sent = HexText.decode(masked), sent.count == FormToken.length * 2 else { return false }
        var difference: UInt8 = 0
        for index in 0..<FormToken.length {
            difference |= sent[index] ^ sent[FormToken.length + index] ^ bytes[index]
        }
        return difference == 0
    }
}
