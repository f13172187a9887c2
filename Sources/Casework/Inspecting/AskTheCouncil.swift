import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// What inspectors ask of the council in the course of an inspection: documents, and people to speak to.
package struct AskTheCouncil: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func ask(
        _ sort: InspectionRequest.Sort, _ what: String, by due: Day, id: RecordID, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect], frameworks)
        guard file.inspection.body.publishedOn == nil else { throw .published }
        if let refusal = file.refusal(toInspect: assurer.person) { throw refusal }
        guard !what.isEmpty else { throw .missing("what is asked for") }
        guard due >= assurer.today else { throw .missing("a day that has not passed") }
        try await assurer.leaveOut([("What is asked for", what)], in: inspection)
        try await assurer.append(
            InspectionRequest(
                sort: sort, what: what, askedOn: assurer.today, dueOn: due, askedBy: assurer.person.user.text),
            id: id, about: Assurer.inspection(inspection))
    }

    /// The document was provided, by the council; or the interview was held, by inspectors.
    package func met(
        _ id: RecordID, on day: Day, saying answer: String, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect, .answerInspection], frameworks)
        guard let asked = file.requests.first(where: { $0.id == id }) else { throw .notFound }
        _ = try assurer.leave(to: asked.body.sort == .document ? .answerInspection : .inspect)
        if asked.body.sort == .interview, let refusal = file.refusal(toInspect: assurer.person) { throw refusal }
        guard asked.body.metOn == nil else { throw .doneAlready }
        guard day <= assurer.today, day >= asked.body.askedOn else { throw .missing("a day since it was asked for") }
        guard !answer.isEmpty else { throw .missing("what was provided, or who held it") }
        try await assurer.leaveOut([("What was provided, or who held it", answer)], in: inspection)
        var body = asked.body
        (body.metOn, body.doneBy, body.answer) = (day, assurer.person.user.text, answer)
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection), corrects: asked.place)
    }
}
