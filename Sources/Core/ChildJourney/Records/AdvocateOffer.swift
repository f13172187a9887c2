import WorkingDays

/// Somebody who speaks for the child is offered, refused or met.
package struct AdvocateOffer: EntryBody {
    package static var kind: RecordKind { .advocateOffer }

    package var on: Day
    package var outcome: AdvocateOutcome
    package var note: String?

    package init(on: Day, outcome: AdvocateOutcome, note: String? = nil) {
        self.on = on
        self.outcome = outcome
        self.note = note
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<AdvocateOffer>, into journey: inout Journey) {
        journey.casework.advocateOffers.append(record)
    }
}

package enum AdvocateOutcome: String, Codable, Sendable, CaseIterable {
    case offered, declined, met

    package var words: String {
        switch self {
        case .offered: "offered"
        case .declined: "offered and declined"
        case .met: "met the child"
        }
    }
}
