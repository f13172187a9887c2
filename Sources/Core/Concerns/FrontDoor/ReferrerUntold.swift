import ChildJourney
import Duties
import WorkingDays

/// `referrer-untold`: whoever told the council was not told what was decided.
package struct ReferrerUntold: ConcernRule {
    package static let code: ConcernCode = "referrer-untold"
    package static let kind = ConcernKind.unshared
    package static let level = 3
    package static let limbs = [
        Limb("", needs: [.contacts, .contactDecisions, .referralDecisions, .referrersTold])
    ]
    package static let limits: [LimitID] = ["referrer_told_local"]
    package static let words = RuleWords(
        title: "Referrer not told the outcome",
        rule: "Whoever made a contact or a referral is told within 3 working days what was decided.",
        clears: "they are told", whoCanAct: "The front door")

    /// The national source code of those who give no name: nobody can tell them anything.
    private static let anonymous = "9"

    private let allowance: Allowance
    private let telling: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("referrer_told_local")
        telling = setting.cover.extents[.referrersTold]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        let told = journey.hasCasework ? journey.casework.referrersTold : []
        for contact in journey.contacts where contact.source != Self.anonymous {
            // What a contact became is told once it is decided, as a referral.
            guard let decided = contact.body.decidedOn, journey.referralMade(of: contact) == nil else { continue }
            var met = contact.body.referrerToldOn.map { Met(on: $0, by: contact.evidence("told", on: $0)) }
            if met == nil { met = Self.telling(of: [contact.id], from: decided, told) }
            find(journey, contact.about(on: contact.receivedOn), decided, met, &findings) {
                contact.evidence("decided", on: decided)
            }
        }
        for referral in journey.referrals where referral.body.source != Self.anonymous {
            guard let decided = referral.decidedOn else { continue }
            let contacts = journey.contacts.filter { journey.referralMade(of: $0)?.id == referral.id }.map(\.id)
            find(
                journey, referral.about(on: referral.receivedOn), decided,
                Self.telling(of: [referral.id] + contacts, from: decided, told), &findings
            ) { referral.evidence("decided", on: decided) }
        }
    }

    private static func telling(of ids: [RecordID], from day: Day, _ told: [Recorded<ReferrerTold>]) -> Met? {
        told.first { ids.contains($0.body.of) && $0.body.on >= day }.map {
            Met(on: $0.body.on, by: $0.evidence("told", on: $0.body.on))
        }
    }

    private func find(
        _ journey: Journey, _ about: About, _ decided: Day, _ met: Met?, _ findings: inout Findings,
        evidence: () -> Evidence
    ) {
        if met == nil, !(telling?.reaches(decided) ?? false) {
            return findings.notCheckable(Self.self, "", because: "the decision is older than the record kept here")
        }
        // It is owed to whoever asked, not to the child, so that closing does not end it.
        findings.duty(
            Self.self, about: about, from: decided, within: allowance, standard: "referrer_told_local", met: met,
            stop: journey.stop(from: decided), evidence: [evidence()])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "It was decided \(concern.clockStart.words), and nobody recorded that whoever referred was told."
    }
}
