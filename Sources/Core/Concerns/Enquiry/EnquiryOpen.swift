import ChildJourney
import Duties
import WorkingDays

/// `enquiry-open`: a section 47 enquiry has run its time and nobody has said how it ended or what it leads to.
package struct EnquiryOpen: ConcernRule {
    package static let code: ConcernCode = "enquiry-open"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.enquiries, .enquiryOutcomes])]
    package static let limits: [LimitID] = ["s47_outcome_local"]
    package static let words = RuleWords(
        title: "Enquiry without an outcome",
        rule:
            "A section 47 enquiry has an outcome, or a decision on whether a conference is needed, within 15 working days.",
        clears: "the outcome is recorded", whoCanAct: "The manager responsible for the enquiry")

    private let allowance: Allowance

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("s47_outcome_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        // One that calls for a conference is conference-late's, and never both.
        for enquiry in journey.enquiries where enquiry.requiresConference != true {
            let isAnswered = enquiry.outcome != nil || enquiry.requiresConference == false
            if isAnswered, enquiry.endedOn == nil { continue }
            if enquiry.requiresConference == nil, journey.conferenceHeld(for: enquiry) != nil { continue }
            let ended = isAnswered ? enquiry.endedOn : nil
            let episode = journey.episode(enquiry.referral, on: enquiry.startedOn)
            findings.duty(
                Self.self, about: enquiry.about(on: enquiry.startedOn), from: enquiry.startedOn, within: allowance,
                standard: "s47_outcome_local",
                met: ended.map {
                    Met(on: max($0, enquiry.startedOn), by: enquiry.evidence("ended", on: $0))
                },
                stop: journey.stop(from: enquiry.startedOn, episode: episode),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Section 47 enquiry began \(concern.clockStart.words). Neither its outcome nor whether a conference is needed is recorded."
    }
}
