import AccessRules
import ChildJourney
import WorkingDays

/// Whoever told the council is told what was decided.
package enum TellReferrer: Step {
    package static let name = "referrer-told"
    package static let words = StepWords(
        "Record that whoever referred was told", done: "Telling recorded",
        lede: "They are told what was decided, and no more than they need to know.")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        let told = Set(journey.casework.referrersTold.map(\.body.of))
        let contacts = journey.contacts.filter {
            $0.body.decidedOn != nil && $0.body.referrerToldOn == nil && !told.contains($0.id)
                && journey.referralMade(of: $0) == nil
        }.map { $0.opening("contact", of: $0.receivedOn) }
        let referrals = journey.referrals.filter { $0.decidedOn != nil && !told.contains($0.id) }
        return contacts + referrals.map { $0.opening("referral", of: $0.receivedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When were they told?", called: "the day they were told", scene.today),
            StepField(
                "means", "How?", called: "how they were told",
                .choice(TellingMeans.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("what", "What were they told?", called: "what they were told", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let of = scene.opening.record else { return [] }
        let decided =
            scene.journey.referral(of)?.decidedOn
            ?? scene.journey.contacts.last { $0.id == of }?.body.decidedOn
        guard let on = answers.pastDay(from: decided, today: scene.today) else { return [] }
        var body = ReferrerTold(on: on, of: of)
        body.means = answers.choice("means")
        body.what = answers.text("what")
        return [StepRecord(body, id: scene.id)]
    }
}
