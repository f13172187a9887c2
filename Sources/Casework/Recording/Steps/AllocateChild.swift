import AccessRules
import ChildJourney
import WorkingDays

/// Somebody is given the child to hold; whoever held them before holds them no longer.
package enum AllocateChild: Step {
    package static let name = "allocation"
    package static let words = StepWords(
        "Allocate a worker", done: "Worker allocated",
        lede: "Whoever leads now goes on until the day before; that may be a day to come.")
    package static let verb = Verb.allocate

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard !journey.openReferrals.isEmpty else { return [] }
        let isHeld = journey.allocations.contains { $0.role == .lead && $0.until == nil }
        return [StepOpening(isNext: !isHeld)]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField("worker", "Who?", called: "who holds the child", .choice(scene.workers)),
            .day("From when?", called: "the first day", scene.today),
            StepField(
                "why", "Why does it change?", called: "why it changes", .text, required: false,
                hint: "Nothing, if nobody held the child before"),
        ] + HolderLeftOut.fields(scene)
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let worker = answers.text("worker"), let from = answers.day() else { return [] }
        if from > scene.today, scene.journey.lead(on: scene.today) == nil {
            answers.note("on", "Enter a day up to today: until a day to come nobody would hold the child")
        }
        if from > scene.today.adding(months: LeadChange.monthsAhead) {
            answers.note("on", "Enter a day within \(LeadChange.monthsAhead) months")
        }
        let change = LeadChange(
            worker: worker, team: scene.teamOf[worker], from: from, why: answers.text("why"), id: scene.id,
            today: scene.today)
        if let began = change.tooEarly(for: scene.journey) {
            answers.note("on", "Enter a day after \(began.shortWords), when whoever leads now began")
        }
        if let left = scene.workforce.workers[worker]?.leftOn, left <= from {
            answers.note("worker", "They left on \(left.shortWords): choose somebody who works here")
        }
        HolderLeftOut.refuse(worker, scene, &answers)
        return change.records(for: scene.journey) + change.introduction(scene.workforce, scene.workers)
    }
}
