import ChildJourney

/// Bodies to stored text and back, by the register.
package struct StoredBody: Sendable {
    private let encoder = StoredTextEncoder()
    private let decoder = StoredTextDecoder()

    /// A stored text that this program cannot read.
    package enum Unreadable: Error, Hashable, Sendable {
        case unknownKind(String)
        case newerVersion(kind: String, version: Int64)
        /// Not the form its kind and version promise.
        case malformed(kind: String)
    }

    package init() {}

    package func bytes(of content: NewEntry.Content) throws -> [UInt8] {
        switch content {
        case .body(let body): try encoder.bytes(of: body)
        case .withdrawal(let kind): try encoder.bytes(of: Withdrawal(kind: kind))
        case .erasure(let erasure): try encoder.bytes(of: erasure)
        case .cover(let cover): try encoder.bytes(of: cover)
        }
    }

    package func body(kind: RecordKind, version: Int64, bytes: [UInt8]) throws(Unreadable) -> any EntryBody {
        guard let type = EntryRegister.body(of: kind) else { throw .unknownKind(kind.rawValue) }
        guard version <= Int64(type.version) else { throw .newerVersion(kind: kind.rawValue, version: version) }
        do {
            return try decoder.value(of: type, from: bytes)
        } catch {
            throw .malformed(kind: kind.rawValue)
        }
    }

    package func withdrawal(_ bytes: [UInt8]) throws(Unreadable) -> Withdrawal {
        do {
            return try decoder.value(of: Withdrawal.self, from: bytes)
        } catch {
            throw .malformed(kind: EntryKind.withdrawn.text)
        }
    }

    package func cover(_ bytes: [UInt8]) throws(Unreadable) -> Cover {
        do {
            return try decoder.value(of: StoredCover.self, from: bytes).cover
        } catch {
            throw .malformed(kind: EntryKind.cover.text)
        }
    }

    package func erasure(_ bytes: [UInt8]) throws(Unreadable) -> Erasure {
        do {
            return try decoder.value(of: Erasure.self, from: bytes)
        } catch {
            throw .malformed(kind: EntryKind.erased.text)
        }
    }
}
