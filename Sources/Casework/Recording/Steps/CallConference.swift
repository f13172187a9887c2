import AccessRules
import ChildJourney
import WorkingDays

/// A child protection conference is planned for a day.
package enum CallConference: Step {
    package static let name = "conference"
    package static let words = StepWords("Plan a conference", done: "Conference planned")
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard let referral = journey.currentReferral,
            !journey.conferences.contains(where: { $0.heldOn == nil && $0.referral == referral.id })
        else { return [] }
        let called = journey.enquiries.last { $0.body.conferenceRequired == true }
        let isCalled = called.map { enquiry in
            !journey.conferences.contains { ($0.heldOn ?? $0.plannedOn ?? day) >= enquiry.startedOn }
        }
        return [referral.opening("referral", of: referral.receivedOn, isNext: isCalled ?? false)]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let isOnPlan = scene.journey.runningProtectionPlan != nil
        return [
            StepField(
                "kind", "What kind?", called: "what kind it is",
                .choice(ConferenceKind.allCases.map { StepChoice($0.rawValue, $0.words) }),
                initial: [(isOnPlan ? ConferenceKind.review : .initial).rawValue]),
            StepField(
                "on", "For which day?", called: "the day it is planned for", .day,
                hint: scene.journey.interpreterWords(on: scene.today)),
            StepField("chair", "Who chairs?", called: "who chairs", .text, required: false),
            .agencies("invited", "Who is invited?", called: "who is invited"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.day(), let kind: ConferenceKind = answers.choice("kind") else { return [] }
        let referral = scene.journey.referral(scene.opening.record)
        if let first = referral?.receivedOn, on < first {
            answers.note("on", "Enter a day from \(first.shortWords), when the referral came")
        }
        var body = Conference(
            kind: kind, referral: referral?.id,  // A routine review answers no enquiry.
            enquiry: kind == .review ? nil : scene.journey.enquiries.last { $0.referral == referral?.id }?.id,
            plan: scene.journey.runningProtectionPlan?.id, plannedOn: on)
        body.calledOn = scene.today
        body.chair = answers.text("chair")
        body.invited = answers.several("invited")
        return [StepRecord(body, id: scene.id)]
    }
}

extension ConferenceKind {
    package var words: String {
        switch self {
        case .initial: "Initial conference"
        case .review: "Review conference"
        case .transferIn: "Transfer-in conference"
        case .preBirth: "Pre-birth conference"
        }
    }
}

extension Recorded where Body == Conference {
    /// The day it is to be held, after every move; nil once it is held, and where no new day was set.
    package var standsOn: Day? {
        guard heldOn == nil else { return nil }
        guard let last = postponements?.last else { return plannedOn }
        return last.to
    }
}
