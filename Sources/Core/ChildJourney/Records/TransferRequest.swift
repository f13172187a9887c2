import WorkingDays

/// A team asks another to take a child over. Until a manager of that team accepts, every duty stays where it is.
package struct TransferRequest: EntryBody {
    package static var kind: RecordKind { .transferRequest }

    package var on: Day
    /// Nil where whoever holds the child belongs to no team.
    package var fromTeam: String?
    package var toTeam: String
    package var why: String
    /// Who asked, by their name for signing in.
    package var askedBy: String?
    /// The day a manager of the receiving team accepted or refused; nil while it waits.
    package var answeredOn: Day?
    package var answeredBy: String?
    package var isAccepted: Bool?
    /// Why it was refused; anything to say where it was accepted.
    package var answer: String?

    package init(on: Day, fromTeam: String? = nil, toTeam: String, why: String) {
        self.on = on
        self.fromTeam = fromTeam
        self.toTeam = toTeam
        self.why = why
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<TransferRequest>, into journey: inout Journey) {
        journey.casework.transfers.append(record)
    }
}
