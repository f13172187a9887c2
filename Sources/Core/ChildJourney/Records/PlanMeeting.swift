import WorkingDays

/// A meeting an improvement plan is reported to.
package struct PlanMeeting: EntryBody {
    package static var kind: RecordKind { .planMeeting }

    package var sort: PlanMeetingSort
    package var on: Day
    package var papersDueOn: Day?
    package var papersSentOn: Day?
    /// Once it was held: who was there, and who was not.
    package var heldOn: Day?
    package var present: [String]
    package var absent: [String]
    package var minutes: String?
    /// The document the minutes are.
    package var minutesFile: String?
    /// The documents its papers are.
    package var paperFiles: [String]?

    package init(sort: PlanMeetingSort, on: Day) {
        self.sort = sort
        self.on = on
        present = []
        absent = []
    }

    package var happenedOn: Day? { on }
    package var doneOn: Day? { heldOn }

    package static func fold(_ record: Recorded<PlanMeeting>, into journey: inout Journey) {}
}

/// The raw value is stored.
package enum PlanMeetingSort: String, Codable, Sendable, CaseIterable {
    case referenceGroup = "reference-group"
    case board = "improvement-board"
    case committee

    package var words: String {
        switch self {
        case .referenceGroup: "reference group"
        case .board: "improvement board"
        case .committee: "committee"
        }
    }
}
