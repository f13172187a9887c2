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
