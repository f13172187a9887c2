import WorkingDays

/// One thing an improvement plan has to answer: a finding, or a paragraph of a report.
package struct AnsweredPoint: EntryBody {
    package static var kind: RecordKind { .answeredPoint }

    package var on: Day
    package var origin: PointOrigin
    /// The finding's record where it is of this record; "4.2" for a paragraph; else whatever finds it again.
    package var reference: String?
    package var words: String
    package var isPriority: Bool
    /// The pattern of published findings it is like.
    package var pattern: String?

    package init(on: Day, origin: PointOrigin, words: String, isPriority: Bool) {
        self.on = on
        self.origin = origin
        self.words = words
        self.isPriority = isPriority
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<AnsweredPoint>, into journey: inout Journey) {}
}

/// Where something that has to be put right was said. The raw value is stored.
package enum PointOrigin: String, Codable, Sendable, CaseIterable {
    case inspection
    case paragraph = "report-paragraph"
    case audit, complaint
    case selfAssessment = "self-assessment"

    package var words: String {
        switch self {
        case .inspection: "finding of an inspection"
        case .paragraph: "paragraph of a report"
        case .audit: "audit"
        case .complaint: "complaint"
        case .selfAssessment: "self-assessment"
        }
    }
}
