import AccessRules
import ChildJourney
import WorkingDays

/// A step before care proceedings.
package enum TakeLegalStep: Step {
    package static let name = "legal-step"
    package static let words = StepWords("Record a legal step", done: "Legal step recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard let referral = journey.currentReferral else { return [] }
        guard let running = journey.runningPreProceedings else {
            return [StepOpening(words: "the referral of \(referral.receivedOn.shortWords)")]
        }
        return [running.opening("pre-proceedings", of: running.body.firstDay)]
    }

    private enum LegalStep: String, CaseIterable {
        case started, letterSent, firstMeeting, decided, courtApplication

        var words: String {
            switch self {
            case .started: "Pre-proceedings were decided at a legal planning meeting"
            case .letterSent: "The letter before proceedings was sent"
            case .firstMeeting: "The first pre-proceedings meeting was held"
            case .decided: "The next step was decided"
            case .courtApplication: "An application was made to the court"
            }
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "step", "What happened?", called: "what happened",
                .choice(LegalStep.allCases.map { StepChoice($0.rawValue, $0.words) })),
            .day("When?", called: "the day", scene.today),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let step: LegalStep = answers.choice("step"), let on = answers.pastDay(today: scene.today) else {
            return []
        }
        let running = scene.journey.runningPreProceedings
        var body = running?.body ?? PreProceedings(referral: scene.journey.currentReferral?.id)
        switch step {
        case .started: body.startedOn = on
        case .letterSent: body.letterSentOn = on
        case .firstMeeting: body.firstMeetingOn = on
        case .decided: body.stepDecidedOn = on
        case .courtApplication: body.courtApplicationOn = on
        }
        return [StepRecord(body, id: running?.id ?? scene.id, corrects: running?.place)]
    }
}

extension Journey {
    /// Neither decided nor taken to court yet.
    fileprivate var runningPreProceedings: Recorded<PreProceedings>? {
        preProceedings.last { $0.stepDecidedOn == nil && $0.courtApplicationOn == nil }
    }
}
