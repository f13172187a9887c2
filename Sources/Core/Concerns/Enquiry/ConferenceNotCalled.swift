import ChildJourney
import Duties
import WorkingDays

/// `conference-not-called`: an enquiry found continuing risk and nobody has called a conference.
package struct ConferenceNotCalled: ConcernRule {
    package static let code: ConcernCode = "conference-not-called"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [
        Limb("continuing-risk", needs: [.enquiries, .enquiryFindings, .conferences]),
        Limb("requested", needs: [.conferences, .escalations]),
        Limb("agreed", needs: [.conferences, .escalations]),
    ]
    package static let limits: [LimitID] = ["conference_asked_local", "conference_agreed_held_local"]
    package static let words = RuleWords(
        title: "No conference called",
        rule:
            "When an enquiry ends with concerns substantiated and the child at continuing risk, a conference is called. A partner's request that their senior backs is agreed within 2 working days, and what was agreed is held within 15 working days more.",
        clears: "a conference is held, or a service manager who did not sign the enquiry changes its outcome",
        whoCanAct: "The manager responsible for the enquiry")

    private let allowance: Allowance
    private let untilHeld: Allowance
    private let asksEnquiries: Bool
    private let asksRequests: Bool

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("conference_asked_local")
        untilHeld = setting.limits.allowance("conference_agreed_held_local")
        asksEnquiries = setting.cover.tells(Self.limbs[0].needs)
        asksRequests = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for enquiry in asksEnquiries ? journey.enquiries : [] where enquiry.outcome == .conference {
            if journey.conferenceCalled(for: enquiry, by: enquiry.endedOn) { continue }
            guard let ended = enquiry.endedOn else {
                findings.notCheckable(
                    Self.self, "continuing-risk", because: "the day an enquiry ended is not recorded")
                continue
            }
            findings.condition(
                Self.self, limb: "continuing-risk", about: enquiry.about(on: enquiry.startedOn), from: ended,
                met: journey.conferenceHeld(for: enquiry).flatMap { held in
                    held.heldOn.map { Met(on: $0, by: held.evidence("held", on: $0)) }
                },
                stop: journey.stop(from: ended, episode: journey.episode(enquiry.referral, on: enquiry.startedOn)),
                evidence: [enquiry.evidence("ended, conference needed", on: ended)])
        }
        if asksRequests, journey.hasCasework { requested(journey, &findings) }
    }

    private func requested(_ journey: Journey, _ findings: inout Findings) {
        for raised in journey.casework.escalations
        where raised.body.isBackedRequest {
            let on = raised.body.on
            let held = journey.conferences.first { $0.heldOn.map { $0 >= on } ?? false }
            let met = held.flatMap { held in held.heldOn.map { Met(on: $0, by: held.evidence("held", on: $0)) } }
            // Agreed in time, what was agreed is still to be held; agreed late, it is cleared by what was asked for.
            if raised.body.isAgreed == true, let answered = raised.body.answeredOn, answered >= on,
                let due = findings.calendar.due(allowance, after: on),
                raised.settled(on: answered, raised.evidence("agreed", on: answered)).on <= due
            {
                // Held between the request and the answer, it is held.
                if let met, met.on < answered { continue }
                findings.duty(
                    Self.self, limb: "agreed", about: raised.about(on: on), from: answered, within: untilHeld,
                    standard: "conference_agreed_held_local", met: met,
                    stop: journey.stop(from: on, episode: journey.episode(nil, on: on)),
                    evidence: [raised.evidence("agreed", on: answered)])
                continue
            }
            findings.duty(
                Self.self, limb: "requested", about: raised.about(on: on), from: on, within: allowance,
                standard: "conference_asked_local", met: met,
                stop: journey.stop(from: on, episode: journey.episode(nil, on: on)),
                evidence: [raised.evidence("asked for", on: on)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == "requested" {
            return
                "A partner whose senior backs it asked for a conference \(concern.clockStart.words), and nobody agreed in time."
        }
        if concern.limb == "agreed" {
            return
                "A conference that a partner asked for was agreed \(concern.clockStart.words), and it has not been held."
        }
        return
            "The enquiry that began \(concern.about.on.words) ended \(concern.onset.words) with a conference needed. None was called by then."
    }
}
