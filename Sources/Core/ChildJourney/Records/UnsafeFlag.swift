import WorkingDays

/// Somebody holds a child to be unsafe now, or cannot tell from the record that the child is safe. From that minute a clock
/// runs until the child is seen and a manager has decided.
package struct UnsafeFlag: EntryBody {
    package static var kind: RecordKind { .unsafeFlag }

    package var at: Moment
    /// Whoever flagged, by their name for signing in.
    package var by: String
    package var why: String
    /// The record does not say whether the child is safe; false: the child is held to be unsafe.
    package var isCannotTell: Bool
    /// What it came out of: an audit's sample or an inspection, by its id. Nil: anybody's own doubt.
    package var origin: String?
    /// Whether inspectors put it to the council in writing.
    package var isReferredBack: Bool?
    package var acknowledgedAt: Moment?
    package var acknowledgedBy: String?
    /// What was done that was not written, where that is what was asked.
    package var established: String?
    /// When the child was seen, by whom: said by whoever answers, where no visit of this record shows it.
    package var seenAt: Moment?
    package var seenBy: String?
    package var decidedAt: Moment?
    package var decidedBy: String?
    package var decision: String?
    /// Whether whoever flagged agrees that it is answered; false escalates it. Nil while they have not said.
    package var isAgreed: Bool?
    package var agreedAt: Moment?

    package init(at: Moment, by: String, why: String, isCannotTell: Bool = false, origin: String? = nil) {
        self.at = at
        self.by = by
        self.why = why
        self.isCannotTell = isCannotTell
        self.origin = origin
    }

    package var happenedOn: Day? { at.londonDay }
    package var waits: Bool { decidedAt == nil || isAgreed == false }

    /// Somebody has it in hand: it clears nothing.
    package mutating func acknowledge(by user: String, at moment: Moment) {
        guard acknowledgedAt == nil else { return }
        (acknowledgedAt, acknowledgedBy) = (moment, user)
    }

    /// Whoever flagged a child, or holds them, does not decide about the flag.
    package func mayDecide(_ user: String, holdsChild: Bool) -> Bool { by != user && !holdsChild }

    /// What is decided. Whoever disagreed before is asked again.
    package mutating func decide(_ words: String, established: String? = nil, by user: String, at moment: Moment) {
        (decision, decidedAt, decidedBy) = (words, moment, user)
        self.established = established ?? self.established
        (isAgreed, agreedAt) = (nil, nil)
    }

    /// When the child was seen since, and by whom; false, and nothing changes, where that is before the flag or not yet.
    package mutating func see(at seen: Moment, by seer: String?, now: Moment) -> Bool {
        guard seen >= at, seen <= now else { return false }
        (seenAt, seenBy) = (seen, seer)
        return true
    }

    /// Whoever flagged says whether it is answered, or somebody who may for another; never whoever decided.
    package func mayAgree(_ user: String, forAnother: Bool) -> Bool {
        decidedAt != nil && decidedBy != user && (by == user || forAnother)
    }

    package mutating func agree(_ agrees: Bool, at moment: Moment) {
        (isAgreed, agreedAt) = (agrees, moment)
    }

    package static func fold(_ record: Recorded<UnsafeFlag>, into journey: inout Journey) {
        journey.casework.unsafeFlags.append(record)
    }
}
