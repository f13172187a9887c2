import AccessRules
import ChildJourney
import WorkingDays

/// Gives new entries their numbers, digests and links, one after another.
package struct ChainLinker {
    private let council: String
    package private(set) var head: ChainHead

    package init(council: CouncilCode, after head: ChainHead) {
        self.council = council.text
        self.head = head
    }

    /// `body` is the stored text of `entry`; `salt` has 16 random bytes.
    package mutating func link(
        _ entry: NewEntry, body: [UInt8], salt: [UInt8], recordedAt: Moment
    ) -> StoredEntry {
        var stored = StoredEntry(
            council: council, sequence: head.sequence + 1, id: entry.id.text, subject: entry.subject.text,
            kind: entry.kind.text, version: Int64(entry.version), happened: entry.happenedOn.map { Int64($0.number) },
            recorded: recordedAt.milliseconds, by: entry.by.text, corrects: entry.corrects, occasion: entry.occasion,
            body: body, salt: salt, bodyDigest: EntryHash.bodyDigest(salt: salt, body: body), previous: head.hash,
            hash: [])
        stored.hash = EntryHash.hash(stored)
        head = ChainHead(sequence: stored.sequence, hash: stored.hash)
        return stored
    }
}

/// Where salts come from; a parameter, so that a test can have the same chain twice.
package struct Salts: Sendable {
    private var generator: any RandomNumberGenerator & Sendable

    package init(_ generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        self.generator = generator
    }

    /// 16 bytes.
    package mutating func next() -> [UInt8] {
        withUnsafeBytes(of: (generator.next(), generator.next())) { Array($0) }
    }
}
