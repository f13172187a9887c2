import AccessRules
import ChildJourney
import WorkingDays

/// Police, health, social care and others decide together whether to enquire. Source: Working Together to Safeguard
/// Children, the flow chart of immediate protection and the section on strategy discussions.
package enum HoldStrategyDiscussion: Step {
    package static let name = "strategy-discussion"
    package static let words = StepWords(
        "Record a strategy discussion", done: "Strategy discussion recorded",
        lede: "Deciding on an enquiry begins the section 47 enquiry on the same day: it is not typed twice.")
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openReferrals.map { referral in
            let isHeld = journey.strategyDiscussions.contains { $0.heldOn >= referral.receivedOn }
            return referral.opening(
                "referral", of: referral.receivedOn, isNext: referral.harmAlleged == true && !isHeld)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it held?", called: "the day it was held", scene.today),
            .time("At what time?", called: "the time it was held"),
            StepField(
                "means", "How?", called: "how it was held",
                .choice(MeetingMeans.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            .agencies("invited", "Who was asked to it?", called: "who was asked"),
            .agencies("present", "Who took part?", called: "who took part"),
            StepField("shared", "What was shared?", called: "what was shared", .longText),
            StepField(
                "decision", "What was decided?", called: "what was decided",
                .choice(StrategyDecision.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("safety", "How is the child safe tonight?", called: "how the child is safe tonight", .longText),
            StepField("actions", "Who does what, by when?", called: "who does what", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let referral = scene.journey.referral(scene.opening.record)
        guard let on = answers.pastDay(from: referral?.receivedOn, today: scene.today),
            let decision: StrategyDecision = answers.choice("decision")
        else { return [] }
        let present: [Agency] = answers.several("present")
        if present.isEmpty { answers.note("present", "Choose who took part") }
        var body = StrategyDiscussion(heldOn: on, referral: referral?.id)
        body.heldAt = answers.moment(on: on, now: scene.now)
        body.means = answers.choice("means")
        body.invited = answers.several("invited")
        body.present = present
        body.shared = answers.text("shared")
        body.decision = decision
        body.immediateSafety = answers.text("safety")
        body.actions = answers.text("actions")
        if body.actions != nil { body.writtenOn = scene.today }
        var records = [StepRecord(body, id: scene.id)]
        let isRunning = scene.journey.enquiries.contains { $0.endedOn == nil && $0.referral == referral?.id }
        if decision.beginsEnquiry, !isRunning {
            var enquiry = Section47Enquiry(
                referral: referral?.id, startedOn: on, worker: scene.me)
            enquiry.startedAt = body.heldAt
            enquiry.joint = decision == .jointEnquiry
            records.append(StepRecord(enquiry, id: scene.also("enquiry")))
        }
        return records
    }
}
