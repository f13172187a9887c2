import WorkingDays

/// Police, social care and others meet about a child who is missing, or goes missing again and again.
/// Source: Statutory guidance on children who run away or go missing, January 2014.
package struct MissingMeeting: EntryBody {
    package static var kind: RecordKind { .missingMeeting }

    package var heldOn: Day
    /// Nil: the time is not recorded.
    package var heldAt: Moment?
    /// The time the child was missing that it is about.
    package var of: RecordID
    package var present: [Agency]?
    /// What is done to find the child, and so that it does not happen again.
    package var plan: String?

    package init(heldOn: Day, of episode: RecordID) {
        self.heldOn = heldOn
        self.of = episode
    }

    package var happenedOn: Day? { heldOn }

    package static func fold(_ record: Recorded<MissingMeeting>, into journey: inout Journey) {
        journey.casework.missingMeetings.append(record)
    }
}
