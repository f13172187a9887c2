import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// An adult belongs with a child: somebody known here already, or somebody new, who is searched for first.
package enum RecordAdult: Step {
    package static let name = "adult"
    package static let words = StepWords(
        "Record an adult of the family", done: "Adult recorded",
        lede: "Recorded once, it is told on both: on the child's page and on the adult's.")
    package static let verb = Verb.recordNote
    package static let privateAnswers: Set<String> = ["address", "postcode"]
    /// Answered for somebody who is none of those alike.
    package static let nobodyKnown = "none"

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        var fields: [StepField] = []
        if !scene.adults.isEmpty {
            fields.append(
                StepField(
                    "known", "Is it one of these, who are known here?", called: "whether it is one of these",
                    .choice(scene.adults + [StepChoice(nobodyKnown, "None of these: somebody new")]),
                    initial: scene.adults.count == 1 && scene.isAdultChosen ? [scene.adults[0].value] : []))
        }
        if !scene.isAdultChosen {
            fields += [
                StepField("forename", "Forename", called: "the forename", .text, required: false),
                StepField("surname", "Surname", called: "the surname", .text, required: scene.adults.isEmpty),
                StepField(
                    "knownAs", "Known as", called: "what they are called", .text, required: false,
                    hint: "If they are called by another first name"),
                StepField(
                    "born", "Date of birth", called: "the date of birth", .day, required: false,
                    hint: "Nothing, if it is not known"),
                StepField("sex", "Sex", called: "the sex", .choice(SexChoice.all)),
                StepField("address", "Address", called: "the address", .longText, required: false),
                StepField("postcode", "Postcode", called: "the postcode", .text, required: false),
            ]
        }
        return fields + TieFields.all(nil, scene)
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let known = answers.text("known").flatMap { $0 == nobodyKnown ? nil : $0 }
        let adult = known ?? scene.also("adult").text
        if let known, scene.journey.relationships.contains(where: { $0.other == known && $0.until == nil }) {
            answers.note("known", "They are recorded with this child already")
        }
        guard let tie = TieFields.body(with: adult, &answers, scene) else { return [] }
        let told = StepRecord(tie, id: scene.also("tie"))
        guard known == nil else { return [told] }
        guard let surname = answers.text("surname") else {
            answers.note("surname", "Enter the surname")
            return []
        }
        let subject = Subject.adult(SubjectID(source: SourceName.record.text, local: adult))
        let born = answers.pastDay("born", today: scene.today)
        if let born, born.completedYears(on: scene.today) < 18 {
            answers.note(
                "born",
                "Somebody under 18 is a child: they are found or referred as one. A parent under 18 is recorded here without it, and their page then says which child they are"
            )
        }
        if let born, born.completedYears(on: scene.today) > 120 { answers.note("born", "Check the year of birth") }
        var person = Person(
            forename: answers.text("forename"), surname: surname, bornOn: born, sex: answers.text("sex"))
        person.knownAs = answers.text("knownAs")
        var records = [told, StepRecord(person, id: "person", about: subject)]
        let (text, postcode) = (answers.text("address"), answers.text("postcode"))
        if text != nil || postcode != nil {
            records.append(
                StepRecord(
                    Address(postcode: postcode, text: text, from: scene.today), id: scene.also("address"),
                    about: subject))
        }
        return records
    }
}
