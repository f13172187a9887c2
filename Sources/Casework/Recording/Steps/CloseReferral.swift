import AccessRules
import ChildJourney
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
}
