import AccessRules
import ChildJourney
import WorkingDays

/// An entry exactly as it is stored: every column of the chain.
package struct StoredEntry: Hashable, Sendable {
    package var council: String
    package var sequence: Int64
    package var id: String
    package var subject: String
    package var kind: String
    package var version: Int64
    /// Day number.
    package var happened: Int64?
    /// Milliseconds.
    package var recorded: Int64
    package var by: String
    package var corrects: Int64?
    package var occasion: String?
    /// Nil once erased.
    package var body: [UInt8]?
    /// Nil once erased.
    package var salt: [UInt8]?
    package var bodyDigest: [UInt8]
    package var previous: [UInt8]
    package var hash: [UInt8]

    package init(
        council: String, sequence: Int64, id: String, subject: String, kind: String, version: Int64, happened: Int64?,
        recorded: Int64, by: String, corrects: Int64?, occasion: String?, body: [UInt8]?, salt: [UInt8]?,
        bodyDigest: [UInt8], previous: [UInt8], hash: [UInt8]
    ) {
        self.council = council
        self.sequence = sequence
        self.id = id
        self.subject = subject
        self.kind = kind
        self.version = version
        self.happened = happened
        self.recorded = recorded
        self.by = by
        self.corrects = corrects
        self.occasion = occasion
        self.body = body
        self.salt = salt
        self.bodyDigest = bodyDigest
        self.previous = previous
        self.hash = hash
    }

    package var recordedAt: Moment { Moment(milliseconds: recorded) }
    package var happenedOn: Day? { happened.map { Day(number: Int32(truncatingIfNeeded: $0)) } }
    package var recordID: RecordID { RecordID(id) }
}
