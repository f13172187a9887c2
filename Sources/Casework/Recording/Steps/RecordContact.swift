import AccessRules
import ChildJourney
import WorkingDays

/// Somebody tells the council something about a child who is known here.
package enum RecordContact: Step {
    package static let name = "contact"
    package static let words = StepWords(
        "Record a contact", done: "Contact recorded",
        lede: "Nothing but the first three answers is needed to protect a child.")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it received?", called: "the day it was received", scene.today),
            .timeOfAllegation("At what time?"),
            StepField("harm", "Is harm alleged?", called: "whether harm is alleged", .yesNo),
            .harmSigns,
            StepField("about", "What is it about?", called: "what it is about", .longText),
            StepField("from", "Who told it?", called: "who told it", .text, required: false),
            StepField(
                "source", "Where does it come from?", called: "where it comes from",
                .choice(scene.choices("referralsource")), required: false),
            StepField(
                "basis", "By what right is it shared?", called: "by what right it is shared",
                .choice(SharingBasis.allCases.map { StepChoice($0.rawValue, $0.words) }), required: false),
            StepField(
                "family", "What was the family told?", called: "what the family was told", .longText, required: false,
                hint: "Or why telling them would raise the risk"),
            StepField(
                "service", "Did the family agree to a service?", called: "whether they agreed",
                .choice([StepChoice("agreed", "They agreed"), StepChoice("declined", "They declined")]),
                required: false,
                hint: "Apart from the right to share. Nobody waits for it to protect a child"),
            StepField("serviceBy", "Who was asked about it?", called: "who was asked", .text, required: false),
            StepField("serviceOn", "When were they asked?", called: "the day they were asked", .day, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today) else { return [] }
        var body = Contact(receivedOn: on, source: answers.text("source"))
        body.receivedAt = answers.moment(on: on, now: scene.now)
        body.harmAlleged = answers.yes("harm")
        body.harmSigns = answers.harmSigns()
        body.about = answers.text("about")
        body.from = answers.text("from")
        body.basis = answers.choice("basis")
        body.familyTold = answers.text("family")
        let (said, by, asked) = (answers.text("service"), answers.text("serviceBy"), answers.day("serviceOn"))
        if said != nil || by != nil || asked != nil {
            body.service = ServiceAgreement(isAgreed: said.map { $0 == "agreed" }, by: by, on: asked)
        }
        return [StepRecord(body, id: scene.id)]
    }
}

/// Harm is alleged about a child who is open already: two clicks, and its clocks run.
package enum RecordHarmAlleged: Step {
    package static let name = "harm-alleged"
    package static let words = StepWords(
        "Harm is alleged", done: "Harm alleged recorded",
        lede:
            "Recorded as it is, this starts the clocks: a decision today, and the child seen today or within 24 hours.")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openReferrals.isEmpty ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it said?", called: "the day it was said", scene.today),
            .timeOfAllegation("At what time?"), .harmSigns,
            StepField("about", "What was said, in whose words?", called: "what was said", .longText, required: false),
            StepField("from", "Who said it?", called: "who said it", .text, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today) else { return [] }
        // It belongs to the work that is open, and waits for no decision of the front door.
        var body = Contact(receivedOn: on, outcome: .other)
        body.receivedAt = answers.moment(on: on, now: scene.now)
        body.harmAlleged = true
        body.harmSigns = answers.harmSigns()
        body.about = answers.text("about")
        body.from = answers.text("from")
        return [StepRecord(body, id: scene.id)]
    }
}

/// The front door decides what becomes of a contact. One that becomes a referral is not typed twice.
package enum DecideContact: Step {
    package static let name = "contact-decision"
    package static let words = StepWords("Decide a contact", done: "Contact decided")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.contacts.filter { $0.outcome == nil }.map { $0.opening("contact", of: $0.receivedOn, isNext: true) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let contact = scene.journey.contacts.last { $0.id == scene.opening.record }
        return [
            StepField(
                "outcome", "What becomes of it?", called: "what becomes of it",
                .choice(
                    [ContactOutcome.referral, .earlyHelp, .advice, .noFurtherAction].map {
                        StepChoice($0.rawValue, $0.words)
                    }), hint: contact?.body.about),
            StepField("why", "Why?", called: "why", .longText),
            StepField(
                "told", "Was whoever told us told what is decided?", called: "whether they were told", .yesNo,
                required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let contact = scene.journey.contacts.last(where: { $0.id == scene.opening.record }),
            let outcome: ContactOutcome = answers.choice("outcome")
        else { return [] }
        var body = contact.body
        if body.harmAlleged == true, outcome != .referral {
            answers.note("outcome", "Harm is alleged: it becomes a referral, and a manager decides")
        }
        body.outcome = outcome
        body.decidedOn = scene.today
        body.decidedBy = scene.person.user.text
        body.decisionWhy = answers.text("why")
        if answers.yes("told") == true { body.referrerToldOn = scene.today }
        let decided = StepRecord(body, id: contact.id, corrects: contact.place)
        guard outcome == .referral else { return [decided] }
        var referral = Referral(
            receivedOn: contact.receivedOn, source: contact.source, harmAlleged: contact.harmAlleged)
        (referral.receivedAt, referral.harmSigns) = (contact.body.receivedAt, contact.body.harmSigns)
        return [decided, StepRecord(referral, id: scene.also("referral"))]
    }
}

extension ContactOutcome {
    package var words: String {
        switch self {
        case .noFurtherAction: "No further action"
        case .advice: "Information and advice"
        case .earlyHelp: "Early help"
        case .referral: "It becomes a referral"
        case .other: "Part of work that is open"
        }
    }
}
