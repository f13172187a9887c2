import WorkingDays

/// Somebody told the council something about a child.
package struct Contact: EntryBody {
    package static var kind: RecordKind { .contact }

    package var receivedOn: Day
    /// National source code.
    package var source: String?
    /// Nil: no decision is recorded.
    package var outcome: ContactOutcome?

    package init(receivedOn: Day, source: String? = nil, outcome: ContactOutcome? = nil) {
        self.receivedOn = receivedOn
        self.source = source
        self.outcome = outcome
    }

    package var happenedOn: Day? { receivedOn }

    package static func fold(_ record: Recorded<Contact>, into journey: inout Journey) {
        journey.contacts.append(record)
    }
}

package enum ContactOutcome: String, Codable, Sendable, CaseIterable {
    case noFurtherAction = "no-further-action"
    case advice
    case earlyHelp = "early-help"
    case referral
    case other
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Contact {
    @inlinable package var receivedOn: Day { body.receivedOn }
    @inlinable package var source: String? { body.source }
    @inlinable package var outcome: ContactOutcome? { body.outcome }
}
