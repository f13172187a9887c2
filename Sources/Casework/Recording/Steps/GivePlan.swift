import AccessRules
import ChildJourney
import WorkingDays

/// The child or the parents get the plan; or it is withheld from them, and why.
package enum GivePlan: Step {
    package static let name = "given-to-family"
    package static let words = StepWords(
        "Record what was given to the family", done: "Giving recorded",
        lede: "One form for the child and one for the parents.")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.protectionPlans.filter { $0.endedOn == nil }.map { $0.opening("protection plan", of: $0.startedOn) }
            + journey.inNeedPlans.filter { $0.endedOn == nil }.map {
                $0.opening("child in need plan", of: $0.startedOn)
            } + journey.assessments.filter { $0.authorisedOn != nil }.map { $0.opening("assessment", of: $0.startedOn) }
            + journey.casework.meetingMinutes.map { $0.opening("minutes", of: $0.body.on) }
            + [StepOpening(words: "a letter, a report or anything else")]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let others = [
            StepField(
                "what", "What was it?", called: "what it was",
                .choice(GivenItem.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("which", "Which?", called: "which", .text, hint: "Such as the letter about the school"),
        ]
        return (scene.opening.record == nil ? others : []) + [
            StepField(
                "to", "To whom?", called: "to whom",
                .choice(FamilyRecipient.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("recipient", "To whom by name?", called: "to whom by name", .text, required: false),
            .day("When?", called: "the day", scene.today),
            StepField(
                "means", "In what form?", called: "in what form", .text, required: false,
                hint: "Such as on paper, or read out and talked through"),
            StepField("language", "In which language?", called: "in which language", .text, required: false),
            StepField(
                "withheld", "If it is withheld from them, why?", called: "why it is withheld", .longText,
                required: false, hint: "Such as a child too young to be told, or a plan that tells where somebody lives"
            ),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let to: FamilyRecipient = answers.choice("to") else { return [] }
        let (record, journey) = (scene.opening.record, scene.journey)
        let plan =
            journey.protectionPlans.last { $0.id == record }?.startedOn
            ?? journey.inNeedPlans.last { $0.id == record }?.startedOn
        let assessment = journey.assessments.last { $0.id == record }?.startedOn
        let meeting = journey.casework.meetingMinutes.last { $0.id == record }?.body.on
        guard let on = answers.pastDay(from: plan ?? assessment ?? meeting, today: scene.today) else { return [] }
        var body = GivenToFamily(on: on, of: record ?? scene.id, to: to)
        if record == nil {
            guard let what: GivenItem = answers.choice("what") else { return [] }
            (body.what, body.which) = (what, answers.text("which"))
        } else if plan == nil {
            body.what = assessment == nil ? .minutes : .assessment
        }
        body.recipient = answers.text("recipient")
        body.form = answers.text("means")
        body.language = answers.text("language")
        body.withheldWhy = answers.text("withheld")
        if body.form != nil, body.withheldWhy != nil {
            answers.note("withheld", "Enter how it was given, or why it is withheld, and not both")
        } else if body.form == nil, body.withheldWhy == nil {
            answers.note("means", "Enter in what form it was given, or why it is withheld")
        }
        return [StepRecord(body, id: scene.id)]
    }
}
