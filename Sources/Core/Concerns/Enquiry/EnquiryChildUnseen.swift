import ChildJourney
import Duties
import WorkingDays

/// `enquiry-child-unseen`: a section 47 enquiry runs and the child has not been seen.
package struct EnquiryChildUnseen: ConcernRule {
    package static let code: ConcernCode = "enquiry-child-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [
        Limb("unseen", needs: [.enquiries, .inNeedVisits, .inNeedVisitSeen, .minutes]),
        Limb(ExpectantMother.limb, needs: [.enquiries, .expectantMotherSeen]),
    ]
    package static let limits: [LimitID] = ["enquiry_seen_local"]
    package static let words = RuleWords(
        title: "Child not seen in an enquiry",
        rule: "A child is seen by the end of the day after a section 47 enquiry begins.",
        clears: "the child is seen on a visit", whoCanAct: "The social worker who enquires")

    private let allowance: Allowance
    private let visits: Cover.Extent?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("enquiry_seen_local")
        mother = ExpectantMother(setting, needs: Self.limbs[1].needs)
        isTold = setting.cover.tells(Self.limbs[0].needs)
        visits = setting.cover.extents[.inNeedVisitSeen]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for enquiry in journey.enquiries {
            if journey.isUnborn(on: enquiry.startedOn) {
                // A birth that nobody recorded must not pass for a child not born yet.
                if let expected = journey.person?.expectedOn, expected < enquiry.startedOn {
                    findings.notCheckable(Self.self, "unseen", because: "the birth that was expected is not recorded")
                }
                mother.gaps(
                    Self.self, about: enquiry.about(on: enquiry.startedOn), from: enquiry.startedOn,
                    within: allowance, standard: "enquiry_seen_local", again: false,
                    evidence: enquiry.evidence("began", on: enquiry.startedOn), of: journey,
                    stop: journey.stop(
                        from: enquiry.startedOn, episode: journey.episode(enquiry.referral, on: enquiry.startedOn)),
                    into: &findings)
                continue
            }
            guard isTold else { continue }
            let referral = journey.episode(enquiry.referral, on: enquiry.startedOn)
            let since = journey.occasionBegan(of: enquiry, referral)
            let visit = journey.visits.first { $0.seen == true && $0.on >= since }
            var met = visit.map { Met(on: max($0.on, enquiry.startedOn), by: $0.evidence("seen", on: $0.on)) }
            if met == nil, enquiry.body.childSeen == true, let ended = enquiry.endedOn {
                met = Met(on: ended, by: enquiry.evidence("seen by its end", on: ended))
            }
            if met == nil, !(visits?.reaches(since) ?? false) {
                findings.notCheckable(
                    Self.self, "unseen", because: "visits as old as the enquiry are not in the source")
                continue
            }
            findings.duty(
                Self.self, limb: "unseen", about: enquiry.about(on: enquiry.startedOn), from: enquiry.startedOn,
                within: allowance, standard: "enquiry_seen_local", met: met,
                stop: journey.stop(from: enquiry.startedOn, episode: referral),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        ExpectantMother.why(concern)
            ?? "A section 47 enquiry began \(concern.clockStart.words), and no visit on which the child was seen is recorded."
    }
}
