import ChildJourney
import Duties
import WorkingDays

/// `conference-late`: an enquiry needs an initial child protection conference and it has not been held.
package struct ConferenceLate: ConcernRule {
    package static let code: ConcernCode = "conference-late"
    package static let kind = ConcernKind.late
    package static let level = 1
    package static let limbs = [Limb("", needs: [.enquiries, .conferences])]
    package static let limits: [LimitID] = ["s47_to_icpc_15wd"]
    package static let words = RuleWords(
        title: "Initial conference not held in time",
        rule: """
            An initial child protection conference is held within 15 working days of the strategy discussion that began \
            the enquiry, unless it is decided that none is required.
            """,
        clears: "the conference is held, or it is decided with a reason that none is required",
        whoCanAct: "The conference service and the manager responsible for the enquiry")

    private let limit: DatedLimit

    package init(_ setting: Setting) {
        limit = setting.limits.dated("s47_to_icpc_15wd")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for enquiry in journey.enquiries {
            let held = enquiry.requiresConference == false ? nil : journey.conferenceHeld(for: enquiry)
            guard enquiry.requiresConference == true || held != nil else { continue }
            guard let allowance = limit.inForce(on: enquiry.startedOn) else { continue }
            findings.duty(
                Self.self, about: enquiry.about(on: enquiry.startedOn), from: enquiry.startedOn, within: allowance,
                standard: "s47_to_icpc_15wd",
                met: held.flatMap { held in
                    held.heldOn.map { Met(on: $0, by: held.evidence("conference held", on: $0)) }
                },
                stop: journey.stop(
                    from: enquiry.startedOn, episode: journey.episode(enquiry.referral, on: enquiry.startedOn)),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Section 47 enquiry began \(concern.about.on.words) and is not marked as needing no conference. None had been held by \(concern.due?.words ?? "the day it was due")."
    }
}
