import WorkingDays

/// Whoever has a child in hand gives what is open over to those who work next, and they take it, by name.
package struct Handover: EntryBody {
    package static var kind: RecordKind { .handover }

    package var on: Day
    package var at: Moment
    /// Who handed over, by their name for signing in.
    package var from: String
    package var to: HandoverTeam
    /// One person of them alone, by their name for signing in.
    package var toPerson: String?
    /// What is open, in words.
    package var items: String
    /// Nil until somebody has taken it.
    package var acceptedBy: String?
    package var acceptedAt: Moment?

    package init(on day: Day, at moment: Moment, from: String, to: HandoverTeam, items: String) {
        self.on = day
        self.at = moment
        self.from = from
        self.to = to
        self.items = items
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<Handover>, into journey: inout Journey) {
        journey.casework.handovers.append(record)
    }
}

package enum HandoverTeam: String, Codable, Sendable, CaseIterable {
    case dayTeam = "day-team"
    case frontDoor = "front-door"
    case emergencyDuty = "emergency-duty"

    package var words: String {
        switch self {
        case .dayTeam: "the child's own team"
        case .frontDoor: "the front door"
        case .emergencyDuty: "emergency duty"
        }
    }
}
