import ChildJourney
import WorkingDays

extension StoryWords {
    /// What keeps the record, and who asked to see it.
    func tellGovernance(_ journey: Journey, _ told: inout [ToldEvent]) {
        guard journey.hasCasework else { return }
        let casework = journey.casework
        for hold in casework.legalHolds {
            let body = hold.body
            tell(hold, body.on, "Legal hold put on", joined(body.why, body.authority), &told)
            tell(hold, body.endedOn, "Legal hold ended", joined(body.endedWhy), &told)
        }
        for proposal in casework.destructionProposals {
            let body = proposal.body
            tell(
                proposal, body.on, "Destruction at the end of retention proposed",
                joined("Kept until \(body.keptUntil.words)", body.authority), &told)
            tell(proposal, body.declinedOn, "Destruction declined", joined(body.declinedWhy), &told)
        }
        for request in casework.accessRequests {
            let body = request.body
            tell(
                request, body.receivedOn, "Access to the record asked for",
                joined(
                    "By \(body.askedBy), \(body.relation)", "To be answered by \(body.answerBy.words)",
                    body.extendedWhy.map { "More time taken: \($0)" }), &told)
            tell(request, body.preparedOn, "Answer to a request for access handed to a second person", "", &told)
            tell(request, body.answeredOn, "Request for access ended", joined(body.end?.words, body.endedWhy), &told)
        }
    }
}
