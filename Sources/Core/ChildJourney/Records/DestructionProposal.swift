import WorkingDays

/// Somebody proposes to destroy a child's record at the end of its retention; somebody else confirms it, or does not. When it is
/// confirmed this goes with the rest: what stays is the entry that says what was erased, and by whose authority.
package struct DestructionProposal: EntryBody {
    package static var kind: RecordKind { .destructionProposal }

    package var on: Day
    /// The user who proposes.
    package var by: String
    /// The row of the schedule that kept it longest, and until when.
    package var row: String
    package var keptUntil: Day
    /// By whose word the council destroys it: a decision, a schedule, a delegation.
    package var authority: String
    package var declinedOn: Day?
    package var declinedWhy: String?
    package var declinedBy: String?

    package init(on: Day, by: String, row: String, keptUntil: Day, authority: String) {
        self.on = on
        self.by = by
        self.row = row
        self.keptUntil = keptUntil
        self.authority = authority
    }

    package var happenedOn: Day? { on }
    package var waits: Bool { declinedOn == nil }

    package static func fold(_ record: Recorded<DestructionProposal>, into journey: inout Journey) {
        journey.casework.destructionProposals.append(record)
    }
}
