import AccessRules
import ChildJourney
import WorkingDays

/// What an assessment found, part by part, handed to a manager.
package enum SubmitAssessment: Step {
    package static let name = "assessment-submission"
    package static let words = StepWords(
        "Write up the assessment and hand it in", done: "Assessment handed to a manager",
        lede: "A part that is left empty is shown as not explored. A manager authorises it or gives it back.")
    package static let verb = Verb.recordAssessment

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.assessments.filter { $0.authorisedOn == nil && ($0.body.submittedOn == nil || $0.body.isReturned) }.map
        { $0.opening("assessment", of: $0.startedOn, isNext: true) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let before = scene.journey.assessments.last { $0.id == scene.opening.record }?.body
        let parts = AssessmentPart.allCases.map { part in
            StepField(
                part.rawValue, part.words.atSentenceStart, called: part.words,
                .longText, required: false,
                hint: part == .adultsInTheHome
                    ? "If they are unknown, dead or unsafe to contact, say so and how you know" : nil,
                initial: [before?.findings?.first { $0.part == part }?.found].compactMap { $0 })
        }
        return parts + [
            StepField("seen", "Was the child seen?", called: "whether the child was seen", .yesNo),
            StepField(
                "views", "What does the child think and want?", called: "what the child thinks", .longText,
                required: false, hint: "In the child's own words, if you can",
                initial: [before?.childsViews].compactMap { $0 }),
            StepField(
                "analysis", "What does it mean for the child?", called: "what it means for the child", .longText,
                initial: [before?.analysis].compactMap { $0 }),
            StepField(
                "outcome", "What should follow?", called: "what should follow",
                .choice(AssessmentOutcome.allCases.map { StepChoice($0.rawValue, $0.words) })),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let assessment = scene.journey.assessments.last(where: { $0.id == scene.opening.record }) else {
            return []
        }
        var body = assessment.body
        body.findings = AssessmentPart.allCases.compactMap { part in
            answers.text(part.rawValue).map { AssessmentFinding(part: part, found: $0) }
        }
        body.childSeen = answers.yes("seen")
        body.childsViews = answers.text("views")
        body.analysis = answers.text("analysis")
        body.outcome = answers.choice("outcome")
        body.submittedOn = scene.today
        body.submittedBy = scene.person.user.text
        let before = body.handedInBy ?? []
        if !before.contains(scene.me) { body.handedInBy = before + [scene.me] }
        (body.returnedOn, body.returnedWhy) = (nil, nil)
        return [StepRecord(body, id: assessment.id, corrects: assessment.place)]
    }
}

extension Assessment {
    /// Given back since it was last handed in.
    var isReturned: Bool { returnedOn != nil }

    /// Handed in, and neither authorised nor given back.
    package var waits: Bool { submittedOn != nil && authorisedOn == nil && !isReturned }
}

extension AssessmentOutcome {
    package var words: String {
        switch self {
        case .noFurtherAction: "No further action"
        case .earlyHelp: "Early help"
        case .strategyDiscussion: "A strategy discussion"
        case .other: "Another service or a child in need plan"
        }
    }
}
