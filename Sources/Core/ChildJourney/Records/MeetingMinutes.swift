import WorkingDays

/// What was said at a conference or a strategy discussion, part by part, so that each of those who get minutes gets the
/// parts meant for them.
package struct MeetingMinutes: EntryBody {
    package static var kind: RecordKind { .meetingMinutes }

    /// The day of the meeting.
    package var on: Day
    /// The conference or discussion.
    package var of: RecordID
    package var parts: [MinutesPart]
    /// People came at different times, because domestic abuse is part of why they met.
    package var separately: Bool
    package var writtenOn: Day
    package var writtenBy: String?
    /// Of minutes put right after they were written: when, by whom and why. What they said first stands in the history.
    package var correctedOn: Day?
    package var correctedBy: String?
    package var correctedWhy: String?

    package init(
        on: Day, of: RecordID, parts: [MinutesPart], separately: Bool, writtenOn: Day, writtenBy: String? = nil
    ) {
        self.on = on
        self.of = of
        self.parts = parts
        self.separately = separately
        self.writtenOn = writtenOn
        self.writtenBy = writtenBy
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<MeetingMinutes>, into journey: inout Journey) {
        journey.casework.meetingMinutes.append(record)
    }
}

package struct MinutesPart: Hashable, Codable, Sendable {
    package let part: PartOfMeeting
    package let said: String
    /// Who was there for it; nil where nobody said.
    package let present: String?

    package init(part: PartOfMeeting, said: String, present: String? = nil) {
        self.part = part
        self.said = said
        self.present = present
    }
}

package enum PartOfMeeting: String, Codable, Sendable, CaseIterable {
    case together, mother, father, child, agencies, decided

    package var words: String {
        switch self {
        case .together: "what was said with everybody present"
        case .mother: "the mother's part"
        case .father: "the father's part"
        case .child: "the child's part"
        case .agencies: "what the agencies said among themselves"
        case .decided: "what was decided"
        }
    }
}
