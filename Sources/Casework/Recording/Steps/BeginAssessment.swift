import AccessRules
import ChildJourney
import WorkingDays

/// An assessment of the child's needs starts.
package enum BeginAssessment: Step {
    package static let name = "assessment"
    package static let words = StepWords("Start an assessment", done: "Assessment started")
    package static let verb = Verb.recordAssessment

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openReferrals.filter { referral in
            // One left open on a referral that is closed stops nothing new.
            referral.isAccepted
                && !journey.assessments.contains { $0.authorisedOn == nil && $0.referral == referral.id }
        }.map { referral in
            let isFirst = !journey.assessments.contains { $0.referral == referral.id }
            return referral.opening("referral", of: referral.receivedOn, isNext: isFirst)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it start?", called: "the day it started", scene.today),
            StepField(
                "kind", "What kind?", called: "what kind it is",
                .choice([
                    StepChoice(AssessmentKind.single.rawValue, "Single assessment"),
                    StepChoice(AssessmentKind.preBirth.rawValue, "Pre-birth assessment"),
                    StepChoice(AssessmentKind.specialist.rawValue, "Specialist assessment"),
                ]), initial: [AssessmentKind.single.rawValue]),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let referral = scene.journey.referral(scene.opening.record)
        guard let on = answers.pastDay(from: referral?.receivedOn, today: scene.today),
            let kind: AssessmentKind = answers.choice("kind")
        else { return [] }
        let body = Assessment(
            referral: referral?.id, kind: kind, startedOn: on, worker: scene.me)
        return [StepRecord(body, id: scene.id)]
    }
}
