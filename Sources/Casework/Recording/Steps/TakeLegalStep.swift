import AccessRules
import ChildJourney
import WorkingDays

/// A step before care proceedings.
package enum TakeLegalStep: Step {
    package static let name = "legal-step"
    package static let words = StepWords(
        "Record a legal step", done: "Legal step recorded",
        lede:
            "Within 16 weeks of the letter a manager decides what comes next; until then it is reviewed every 6 weeks.")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        if let running = journey.runningPreProceedings {
            return [running.opening("pre-proceedings", of: running.body.firstDay)]
        }
        guard let referral = journey.currentReferral else { return [] }
        return [StepOpening(words: "the referral of \(referral.receivedOn.shortWords)")]
    }

    private enum LegalStep: String, CaseIterable {
        case planningMeeting, started, letterSent, firstMeeting, review, decided, courtApplication

        var words: String {
            switch self {
            case .planningMeeting: "A legal planning meeting was held"
            case .started: "Pre-proceedings were decided at a legal planning meeting"
            case .letterSent: "The letter before proceedings was sent"
            case .firstMeeting: "The first pre-proceedings meeting was held"
            case .review: "Pre-proceedings were reviewed"
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
            StepField(
                "next", "If the next step was decided: which?", called: "the next step",
                .choice(PreProceedingsStep.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                required: false, hint: "A manager decides it. Going on as before is a review, and no step"),
            StepField(
                "said", "What was said or decided, and why?", called: "what was said", .longText, required: false),
            StepField(
                "court", "If the court was applied to: which court?", called: "which court", .text, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let step: LegalStep = answers.choice("step"), let on = answers.pastDay(today: scene.today) else {
            return []
        }
        let running = scene.journey.runningPreProceedings
        var body = running?.body ?? PreProceedings(referral: scene.journey.currentReferral?.id)
        let said = answers.text("said")
        // NB: a day written over with a later one would start its clock anew.
        func once(_ day: Day?) {
            if let day { answers.note("step", "That is recorded already, for \(day.shortWords)") }
        }
        switch step {
        case .planningMeeting:
            once(body.planningMeetingOn)
            (body.planningMeetingOn, body.planningDecision) = (on, said)
        case .started:
            once(body.startedOn)
            body.startedOn = on
            body.planningDecision = said ?? body.planningDecision
        case .letterSent:
            once(body.letterSentOn)
            body.letterSentOn = on
        case .firstMeeting:
            once(body.firstMeetingOn)
            (body.firstMeetingOn, body.firstMeetingSaid) = (on, said)
        case .review:
            if body.beganOn == nil { answers.note("step", "Record first how they began") }
            body.reviews = (body.reviews ?? []) + [PreProceedingsReview(on: on, said: said)]
        case .decided:
            once(body.stepDecidedOn)
            decide(&body, on, scene, &answers)
        case .courtApplication:
            body.courtApplicationOn = on
            body.court = answers.text("court")
        }
        let isEnd = step == .decided || step == .courtApplication
        if isEnd, let began = body.beganOn, on < began {
            answers.note("on", "Enter a day from \(began.shortWords), when they began")
        }
        return [StepRecord(body, id: running?.id ?? scene.id, corrects: running?.place)]
    }

    private static func decide(
        _ body: inout PreProceedings, _ on: Day, _ scene: StepScene, _ answers: inout StepAnswers
    ) {
        if !scene.person.role.mayDo.contains(.decide) { answers.note("step", "A manager decides the next step") }
        (body.nextStep, body.stepWhy) = (answers.choice("next"), answers.text("said"))
        if body.nextStep == nil { answers.note("next", "Choose the next step") }
        if body.stepWhy == nil { answers.note("said", "Enter what was decided, and why") }
        (body.stepDecidedOn, body.stepDecidedBy) = (on, scene.me)
    }
}

/// The court makes an order, or none.
package enum RecordCourtOrder: Step {
    package static let name = "court-order"
    package static let words = StepWords("Record a court order", done: "Court order recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.preProceedings.filter { $0.courtApplicationOn != nil }.map {
            $0.opening("court application", of: $0.courtApplicationOn)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When?", called: "the day", scene.today),
            StepField(
                "order", "Which order?", called: "which order",
                .choice(CourtOrderKind.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("said", "What did the court say?", called: "what the court said", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.preProceedings.last { $0.id == scene.opening.record }
        guard let opened, let on = answers.pastDay(from: opened.courtApplicationOn, today: scene.today),
            let order: CourtOrderKind = answers.choice("order")
        else { return [] }
        var body = opened.body
        body.orders = (body.orders ?? []) + [CourtOrder(on: on, order: order, said: answers.text("said"))]
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

extension Journey {
    /// Neither ended nor taken to court yet. What was decided to go to court goes on with the application.
    fileprivate var runningPreProceedings: Recorded<PreProceedings>? {
        preProceedings.last {
            $0.courtApplicationOn == nil && ($0.stepDecidedOn == nil || $0.body.nextStep == .court)
        }
    }
}
