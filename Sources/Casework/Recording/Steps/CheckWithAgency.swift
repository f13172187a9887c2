import AccessRules
import ChildJourney
import WorkingDays

/// Another agency is asked what it knows. Why it may be asked can be written afterwards: protecting a child never waits for it.
package enum CheckWithAgency: Step {
    package static let name = "agency-check"
    package static let words = StepWords(
        "Record a check with another agency", done: "Check recorded",
        lede: "Only the agency and the day are needed. Everything else can be added when it is known.")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When were they asked?", called: "the day they were asked", scene.today),
            StepField(
                "agency", "Which agency?", called: "which agency",
                .choice(Agency.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("asked", "What were they asked?", called: "what they were asked", .longText, required: false),
        ] + CompleteAgencyCheck.laterFields(nil)
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let agency: Agency = answers.choice("agency") else {
            return []
        }
        var body = AgencyCheck(askedOn: on, agency: agency)
        body.asked = answers.text("asked")
        CompleteAgencyCheck.write(into: &body, scene, &answers)
        return [StepRecord(body, id: scene.id)]
    }
}

/// What an agency answered, or by what right it was asked, is written beside the check.
package enum CompleteAgencyCheck: Step {
    package static let name = "agency-check-answer"
    package static let words = StepWords("Complete a check with another agency", done: "Check completed")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.agencyChecks.filter { $0.body.answeredOn == nil || !$0.body.saysWhy }.map {
            $0.opening("check with \($0.body.agency.words)", of: $0.body.askedOn)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] { laterFields(check(scene)?.body) }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let check = check(scene) else { return [] }
        var body = check.body
        write(into: &body, scene, &answers)
        if body == check.body { answers.note("basis", "Enter what was answered, or why they may be asked") }
        return [StepRecord(body, id: check.id, corrects: check.place)]
    }

    private static func check(_ scene: StepScene) -> Recorded<AgencyCheck>? {
        scene.journey.casework.agencyChecks.last { $0.id == scene.opening.record }
    }

    fileprivate static func laterFields(_ known: AgencyCheck?) -> [StepField] {
        [
            StepField(
                "answered", "When did they answer?", called: "the day they answered", .day, required: false,
                initial: known?.answeredOn.map { [$0.shortWords] } ?? []),
            StepField(
                "answer", "What did they answer?", called: "what they answered", .longText, required: false,
                initial: known?.answer.map { [$0] } ?? []),
            StepField(
                "basis", "By what right were they asked?", called: "by what right they were asked",
                .choice(SharingBasis.allCases.map { StepChoice($0.rawValue, $0.words) }), required: false,
                initial: known?.basis.map { [$0.rawValue] } ?? []),
            StepField(
                "family", "What was the family told?", called: "what the family was told", .longText, required: false,
                hint: "Or why telling them would raise the risk", initial: known?.familyTold.map { [$0] } ?? []),
        ]
    }

    fileprivate static func write(into body: inout AgencyCheck, _ scene: StepScene, _ answers: inout StepAnswers) {
        if let on = answers.pastDay("answered", from: body.askedOn, today: scene.today) { body.answeredOn = on }
        if let answer = answers.text("answer") {
            body.answer = answer
            if body.answeredOn == nil { answers.note("answered", "Enter the day they answered") }
        }
        if let basis: SharingBasis = answers.choice("basis") { body.basis = basis }
        if let told = answers.text("family") { body.familyTold = told }
        if body.saysWhy, body.basisOn == nil { body.basisOn = scene.today }
    }
}
