import AccessRules
import ChildJourney
import WorkingDays

/// A section 47 enquiry ends: what it found, and whether a conference is needed.
package enum EndEnquiry: Step {
    package static let name = "enquiry-outcome"
    package static let words = StepWords(
        "End the section 47 enquiry", done: "Section 47 enquiry ended",
        lede: "A manager decides whether a conference is needed, and says why.")
    package static let verb = Verb.authorise

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.enquiries.filter { $0.endedOn == nil }.map {
            $0.opening("enquiry", of: $0.startedOn, isNext: true)
        }
    }

    private enum Finding: String { case notSubstantiated, notAtContinuingRisk, atContinuingRisk }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it end?", called: "the day it ended", scene.today),
            StepField(
                "finding", "What did it find?", called: "what it found",
                .choice([
                    StepChoice(Finding.notSubstantiated.rawValue, "The concerns are not substantiated"),
                    StepChoice(
                        Finding.notAtContinuingRisk.rawValue, "Substantiated, but the child is not at continuing risk"),
                    StepChoice(
                        Finding.atContinuingRisk.rawValue, "Substantiated, and the child is at continuing risk"),
                ])),
            StepField("seen", "Was the child seen?", called: "whether the child was seen", .yesNo),
            StepField("alone", "Was the child seen alone?", called: "whether the child was seen alone", .yesNo),
            StepField(
                "notAlone", "If not alone: why?", called: "why not alone", .text, required: false,
                hint: "Asked from the age of 4"),
            .agencies("consulted", "Which agencies were asked?", called: "which agencies were asked"),
            StepField("conference", "Is a conference needed?", called: "whether a conference is needed", .yesNo),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let enquiry = scene.journey.enquiries.last(where: { $0.id == scene.opening.record }),
            let on = answers.pastDay(from: enquiry.startedOn, today: scene.today),
            let finding: Finding = answers.choice("finding"), let needed = answers.yes("conference")
        else { return [] }
        if enquiry.worker == scene.me || scene.worked(since: enquiry.startedOn) {
            answers.note("conference", "You made this enquiry yourself: another manager must decide")
        }
        if finding == .atContinuingRisk, !needed {
            answers.note("conference", "A child at continuing risk needs a conference")
        }
        if answers.yes("seen") == false, answers.yes("alone") == true {
            answers.note("alone", "A child who was not seen was not seen alone")
        }
        var body = enquiry.body
        body.endedOn = on
        body.conferenceRequired = needed
        body.outcome = needed ? .conference : finding == .notSubstantiated ? .noFurtherAction : .services
        body.childSeen = answers.yes("seen")
        body.childSeenAlone = answers.yes("alone")
        body.whyNotAlone = answers.text("notAlone")
        body.consulted = answers.several("consulted")
        body.findings = answers.text("why")
        body.decidedBy = scene.person.user.text
        return [
            StepRecord(body, id: enquiry.id, corrects: enquiry.place),
            StepRecord(
                ManagementDecision(
                    on: on, point: .endOfEnquiry,
                    decision: needed ? "A conference is needed" : "No conference is needed",
                    why: answers.text("why") ?? "", by: scene.person.user.text), id: scene.id),
        ]
    }
}
