import AccessRules
import ChildJourney
import WorkingDays

/// The child or the parents get the plan; or it is withheld from them, and why.
package enum GivePlan: Step {
    package static let name = "given-to-family"
    package static let words = StepWords(
        "Record that the plan was given", done: "Giving recorded",
        lede: "One form for the child and one for the parents.")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.protectionPlans.filter { $0.endedOn == nil }.map { $0.opening("protection plan", of: $0.startedOn) }
            + journey.inNeedPlans.filter { $0.endedOn == nil }.map {
                $0.opening("child in need plan", of: $0.startedOn)
            }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "to", "To whom?", called: "to whom",
                .choice(FamilyRecipient.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
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
        guard let plan = scene.opening.record, let to: FamilyRecipient = answers.choice("to") else { return [] }
        let began =
            scene.journey.protectionPlans.last { $0.id == plan }?.startedOn
            ?? scene.journey.inNeedPlans.last { $0.id == plan }?.startedOn
        guard let on = answers.pastDay(from: began, today: scene.today) else { return [] }
        var body = GivenToFamily(on: on, of: plan, to: to)
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
