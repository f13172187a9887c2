import WorkingDays

/// Help from another service, below social care.
package struct EarlyHelpEpisode: EntryBody {
    package static var kind: RecordKind { .earlyHelpEpisode }

    package var startedOn: Day
    package var endedOn: Day?
    package var reason: String?
    package var endReason: String?
    package var organisation: String?
    package var worker: String?
    /// Who leads it, by name and post; `worker` is an id of the source.
    package var lead: String?
    package var plan: String?

    package init(
        startedOn: Day, endedOn: Day? = nil, reason: String? = nil, endReason: String? = nil,
        organisation: String? = nil, worker: String? = nil
    ) {
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.reason = reason
        self.endReason = endReason
        self.organisation = organisation
        self.worker = worker
    }

    package var happenedOn: Day? { startedOn }

    package static func fold(_ record: Recorded<EarlyHelpEpisode>, into journey: inout Journey) {
        journey.earlyHelpEpisodes.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == EarlyHelpEpisode {
    @inlinable package var startedOn: Day { body.startedOn }
    @inlinable package var endedOn: Day? { body.endedOn }
    @inlinable package var reason: String? { body.reason }
    @inlinable package var endReason: String? { body.endReason }
    @inlinable package var organisation: String? { body.organisation }
    @inlinable package var worker: String? { body.worker }
}
