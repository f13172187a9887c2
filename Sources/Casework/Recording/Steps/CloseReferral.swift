import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// A manager closes a child's episode: why, what follows, and when the child was last seen.
package enum CloseReferral: Step {
    package static let name = "closure"
    package static let words = StepWords("Close the referral", done: "Referral closed")
    package static let verb = Verb.close

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard journey.runningProtectionPlan == nil, journey.runningInNeedPlan == nil else { return [] }
        return journey.openReferrals.filter { $0.decidedOn != nil || $0.noFurtherAction == false }.map {
            $0.opening("referral", of: $0.receivedOn)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let seen = scene.journey.lastSeen(on: scene.today)?.on
        return [
            StepField(
                "reason", "Why is it closed?", called: "why it is closed",
                .choice(scene.choices("reasonforclosure"))),
            StepField(
                "why", "What has changed for the child, and what follows?", called: "what has changed", .longText,
                hint: seen.map { "The child was last seen \($0.words)" }
                    ?? "No visit on which the child was seen is recorded"),
            StepField(
                "steppedTo", "If it steps down: to which service?", called: "the service it steps down to", .text,
                required: false, hint: "Early help, a family hub, a school"),
            StepField(
                "stepAcceptedBy", "Who accepted the child there?", called: "who accepted the child", .text,
                required: false, hint: "Their name and post. Leave it empty while nobody has accepted"),
            StepField(
                "stepAcceptedOn", "On which day did they accept the child?", called: "the day the child was accepted",
                .day, required: false),
            StepField(
                "died", "If the child died: on which day?", called: "the day the child died", .day, required: false,
                initial: [scene.journey.person?.body.diedOn?.shortWords].compactMap { $0 }),
            StepField(
                "council", "If another council took over: who accepted there?", called: "who accepted", .text,
                required: false, hint: "Their name, post and council. Without it this is a closing like any other"),
            StepField(
                "accepted", "On which day did they accept?", called: "the day they accepted", .day, required: false),
            StepField(
                "shown", "Which letter or e-mail shows it?", called: "what shows it", .text, required: false),
            StepField(
                "adopted", "If the child was adopted: on which day was the order made?",
                called: "the day of the adoption order", .day, required: false,
                hint: "Without the day and what shows it this is a closing like any other"),
            StepField(
                "order", "Which order shows it?", called: "which order shows it", .text, required: false,
                hint: "The court and the number of the case"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let referral = scene.journey.referral(scene.opening.record) else { return [] }
        var body = referral.body
        body.closedOn = scene.today
        body.closureReason = answers.text("reason")
        body.closureWhy = answers.text("why")
        body.closedBy = scene.person.user.text
        body.transferAcceptedBy = answers.text("council")
        body.transferAcceptedOn = answers.pastDay("accepted", from: referral.receivedOn, today: scene.today)
        body.transferShownBy = answers.text("shown")
        stepDown(&body, &answers, scene.today)
        let born = scene.journey.person?.body.bornOn
        body.adoptionOrderedOn = answers.pastDay("adopted", from: born, today: scene.today)
        body.adoptionShownBy = answers.text("order")
        let died = death(&answers, body, scene)
        // NB: closing stops every clock that hangs on the referral, so nothing may be left for them to find.
        if !hasLeft(body, scene.journey, died) {
            for words in leftOpen(scene.journey, referral, on: scene.today) { answers.note("reason", words) }
        }
        let held = scene.journey.allocations.filter { $0.until.map { $0 > scene.today } ?? true }.map {
            allocation -> StepRecord in
            var body = allocation.body
            body.until = scene.today
            return StepRecord(body, id: allocation.id, corrects: allocation.place)
        }
        let closed = StepRecord(body, id: referral.id, corrects: referral.place)
        // Whoever holds the child goes on while anything else is open.
        return [closed] + died + (scene.journey.openReferrals.count > 1 ? [] : held)
    }

    /// Whoever accepted has a name and a day; what steps down steps down to somebody.
    private static func stepDown(_ body: inout Referral, _ answers: inout StepAnswers, _ today: Day) {
        body.steppedDownTo = answers.text("steppedTo")
        body.stepDownAcceptedBy = answers.text("stepAcceptedBy")
        body.stepDownAcceptedOn = answers.pastDay("stepAcceptedOn", from: body.receivedOn, today: today)
        if body.closureReason == "RC9", body.steppedDownTo == nil {
            answers.note("steppedTo", "Enter the service it is passed to")
        }
        if body.stepDownAcceptedBy != nil, body.stepDownAcceptedOn == nil {
            answers.note("stepAcceptedOn", "Enter the day the child was accepted")
        }
        if body.stepDownAcceptedOn != nil, body.stepDownAcceptedBy == nil {
            answers.note("stepAcceptedBy", "Enter who accepted the child")
        }
    }

    /// A death has its day, which ends every duty on the whole record: a code alone could be a slip of the key.
    private static func death(
        _ answers: inout StepAnswers, _ closing: Referral, _ scene: StepScene
    ) -> [StepRecord] {
        guard let person = scene.journey.person else { return [] }
        let day = answers.pastDay("died", from: person.body.bornOn, today: scene.today)
        guard closing.closureReason == "RC2" else {
            if day != nil, day != person.body.diedOn {
                answers.note("died", "Choose that the child died as why it is closed, or enter no day")
            }
            return []
        }
        guard let day else {
            answers.note("died", "Enter the day the child died")
            return []
        }
        var body = person.body
        body.diedOn = day
        return body == person.body ? [] : [StepRecord(body, id: person.id, corrects: person.place)]
    }

    /// A child who died, or is another council's by its own word, has nobody here to do what is left.
    private static func hasLeft(_ closing: Referral, _ journey: Journey, _ died: [StepRecord]) -> Bool {
        closing.closureReason == "RC2" && (!died.isEmpty || journey.person?.body.diedOn != nil)
            || Recorded(closing, id: RecordID("closing")).isTransferred
    }

    private static func isHeld(_ raised: Recorded<Escalation>, _ journey: Journey) -> Bool {
        journey.conferences.contains { $0.heldOn.map { $0 >= raised.body.on } ?? false }
    }

    /// What would be lost sight of.
    private static func leftOpen(_ journey: Journey, _ referral: Recorded<Referral>, on today: Day) -> [String] {
        var left: [String] = []
        func mine(_ id: RecordID?) -> Bool { id == nil || id == referral.id }
        let enquiries = journey.enquiries.filter { mine($0.referral) }
        if enquiries.contains(where: { $0.endedOn == nil }) { left.append("A section 47 enquiry is not ended") }
        let awaits = enquiries.contains { enquiry in
            enquiry.body.conferenceRequired == true
                && !journey.conferences.contains { $0.heldOn.map { $0 >= enquiry.startedOn } ?? false }
        }
        if awaits { left.append("A conference that is needed has not been held") }
        if journey.conferences.contains(where: { mine($0.referral) && $0.heldOn == nil }) {
            left.append("A planned conference has not been held")
        }
        if journey.assessments.contains(where: { mine($0.referral) && $0.authorisedOn == nil }) {
            left.append("An assessment is not authorised")
        }
        if journey.casework.emergencyPowers.contains(where: { $0.body.decidedOn == nil }) {
            left.append("Nobody has decided where the child will be when police protection or an emergency order ends")
        }
        if journey.casework.escalations.contains(where: { $0.body.isAgreedConference && !isHeld($0, journey) }) {
            left.append("A conference that was asked for and agreed has not been held")
        }
        for alleged in journey.whenHarmWasAlleged where alleged.on >= referral.receivedOn {
            let day = alleged.on.shortWords
            // While the child is unborn, whoever was seen is the expectant mother.
            let isSeen =
                journey.firstSeen(since: alleged) != nil
                || journey.isUnborn(on: alleged.on)
                    && journey.visits.contains {
                        $0.body.motherSeen == true && $0.happened.isSurelyNotBefore(alleged)
                    }
            if !isSeen { left.append("Harm was alleged \(day), and the child is not known to have been seen since") }
            if !journey.isThresholdDecided(from: alleged) {
                left.append("Harm was alleged \(day), and nobody has decided whether it may be significant")
            }
        }
        return left
    }
}
