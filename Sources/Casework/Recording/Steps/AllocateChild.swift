import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Somebody is given the child to hold; whoever held them before holds them no longer.
package enum AllocateChild: Step {
    package static let name = "allocation"
    package static let words = StepWords(
        "Allocate a worker", done: "Worker allocated", lede: "Whoever leads now ends the day before.")
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
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let worker = answers.text("worker"), let from = answers.pastDay(today: scene.today) else { return [] }
        let ending = scene.journey.allocations.filter { $0.role == .lead && ($0.until.map { $0 >= from } ?? true) }
        for held in ending where held.from >= from {
            answers.note("on", "Enter a day after \(held.from.shortWords), when whoever leads now began")
        }
        let ended = ending.map { held -> StepRecord in
            var body = held.body
            body.until = from - 1
            body.changeReason = answers.text("why") ?? body.changeReason
            return StepRecord(body, id: held.id, corrects: held.place)
        }
        let allocated = StepRecord(Allocation(worker: worker, role: .lead, from: from), id: scene.id)
        guard scene.workforce.workers[worker] == nil else { return ended + [allocated] }
        // The first time somebody holds a child, the record learns who they are.
        let known = StepRecord(
            Worker(name: scene.workers.first { $0.value == worker }?.words), id: "worker",
            about: Subject(.worker, SubjectID(source: SourceName.record.text, local: worker)))
        return ended + [known, allocated]
    }
}
