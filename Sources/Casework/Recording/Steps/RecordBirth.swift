import AccessRules
import ChildJourney
import WorkingDays

/// An unborn child is born: the same record goes on, and the child's own clocks start.
package enum RecordBirth: Step {
    package static let name = "birth"
    package static let words = StepWords(
        "Record the birth", done: "Birth recorded",
        lede: "The record goes on as the child's own. The baby is seen by the end of the day after the birth.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard let person = journey.person, person.bornOn == nil, let expected = person.expectedOn else { return [] }
        return [StepOpening(isNext: expected <= day + 14)]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was the baby born?", called: "the day of birth", scene.today),
            StepField(
                "forename", "Forename", called: "the forename", .text, required: false,
                hint: "Nothing, if there is none yet"),
            StepField(
                "surname", "Surname", called: "the surname", .text, required: false,
                initial: [scene.journey.person?.surname].compactMap { $0 }),
            StepField("sex", "Sex", called: "the sex", .choice(SexChoice.all)),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let person = scene.journey.person, let on = answers.pastDay(today: scene.today),
            let sex = answers.text("sex")
        else { return [] }
        if let expected = person.expectedOn, on < expected - 150 || on > expected + 60 {
            answers.note("on", "Enter a day that fits the birth expected on \(expected.shortWords)")
        }
        var body = person.body
        body.bornOn = on
        body.forename = answers.text("forename")
        body.surname = answers.text("surname") ?? body.surname
        body.sex = sex
        return [StepRecord(body, id: person.id, corrects: person.place)]
    }
}

/// National codes of sex in words.
enum SexChoice {
    static let all = [StepChoice("F", "Female"), StepChoice("M", "Male"), StepChoice("U", "Not known")]
}
