import WorkingDays

/// What a meeting resolved, as work for somebody by a day. Only what answered it closes it.
package struct MeetingResolution: EntryBody {
    package static var kind: RecordKind { .meetingResolution }

    package var on: Day
    /// The record of the meeting.
    package var meeting: String
    package var words: String
    package var owner: String
    package var dueOn: Day
    package var answeredOn: Day?
    package var answeredBy: String?
    /// The paper, meeting or action that answered it.
    package var answer: String?

    package init(on: Day, meeting: String, words: String, owner: String, dueOn: Day) {
        self.on = on
        self.meeting = meeting
        self.words = words
        self.owner = owner
        self.dueOn = dueOn
    }

    package var happenedOn: Day? { on }
    package var settledOn: Day? { answeredOn }

    package static func fold(_ record: Recorded<MeetingResolution>, into journey: inout Journey) {}
}
