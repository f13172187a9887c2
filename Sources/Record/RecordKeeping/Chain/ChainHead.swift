/// Where a council's chain ended at some moment: kept outside the store, it shows a cut or rewritten tail.
package struct ChainHead: Hashable, Sendable, CustomStringConvertible {
    package let sequence: Int64
    package let hash: [UInt8]

    package init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Before anything is recorded.
    package static let empty = ChainHead(sequence: 0, hash: EntryHash.beginning)

    /// `12345:9f86d0...`, the form in backups and on the command line.
    package var description: String { "\(sequence):\(Hex.text(hash))" }

    /// Fails unless the text has the form `description` gives.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0,
            let hash = Hex.bytes(parts[1]), hash.count == 32
        else { return nil }
        self.init(sequence: sequence, hash: hash)
    }
}

/// Bytes as hexadecimal text.
package enum Hex {
    package static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        return bytes
    }
}
