import Crypto

/// Says who wrote a request, and when: "t=1795334400,v1=5257a8...", where v1 is the HMAC with SHA-256, in lower-case hex, over
/// the seconds since 1970, a full stop and the body as it was sent.
package enum WebhookSignature {
    package static let head = "Sightline-Signature"
    /// How far `t` may be from the reader's own clock before they turn the request away, in seconds: whoever wrote down an
    /// old request cannot send it again later.
    package static let window = 300
    /// A key may be this many bytes long, at the least.
    package static let shortestKey = 32

    /// One signature for each key, so that a key can be changed without a notice being lost.
    package static func text(of body: [UInt8], keys: [[UInt8]], seconds: Int64) -> String {
        let signed = Array("\(seconds).".utf8) + body
        let codes = keys.map { key in
            ",v1="
                + HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key)).map { byte in
                    (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }.joined()
        }
        return "t=\(seconds)\(codes.joined())"
    }
}
