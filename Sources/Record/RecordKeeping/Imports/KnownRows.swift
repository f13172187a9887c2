import ChildJourney

/// What the last load that named a subject said about it: for each row its key, the digest of its value and the entry
/// that holds it. Kept beside the entries so that loading the same file again decodes nothing.
package struct KnownRows: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package enum State: UInt8, Sendable {
            case present = 0
            case withdrawn = 1
            /// Erased with authority: never taken in again.
            case erased = 2
        }

        package let key: History.Key
        package var digest: RowDigest
        package var sequence: Int64
        package var state: State

        package init(key: History.Key, digest: RowDigest, sequence: Int64, state: State) {
            self.key = key
            self.digest = digest
            self.sequence = sequence
            self.state = state
        }
    }

    package var rows: [Row]

    package init(rows: [Row] = []) {
        self.rows = rows
    }

    /// One column's worth: for each row state, number of its kind, length of its id, id, digest, sequence.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * 56)
        for row in rows {
            let id = Array(row.key.id.text.utf8)
            bytes.append(row.state.rawValue)
            bytes.append(KindNumber.number(row.key.kind))
            bytes.append(UInt8(truncatingIfNeeded: id.count >> 8))
            bytes.append(UInt8(truncatingIfNeeded: id.count))
            bytes.append(contentsOf: id)
            bytes.append(contentsOf: row.digest.bytes)
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: row.sequence >> Int64(shift)))
            }
        }
        return bytes
    }

    /// Nil when the bytes are not what `bytes` writes.
    package init?(bytes: [UInt8]) {
        rows = []
        var at = 0
        while at < bytes.count {
            guard at + 4 <= bytes.count, let state = Row.State(rawValue: bytes[at]),
                let kind = KindNumber.kind(bytes[at + 1])
            else { return nil }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            let digestAt = at + 4 + length
            guard digestAt + RowDigest.length + 8 <= bytes.count else { return nil }
            let id = String(decoding: bytes[(at + 4)..<digestAt], as: UTF8.self)
            let digest = RowDigest(Array(bytes[digestAt..<digestAt + RowDigest.length]))
            at = digestAt + RowDigest.length + 8
            let sequence = bytes[(at - 8)..<at].reduce(Int64(0)) { $0 << 8 | Int64($1) }
            rows.append(
                Row(key: .init(kind: kind, id: RecordID(id)), digest: digest, sequence: sequence, state: state))
        }
    }
}

/// A stable number for each kind of record, for packed columns. Never reorder: only add.
enum KindNumber {
    private static let order: [RecordKind] = [
        .person, .disability, .address, .familyLink, .relationship, .contact, .referral, .allocation, .assessment,
        .strategyDiscussion, .section47Enquiry, .conference, .childProtectionPlan, .planReview, .childInNeedPlan,
        .visit, .missingEpisode, .preProceedings, .careEpisode, .legalStatus, .earlyHelpEpisode, .worker, .team,
    ]
    private static let numbers = Dictionary(
        uniqueKeysWithValues: order.enumerated().map { ($0.element, UInt8($0.offset)) })

    static func number(_ kind: RecordKind) -> UInt8 {
        guard let number = numbers[kind] else { preconditionFailure("\(kind) has no number; add it to the order") }
        return number
    }

    static func kind(_ number: UInt8) -> RecordKind? {
        order.indices.contains(Int(number)) ? order[Int(number)] : nil
    }
}
