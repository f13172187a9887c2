import AccessRules
import ChildJourney
import WorkingDays

/// A manager authorises an assessment, or gives it back with a reason. Never one's own.
package enum SignOffAssessment: Step {
    package static let name = "assessment-authorisation"
    package static let words = StepWords("Authorise an assessment or give it back", done: "Assessment looked at")
    package static let verb = Verb.authorise

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.assessments.filter(\.body.waits).map {
            $0.opening("assessment", of: $0.startedOn, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let body = scene.journey.assessments.last { $0.id == scene.opening.record }?.body
        let missing = body?.partsNotExplored.map(\.words).joined(separator: ", ") ?? ""
        let gate = body.map { ReviewGate.missing(scene, for: $0) } ?? []
        let hints =
            (missing.isEmpty ? [] : ["Not explored: \(missing)"])
            + (gate.isEmpty
                ? [] : ["Your council asks for these before it is authorised. \(gate.joined(separator: ". "))"])
        return [
            StepField(
                "decision", "What do you decide?", called: "what you decide",
                .choice([StepChoice("authorise", "Authorise it"), StepChoice("return", "Give it back")]),
                hint: hints.isEmpty ? nil : hints.joined(separator: ". ")),
            StepField(
                "why", "Why?", called: "why", .longText, required: false,
                hint: "Needed to give it back, and to authorise it with a part not explored"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let assessment = scene.journey.assessments.last(where: { $0.id == scene.opening.record }),
            let decision = answers.text("decision")
        else { return [] }
        var body = assessment.body
        if body.submittedBy == scene.me || body.worker == scene.me || body.handedInBy?.contains(scene.me) == true
            || scene.worked(since: body.startedOn)
        {
            answers.note("decision", "This is your own work: another manager must look at it")
        }
        let why = answers.text("why")
        if decision == "return" {
            if why == nil { answers.note("why", "Enter why it is given back") }
            body.returnedOn = scene.today
            body.returnedWhy = why
        } else {
            let gate = ReviewGate.missing(scene, for: body)
            if !gate.isEmpty {
                answers.note(
                    "decision", "It cannot be authorised before these are right. \(gate.joined(separator: ". "))")
            }
            if why == nil, !body.partsNotExplored.isEmpty {
                answers.note("why", "Enter why it is authorised with parts not explored")
            }
            body.authorisedOn = scene.today
            body.authorisedBy = scene.person.user.text
        }
        var records = [StepRecord(body, id: assessment.id, corrects: assessment.place)]
        if let why {
            records.append(
                StepRecord(
                    ManagementDecision(
                        on: scene.today, point: .signOff,
                        decision: decision == "return" ? "Assessment given back" : "Assessment authorised", why: why,
                        by: scene.person.user.text), id: scene.id))
        }
        return records
    }
}
