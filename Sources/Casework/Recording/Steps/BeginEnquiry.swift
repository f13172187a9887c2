import AccessRules
import ChildJourney
import WorkingDays

/// A section 47 enquiry begins, where the strategy discussion that decided it was recorded without one.
package enum BeginEnquiry: Step {
    package static let name = "enquiry"
    package static let words = StepWords("Begin a section 47 enquiry", done: "Section 47 enquiry begun")
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openReferrals.filter { referral in
            // One left open on a referral that is closed stops nothing new.
            !journey.enquiries.contains { $0.endedOn == nil && $0.referral == referral.id }
        }.map { $0.opening("referral", of: $0.receivedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was the strategy discussion that began it?", called: "the day it began", scene.today),
            .time("At what time?", called: "the time it began"),
            StepField("joint", "Do the police enquire too?", called: "whether the police enquire too", .yesNo),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let referral = scene.journey.referral(scene.opening.record)
        guard let on = answers.pastDay(from: referral?.receivedOn, today: scene.today) else { return [] }
        var body = Section47Enquiry(referral: referral?.id, startedOn: on, worker: scene.me)
        body.startedAt = answers.moment(on: on, now: scene.now)
        body.joint = answers.yes("joint")
        return [StepRecord(body, id: scene.id)]
    }
}
