import ChildJourney

/// What an entry is: a record, or something done to one.
package enum EntryKind: Hashable, Sendable {
    case record(RecordKind)
    /// The source no longer has the record that `corrects` names.
    case withdrawn
    /// Earlier entries were erased, with whose authority.
    case erased
    /// From when, and how completely, a source tells its facts: for a record kept here, its going live.
    case cover

    package var text: String {
        switch self {
        case .record(let kind): kind.rawValue
        case .withdrawn: "withdrawn"
        case .erased: "erased"
        case .cover: "cover"
        }
    }

    package init?(text: String) {
        switch text {
        case "withdrawn": self = .withdrawn
        case "erased": self = .erased
        case "cover": self = .cover
        default:
            guard let kind = RecordKind(rawValue: text) else { return nil }
            self = .record(kind)
        }
    }
}

/// What a `withdrawn` entry says besides its columns.
package struct Withdrawal: Codable, Hashable, Sendable {
    package let kind: RecordKind

    package init(kind: RecordKind) {
        self.kind = kind
    }
}

/// What an `erased` entry says: which entries lost their text, and who had the authority.
package struct Erasure: Codable, Hashable, Sendable {
    package let authority: String
    package let entries: [Int64]
    /// Lines of the access log, and of the log of who may open whom, that lost the words somebody typed.
    package let looks: [Int64]?
    package let changes: [Int64]?

    package init(authority: String, entries: [Int64], looks: [Int64]? = nil, changes: [Int64]? = nil) {
        self.authority = authority
        self.entries = entries
        self.looks = looks
        self.changes = changes
    }
}
