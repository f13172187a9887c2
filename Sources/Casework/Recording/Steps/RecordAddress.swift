import AccessRules
import ChildJourney
import WorkingDays

/// Where a child lives now. The address before ends with it.
package enum RecordAddress: Step {
    package static let name = "address"
    package static let words = StepWords(
        "Record an address", done: "Address recorded",
        lede: "For this child alone: it is never copied to anybody else, whoever they belong with.")
    package static let verb = Verb.recordNote
    package static let privateAnswers: Set<String> = ["address", "postcode", "kind"]

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField("address", "What is the address?", called: "the address", .longText),
            StepField("postcode", "Postcode", called: "the postcode", .text, required: false),
            StepField(
                "kind", "What kind of address is it?", called: "the kind of address", .text, required: false,
                hint: "Home, refuge, grandmother's"),
            .day("Since when?", called: "the day they moved there", scene.today),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let text = answers.text("address"), let on = answers.pastDay(today: scene.today) else { return [] }
        let body = Address(
            kind: answers.text("kind"), postcode: answers.text("postcode"), text: text, from: on)
        let before = scene.journey.addresses.filter { $0.until == nil && ($0.from.map { $0 <= on } ?? true) }
        return [StepRecord(body, id: scene.id)]
            + before.map { address in
                var ended = address.body
                ended.until = on
                return StepRecord(ended, id: address.id, corrects: address.place)
            }
    }
}

/// A school, a telephone, a doctor or a placement. One of a kind before it ends, but for telephones: people have several.
package enum RecordContactDetail: Step {
    package static let name = "contact-detail"
    package static let words = StepWords(
        "Record a school, telephone, doctor or placement", done: "Recorded where they are found")
    package static let verb = Verb.recordNote
    package static let privateAnswers: Set<String> = ["words"]

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "fact", "What is it?", called: "what it is",
                .choice(
                    PrivateFact.allCases.filter { $0 != .address }.map {
                        StepChoice($0.rawValue, $0.words.atSentenceStart)
                    })),
            StepField("words", "What does it say?", called: "what it says", .text),
            .day("Since when?", called: "the day since when", scene.today),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let fact: PrivateFact = answers.choice("fact"), let words = answers.text("words"),
            let on = answers.pastDay(today: scene.today)
        else { return [] }
        let before = scene.journey.casework.contactDetails.filter {
            fact != .telephone && $0.fact == fact && $0.until == nil && ($0.from.map { $0 <= on } ?? true)
        }
        return [StepRecord(ContactDetail(fact: fact, words: words, from: on), id: scene.id)]
            + before.map { detail in
                var ended = detail.body
                ended.until = on
                return StepRecord(ended, id: detail.id, corrects: detail.place)
            }
    }
}
