import WorkingDays

/// A child missing, or away without authorisation.
package struct MissingEpisode: EntryBody {
    package static var kind: RecordKind { .missingEpisode }

    package var kind: MissingKind
    package var from: Day
    /// The day the child returned.
    package var until: Day?
    package var interviewOffered: Bool?
    package var interviewAccepted: Bool?
    /// When the child was last known to be where they should; nil: the time is not recorded.
    package var fromAt: Moment?
    /// When it was reported to the police; nil: not recorded.
    package var reportedOn: Day?
    package var reportedAt: Moment?
    package var reportedBy: String?
    package var circumstances: String?
    /// Nil: the time is not recorded.
    package var returnedAt: Moment?
    /// How the child came back or was found, and how they were.
    package var returnedHow: String?

    package init(
        kind: MissingKind, from: Day, until: Day? = nil, interviewOffered: Bool? = nil,
        interviewAccepted: Bool? = nil
    ) {
        self.kind = kind
        self.from = from
        self.until = until
        self.interviewOffered = interviewOffered
        self.interviewAccepted = interviewAccepted
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<MissingEpisode>, into journey: inout Journey) {
        journey.missingEpisodes.append(record)
    }
}

package enum MissingKind: String, Codable, Sendable, CaseIterable {
    case missing
    /// Whereabouts known, but not where the child should be.
    case away
    /// The source does not say which; treated as missing.
    case unstated
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == MissingEpisode {
    @inlinable package var kind: MissingKind { body.kind }
    @inlinable package var from: Day { body.from }
    @inlinable package var until: Day? { body.until }
    @inlinable package var interviewOffered: Bool? { body.interviewOffered }
    @inlinable package var interviewAccepted: Bool? { body.interviewAccepted }
}
