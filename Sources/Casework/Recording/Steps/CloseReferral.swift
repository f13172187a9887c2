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
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let referral = scene.journey.referral(scene.opening.record) else { return [] }
        // NB: closing stops every clock that hangs on the referral, so nothing may be left for them to find.
        if !["RC1", "RC2", "RC5"].contains(answers.text("reason")) {
            for words in leftOpen(scene.journey, referral, on: scene.today) { answers.note("reason", words) }
        }
        var body = referral.body
        body.closedOn = scene.today
        body.closureReason = answers.text("reason")
        body.closureWhy = answers.text("why")
        body.closedBy = scene.person.user.text
        let held = scene.journey.allocations.filter { $0.until == nil }.map { allocation -> StepRecord in
            var body = allocation.body
            body.until = scene.today
            return StepRecord(body, id: allocation.id, corrects: allocation.place)
        }
        let closed = StepRecord(body, id: referral.id, corrects: referral.place)
        // Whoever holds the child goes on while anything else is open.
        return scene.journey.openReferrals.count > 1 ? [closed] : [closed] + held
    }

    /// What would be lost sight of; a child who died, was adopted or is another council's now has nobody here to do it.
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
        for day in journey.daysHarmWasAlleged where day >= referral.receivedOn {
            let isSeen =
                journey.visits.contains { $0.seen == true && $0.on >= day }
                || enquiries.contains { $0.body.childSeen == true && ($0.endedOn ?? day - 1) >= day }
            if !isSeen { left.append("Harm was alleged \(day.shortWords), and the child has not been seen since") }
            if !journey.isThresholdDecided(from: day) {
                left.append("Harm was alleged \(day.shortWords), and nobody has decided whether it may be significant")
            }
        }
        return left
    }
}
