import WorkingDays

/// A complaint or representation of the child, a parent or somebody else, in their own words, through its stages. It
/// changes nothing it is about.
package struct Complaint: EntryBody {
    package static var kind: RecordKind { .complaint }

    package var receivedOn: Day
    /// Who complains: "Jane Invented, mother".
    package var by: String
    /// In their own words.
    package var words: String
    /// In the order in which it went through them; never empty.
    package var stages: [ComplaintStage]

    package init(receivedOn: Day, by: String, words: String, stages: [ComplaintStage]) {
        self.receivedOn = receivedOn
        self.by = by
        self.words = words
        self.stages = stages
    }

    package var happenedOn: Day? { receivedOn }
    /// Nobody has answered it at the stage it is at.
    package var waits: Bool { stages.last?.answeredOn == nil }

    package static func fold(_ record: Recorded<Complaint>, into journey: inout Journey) {
        journey.casework.complaints.append(record)
    }
}

/// One stage of a complaint, and how it was answered there.
package struct ComplaintStage: Hashable, Codable, Sendable {
    package var at: ComplaintLevel
    package var from: Day
    /// The day they were told to expect an answer by; no limit of a standard.
    package var promisedBy: Day?
    package var answeredOn: Day?
    package var answer: String?
    package var outcome: ComplaintOutcome?
    package var answeredBy: String?

    package init(at: ComplaintLevel, from: Day, promisedBy: Day? = nil) {
        self.at = at
        self.from = from
        self.promisedBy = promisedBy
    }

    /// Days from its beginning to the answer.
    package var days: Int? { answeredOn.map { $0 - from } }
}

package enum ComplaintLevel: String, Codable, Sendable, CaseIterable {
    case first, investigated, panel, outside

    package var words: String {
        switch self {
        case .first: "answered by the service"
        case .investigated: "investigated"
        case .panel: "before a review panel"
        case .outside: "with the ombudsman"
        }
    }
}

package enum ComplaintOutcome: String, Codable, Sendable, CaseIterable {
    case upheld
    case partlyUpheld = "partly-upheld"
    case notUpheld = "not-upheld"
    case withdrawn

    package var words: String {
        switch self {
        case .upheld: "upheld"
        case .partlyUpheld: "upheld in part"
        case .notUpheld: "not upheld"
        case .withdrawn: "withdrawn by whoever made it"
        }
    }
}
