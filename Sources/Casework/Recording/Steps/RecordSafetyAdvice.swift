import AccessRules
import ChildJourney
import WorkingDays

/// What whoever visits must know before going. It is about the place and the adults there: a child is never a hazard.
package enum RecordSafetyAdvice: Step {
    package static let name = "safety-advice"
    package static let words = StepWords(
        "Record safety advice for staff", done: "Safety advice recorded",
        lede:
            "About the place and the adults met there. What the child is at risk of is recorded as a risk to the child."
    )
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        [StepOpening()]
            + journey.casework.safetyAdvice.filter { $0.body.endedOn == nil }.map {
                $0.opening("advice", of: $0.body.on, isNext: ($0.body.reviewOn ?? day) < day)
            }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let known = known(scene)?.body
        return [
            .day("Since when is it known?", called: "the day it became known", known?.on ?? scene.today),
            StepField(
                "advice", "What must a visitor know before going?", called: "what a visitor must know", .longText,
                initial: [known?.advice].compactMap { $0 }),
            StepField(
                "alone", "Does nobody go alone?", called: "whether nobody goes alone", .yesNo,
                initial: [known?.neverAlone.map { $0 ? "yes" : "no" }].compactMap { $0 }),
            StepField(
                "review", "When is it looked at again?", called: "when it is looked at again", .day,
                initial: [(known?.reviewOn ?? scene.today.adding(months: 6)).shortWords]),
            StepField("ended", "When did it end?", called: "the day it ended", .day, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let advice = answers.text("advice"),
            let review = answers.day("review")
        else { return [] }
        if review < on { answers.note("review", "Enter a day after it became known") }
        var body = StaffSafetyAdvice(on: on, advice: advice)
        body.neverAlone = answers.yes("alone")
        body.reviewOn = review
        body.endedOn = answers.pastDay("ended", from: on, today: scene.today)
        let known = known(scene)
        return [StepRecord(body, id: known?.id ?? scene.id, corrects: known?.place)]
    }

    private static func known(_ scene: StepScene) -> Recorded<StaffSafetyAdvice>? {
        scene.journey.casework.safetyAdvice.last { $0.id == scene.opening.record }
    }
}
