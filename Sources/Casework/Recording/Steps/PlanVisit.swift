import AccessRules
import ChildJourney
import WorkingDays

/// A visit is planned for a day to come, for whoever goes. It clears nothing: the visit does.
package enum PlanVisit: Step {
    package static let name = "planned-visit"
    package static let words = StepWords(
        "Plan a visit", done: "Visit planned",
        lede:
            "It stands on the page of the child, on My work and in the calendar of whoever goes. What is due stays due until the visit is recorded."
    )
    package static let verb = Verb.recordVisit

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let isWorker = scene.workers.contains { $0.value == scene.me }
        let purpose = scene.journey.purposeOfVisit(on: scene.today).0
        return [
            StepField("on", "For which day?", called: "the day it is planned for", .day),
            .time("At what time?", called: "the time", hint: "Such as 16:50. Leave it empty where none was agreed"),
            StepField(
                "worker", "Who goes?", called: "who goes", .choice(scene.workers),
                initial: isWorker ? [scene.me] : []),
            StepField(
                "purpose", "What kind of visit?", called: "the kind of visit",
                .choice(VisitPurpose.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                hint: scene.journey.interpreterWords(on: scene.today), initial: [purpose.rawValue]),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.day(), let worker = answers.text("worker"),
            let purpose: VisitPurpose = answers.choice("purpose")
        else { return [] }
        checkAhead(on, &answers, scene)
        var body = PlannedVisit(
            on: on, minute: answers.minute(), worker: worker, purpose: purpose, plannedOn: scene.today)
        body.plannedBy = scene.me
        return [StepRecord(body, id: scene.id)]
    }

    /// What is past is recorded, not planned.
    static func checkAhead(_ day: Day, _ answers: inout StepAnswers, _ scene: StepScene) {
        if day < scene.today {
            answers.note("on", "Enter a day from today; a visit that was made is recorded as a visit")
        }
        if day > scene.today.adding(months: 12) { answers.note("on", "Enter a day within a year") }
    }
}

/// A planned visit is moved to another day, with a reason.
package enum MovePlannedVisit: Step {
    package static let name = "planned-visit-move"
    package static let words = StepWords("Move a planned visit", done: "Planned visit moved")
    package static let verb = Verb.recordVisit

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openPlannedVisits.map { $0.opening("visit planned", of: $0.body.on) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField("on", "To which day?", called: "the day it is moved to", .day),
            .time("At what time?", called: "the time", hint: "Such as 16:50. Leave it empty where none was agreed"),
            StepField("why", "Why?", called: "why it is moved", .text),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let planned = scene.journey.casework.plannedVisits.last { $0.id == scene.opening.record }
        guard let planned, let on = answers.day(), let why = answers.text("why") else { return [] }
        PlanVisit.checkAhead(on, &answers, scene)
        var body = planned.body
        body.moves =
            (body.moves ?? []) + [
                PlannedVisitMove(from: body.on, to: on, why: why, decidedOn: scene.today, by: scene.me)
            ]
        (body.on, body.minute) = (on, answers.minute())
        return [StepRecord(body, id: planned.id, corrects: planned.place)]
    }
}

/// A planned visit is called off, or was not made: why stands beside it.
package enum CallOffPlannedVisit: Step {
    package static let name = "planned-visit-off"
    package static let words = StepWords(
        "Call off a planned visit, or say why it was not made", done: "Planned visit called off",
        lede: "What is due for the child stays due.")
    package static let verb = Verb.recordVisit

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        MovePlannedVisit.openings(journey, on: day)
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [StepField("why", "Why?", called: "why it is called off", .text)]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let planned = scene.journey.casework.plannedVisits.last { $0.id == scene.opening.record }
        guard let planned, let why = answers.text("why") else { return [] }
        var body = planned.body
        (body.calledOffOn, body.calledOffBy, body.calledOffWhy) = (scene.today, scene.me, why)
        return [StepRecord(body, id: planned.id, corrects: planned.place)]
    }
}
