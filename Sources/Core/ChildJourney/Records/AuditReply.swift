import WorkingDays

/// What the worker, or the family, says to an audit of the file.
package struct AuditReply: EntryBody {
    package static var kind: RecordKind { .auditReply }

    package var on: Day
    /// The record of the audit it answers.
    package var audit: String
    package var by: String
    package var isFamily: Bool
    package var words: String
    /// Whether the worker agrees with what was found; nil where nobody said, and for a family.
    package var agrees: Bool?
    /// Who of the family said it: "the child", "her mother". Nil where nobody wrote who.
    package var saidBy: String?

    package init(on: Day, audit: String, by: String, isFamily: Bool, words: String) {
        self.on = on
        self.audit = audit
        self.by = by
        self.isFamily = isFamily
        self.words = words
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<AuditReply>, into journey: inout Journey) {
        journey.casework.auditReplies.append(record)
    }
}
