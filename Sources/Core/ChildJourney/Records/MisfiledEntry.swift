import WorkingDays

/// Something recorded about the wrong child was sealed here, or came here from the record it was on.
///
/// What was sealed stays in the chain, so that it can be shown that nothing was taken out; nobody reads it any more.
package struct MisfiledEntry: EntryBody {
    package static var kind: RecordKind { .misfiledEntry }

    /// Numbers of the entries that are sealed on this record; empty where they came to it.
    package var sealed: [Int64]
    /// "Visit of Tue 3 Mar 2026": what it was, and nothing of what it said.
    package var what: String
    package var why: String
    package var on: Day
    /// The user who decided it.
    package var by: String?
    /// When it was recorded, and so from when on it could be read here.
    package var readableFrom: Moment?
    /// Whether it was recorded again on the record it belongs to.
    package var isMoved: Bool
    /// Numbers of the entries that are sealed once a second manager confirms; nil where nobody has to, or somebody has.
    package var waiting: [Int64]?
    /// The child it is asked to be recorded on, by their id in this child's source; nil where it is nobody's who is known.
    package var waitingFor: String?
    /// The user who asked first, where a second manager decided it.
    package var askedBy: String?
    /// The proposal was taken back by whoever made it, or refused by somebody else; nothing was sealed.
    package var endedOn: Day?
    package var endedBy: String?
    /// What the one who refused wrote; nil where it was taken back without a word.
    package var endedWhy: String?

    package init(sealed: [Int64], what: String, why: String, on: Day, by: String? = nil, isMoved: Bool) {
        self.sealed = sealed
        self.what = what
        self.why = why
        self.on = on
        self.by = by
        self.isMoved = isMoved
    }

    package var happenedOn: Day? { on }
    package var isTakenBack: Bool { endedOn != nil && endedBy == by }

    package static func fold(_ record: Recorded<MisfiledEntry>, into journey: inout Journey) {
        journey.casework.misfiledEntries.append(record)
    }
}
