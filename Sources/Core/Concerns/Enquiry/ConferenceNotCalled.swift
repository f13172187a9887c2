import ChildJourney
import Duties
import WorkingDays

/// `conference-not-called`: an enquiry found continuing risk and nobody has called a conference.
package struct ConferenceNotCalled: ConcernRule {
    package static let code: ConcernCode = "conference-not-called"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("continuing-risk", needs: [.enquiries, .enquiryFindings, .conferences])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "No conference called",
        rule:
            "When an enquiry ends with concerns substantiated and the child at continuing risk, a conference is called.",
        clears: "a conference is held, or a service manager who did not sign the enquiry changes its outcome",
        whoCanAct: "The manager responsible for the enquiry")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for enquiry in journey.enquiries where enquiry.outcome == .conference {
            if journey.conferenceCalled(for: enquiry) { continue }
            guard let ended = enquiry.endedOn else {
                findings.notCheckable(
                    Self.self, "continuing-risk", because: "the day an enquiry ended is not recorded")
                continue
            }
            findings.condition(
                Self.self, limb: "continuing-risk", about: enquiry.about(on: enquiry.startedOn), from: ended, met: nil,
                stop: journey.stop(from: ended, episode: journey.episode(enquiry.referral, on: enquiry.startedOn)),
                evidence: [enquiry.evidence("ended, conference needed", on: ended)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The enquiry that began \(concern.about.on.words) ended \(concern.onset.words) with a conference needed. None is recorded, held or planned."
    }
}
