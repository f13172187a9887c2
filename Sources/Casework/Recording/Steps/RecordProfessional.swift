import AccessRules
import ChildJourney
import WorkingDays

/// Somebody of another agency works with the child, or no longer does.
package enum RecordProfessional: Step {
    package static let name = "professional"
    package static let words = StepWords("Record a professional", done: "Professional recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        [StepOpening()]
            + journey.casework.professionals.filter { $0.body.until == nil }.map {
                StepOpening($0.id, words: "\($0.body.name), \($0.body.role)")
            }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let known = known(scene)?.body
        return [
            StepField(
                "agency", "Which agency?", called: "which agency",
                .choice(Agency.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                initial: [known?.agency.rawValue].compactMap { $0 }),
            StepField(
                "role", "What are they there?", called: "what they are", .text,
                hint: "Health visitor, class teacher", initial: [known?.role].compactMap { $0 }),
            StepField("name", "Name", called: "the name", .text, initial: [known?.name].compactMap { $0 }),
            StepField(
                "contact", "How are they reached?", called: "how they are reached", .text, required: false,
                initial: [known?.contact].compactMap { $0 }),
            StepField(
                "from", "From when?", called: "the first day", .day, required: false,
                initial: [(known?.from ?? scene.today).shortWords]),
            StepField("until", "Until when?", called: "the last day", .day, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let agency: Agency = answers.choice("agency"), let role = answers.text("role"),
            let name = answers.text("name")
        else { return [] }
        let from = answers.pastDay("from", today: scene.today)
        var body = Professional(agency: agency, role: role, name: name)
        body.contact = answers.text("contact")
        body.from = from
        body.until = answers.pastDay("until", from: from, today: scene.today)
        let known = known(scene)
        return [StepRecord(body, id: known?.id ?? scene.id, corrects: known?.place)]
    }

    private static func known(_ scene: StepScene) -> Recorded<Professional>? {
        scene.journey.casework.professionals.last { $0.id == scene.opening.record }
    }
}
