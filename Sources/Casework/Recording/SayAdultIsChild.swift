import AccessRules
import ChildJourney
import WorkingDays

/// An adult of the record is a child of it too: a mother of sixteen, or somebody who grew up while the record went on.
package enum SayAdultIsChild: Step {
    package static let name = "same-person"
    package static let words = StepWords(
        "Say that they are also a child of this record", done: "Recorded",
        lede:
            "Told on both: on this page, on the child's, and on the pages of their own children. Nothing is joined, and whoever may not open the child is no longer told this adult's name."
    )
    package static let verb = Verb.recordNote
    /// Answered for a child who is none of those alike.
    package static let another = "another"

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.samePersons.contains { $0.body.stands } ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "child", "Which child are they?", called: "which child they are",
                .choice(scene.children + [StepChoice(another, "Another child, by their number")])),
            StepField(
                "number", "The child's number", called: "the child's number", .text, required: false,
                hint: "Only for another child: the end of the address of the child's page"),
            StepField(
                "why", "How do you know it?", called: "how you know it", .longText,
                hint: "A twin or a cousin has the same surname: say what shows that it is this one"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let chosen = answers.text("child"), let why = answers.text("why") else { return [] }
        var child = chosen
        if chosen == another {
            guard let number = answers.text("number") else {
                answers.note("number", "Enter the child's number")
                return []
            }
            child = number
        }
        return [
            StepRecord(SamePerson(child: child, why: why, on: scene.today, by: scene.me), id: scene.id)
        ]
    }
}

/// That somebody is also a child of the record was wrong. What was withheld through it stays withheld.
package enum EndAdultIsChild: Step {
    package static let name = "same-person-end"
    package static let words = StepWords("Say that they are not that child", done: "Recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.samePersons.filter { $0.body.stands }.map { StepOpening($0.id) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [StepField("why", "What shows that they are not?", called: "what shows it", .longText)]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let said = scene.journey.casework.samePersons.last(where: { $0.id == scene.opening.record }),
            let why = answers.text("why")
        else { return [] }
        var body = said.body
        (body.endedOn, body.endedBy, body.endedWhy) = (scene.today, scene.me, why)
        return [StepRecord(body, id: said.id, corrects: said.place)]
    }
}
