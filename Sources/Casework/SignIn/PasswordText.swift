import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt with its own salt and costs in front, so that the costs can be raised later.
package enum PasswordText {
    /// N = 2^15, r = 8, p = 1: 32 MB and about 50 ms a try (RFC 7914; OWASP's password storage guidance lists it).
    package static let costs = Costs(rounds: 1 << 15, blockSize: 8, parallelism: 1)
    private static let keyLength = 32
    private static let saltLength = 16

    package struct Costs {
        let rounds: Int
        let blockSize: Int
        let parallelism: Int
    }

    /// What to keep for a password. `salt` is 16 random bytes. Fewer `rounds` are for tests.
    package static func make(
        _ password: String, salt: [UInt8], rounds: Int = costs.rounds
    ) throws -> [UInt8] {
        precondition(salt.count == saltLength, "a salt has 16 bytes")
        let costs = Costs(rounds: rounds, blockSize: costs.blockSize, parallelism: costs.parallelism)
        let key = try derive(password, salt, costs)
        return Array("scrypt$\(costs.rounds)$\(costs.blockSize)$\(costs.parallelism)$".utf8) + salt + key
    }

    /// Whether the password is the one that was kept. Takes as long for a near miss as for a far one.
    package static func matches(_ password: String, _ kept: [UInt8]) throws -> Bool {
        guard kept.count > saltLength + keyLength else { return false }
        let head = String(decoding: kept.dropLast(saltLength + keyLength), as: UTF8.self).split(separator: "$")
        guard head.count == 4, head[0] == "scrypt", let rounds = Int(head[1]), let block = Int(head[2]),
            let parallelism = Int(head[3])
        else { return false }
        let salt = Array(kept.dropLast(keyLength).suffix(saltLength))
        let key = try derive(password, salt, Costs(rounds: rounds, blockSize: block, parallelism: parallelism))
        return zip(key, kept.suffix(keyLength)).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ costs: Costs) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: Data(salt), outputByteCount: keyLength, rounds: costs.rounds,
            blockSize: costs.blockSize, parallelism: costs.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}
