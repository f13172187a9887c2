import Crypto
import WorkingDays

/// One-time codes of RFC 6238 as every authenticator app makes them: HMAC with SHA-1, six digits, a new one every 30
/// seconds counted from 1970.
package enum TimeCode {
    package static let digits = 6
    package static let secondsPerStep = 30
    /// Steps a clock may be ahead or behind (RFC 6238 section 5.2 recommends at most one).
    package static let skew: Int64 = 1
    /// 20 bytes, the length of SHA-1's own output (RFC 4226 section 4, R6).
    package static let secretLength = 20

    package static func step(at moment: Moment) -> Int64 { moment.milliseconds / Int64(secondsPerStep * 1000) }

    /// The code of a step, its noughts in front.
    package static func code(_ secret: [UInt8], step: Int64, digits: Int = digits) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (8 * (7 - $0))) }
        // NB: SHA-1 is what RFC 6238 and the apps use; as a keyed hash it has not been broken.
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step a code is of, now or one before or after; nil when it is of none. Takes as long for a near miss as for a far one.
    package static func step(of code: String, _ secret: [UInt8], at moment: Moment) -> Int64? {
        let now = step(at: moment)
        var found: Int64?
        for step in (now - skew)...(now + skew) {
            let expected = Array(self.code(secret, step: step).utf8)
            let given = Array(code.utf8)
            guard given.count == expected.count else { continue }
            if zip(given, expected).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0 { found = step }
        }
        return found
    }
}

/// Bytes as letters and digits that can be typed, without "=" at the end (RFC 4648 section 6).
package enum Base32 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    package static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        var held: UInt32 = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(signs[Int(held >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(signs[Int(held << UInt32(5 - bits) & 31)]) }
        return text
    }
}
