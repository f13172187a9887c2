import WorkingDays

/// A child who came back is offered a talk with somebody independent, has it, or declines it.
/// Source: Statutory guidance on children who run away or go missing, January 2014.
package struct ReturnInterview: EntryBody {
    package static var kind: RecordKind { .returnInterview }

    package var on: Day
    /// Nil: the time is not recorded.
    package var at: Moment?
    /// The time the child was missing that it is about.
    package var of: RecordID
    package var outcome: ReturnInterviewOutcome
    /// Who offered or held it, with their post.
    package var by: String?
    /// Neither the child's own worker nor a carer; nil: nobody said.
    package var isIndependent: Bool?
    /// What was tried so that the child would talk.
    package var tried: String?
    package var learnt: String?

    package init(on day: Day, of episode: RecordID, outcome: ReturnInterviewOutcome) {
        self.on = day
        self.of = episode
        self.outcome = outcome
    }

    package var happenedOn: Day? { on }

    /// Whether it is what the child is owed: held by somebody independent, or declined to one, with what was tried.
    package var answers: Bool {
        guard isIndependent == true else { return false }
        return switch outcome {
        case .offered: false
        case .held: true
        case .declined: tried.map { !$0.isEmpty } ?? false
        }
    }

    package static func fold(_ record: Recorded<ReturnInterview>, into journey: inout Journey) {
        journey.casework.returnInterviews.append(record)
    }
}

package enum ReturnInterviewOutcome: String, Codable, Sendable, CaseIterable {
    case offered, held, declined

    package var words: String {
        switch self {
        case .offered: "it was offered"
        case .held: "it was held"
        case .declined: "the child declined it"
        }
    }
}
