import ChildJourney
import Duties
import WorkingDays

/// `referral-unowned`: a referral was accepted and nobody holds the child.
package struct ReferralUnowned: ConcernRule {
    package static let code: ConcernCode = "referral-unowned"
    package static let kind = ConcernKind.unowned
    package static let level = 1
    package static let limbs = [
        Limb("no-lead", needs: [.referrals, .allocations]),
        Limb(qualified, needs: [.referrals, .harmAlleged, .enquiries, .allocations, .workers, .qualifications]),
    ]
    package static let limits: [LimitID] = ["lead_allocated_local"]
    package static let words = RuleWords(
        title: "Nobody holds the child",
        rule: """
            An accepted referral has a lead worker by the end of the next working day; a registered social worker where \
            harm is alleged or a section 47 enquiry begins.
            """,
        clears: "a lead worker is allocated", whoCanAct: "The team manager")

    private static let qualified = "qualified"

    private let allowance: Allowance
    private let workers: [String: Worker]
    private let tellsQualifications: Bool

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("lead_allocated_local")
        workers = setting.workforce.workers
        tellsQualifications = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals where referral.isAccepted {
            if tellsQualifications { unqualified(referral, journey, into: &findings) }
            let lead = journey.allocations.first {
                $0.role == .lead && ($0.until.map { $0 >= referral.receivedOn } ?? true)
            }
            findings.duty(
                Self.self, limb: "no-lead", about: referral.about(on: referral.receivedOn), from: referral.receivedOn,
                within: allowance, standard: "lead_allocated_local",
                met: lead.map {
                    Met(on: max($0.from, referral.receivedOn), by: $0.evidence("allocated", on: $0.from))
                },
                stop: journey.stop(from: referral.receivedOn, episode: referral),
                evidence: [referral.evidence("received", on: referral.receivedOn)])
        }
    }

    /// A lead of whom no source says whether they are registered may be: then it is unknown. A plan and care are
    /// child-unowned's.
    private func unqualified(_ referral: Recorded<Referral>, _ journey: Journey, into findings: inout Findings) {
        let enquiry = journey.enquiries.first { journey.hangs($0.referral, from: $0.startedOn, on: referral.id) }
        let start = referral.harmAlleged == true ? referral.receivedOn : enquiry?.startedOn
        guard let start else { return }
        let leads = journey.allocations.filter {
            $0.role == .lead && $0.worker != nil && ($0.until.map { $0 >= start } ?? true)
        }
        let first = leads.first { workers[$0.worker ?? ""]?.isQualified == true }
        // Nobody at all is the other limb's.
        if leads.isEmpty { return }
        if first == nil, leads.contains(where: { workers[$0.worker ?? ""] == nil }) {
            return findings.notCheckable(
                Self.self, Self.qualified, because: "a lead is not among the workers the source lists")
        }
        findings.duty(
            Self.self, limb: Self.qualified, about: referral.about(on: referral.receivedOn), from: start,
            within: allowance, standard: "lead_allocated_local",
            met: first.map { Met(on: max($0.from, start), by: $0.evidence("allocated", on: $0.from)) },
            stop: journey.stop(from: start, episode: referral),
            evidence: [referral.evidence("received", on: referral.receivedOn)])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == qualified {
            return
                "Harm was alleged or an enquiry began \(concern.clockStart.words), and nobody of whom a registration as a social worker is recorded leads for the child."
        }
        return "Referral accepted \(concern.clockStart.words), and no lead worker is named."
    }
}
