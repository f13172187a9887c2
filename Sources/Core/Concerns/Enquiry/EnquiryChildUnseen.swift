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
    package static let limits: [LimitID] = ["enquiry_seen_hours_local"]
    package static let words = RuleWords(
        title: "Child not seen in an enquiry",
        rule: "A child is seen within 24 hours of the beginning of a section 47 enquiry, nights and weekends included.",
        clears: "the child is seen on a visit", whoCanAct: "The social worker who enquires")

    private let allowance: Allowance
    private let visits: Cover.Extent?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("enquiry_seen_hours_local")
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
                mother.once(
                    Self.self, about: enquiry.about(on: enquiry.startedOn),
                    from: Happened(on: enquiry.startedOn, at: enquiry.body.startedAt), withinHours: allowance,
                    standard: "enquiry_seen_hours_local",
                    evidence: enquiry.evidence("began", on: enquiry.startedOn), of: journey,
                    stop: journey.stop(
                        from: enquiry.startedOn, episode: journey.episode(enquiry.referral, on: enquiry.startedOn)),
                    into: &findings)
                continue
            }
            guard isTold else { continue }
            let referral = journey.episode(enquiry.referral, on: enquiry.startedOn)
            let since = journey.occasionBegan(of: enquiry, referral)
            let begun = Happened(on: enquiry.startedOn, at: enquiry.body.startedAt)
            var met = journey.firstSeen(since: since).map { visit in
                // One after the allegation and before the enquiry answers it from its beginning on.
                let isBefore = visit.happened.isSurelyBefore(begun)
                return Met(
                    on: max(visit.on, begun.on), at: isBefore ? begun.at : visit.happened.at,
                    by: visit.evidence("seen", on: visit.on))
            }
            if met == nil, enquiry.body.childSeen == true, let ended = enquiry.endedOn {
                met = Met(on: ended, by: enquiry.evidence("seen by its end", on: ended))
            }
            if met == nil, !(visits?.reaches(since.on) ?? false) {
                findings.notCheckable(
                    Self.self, "unseen", because: "visits as old as the enquiry are not in the source")
                continue
            }
            findings.duty(
                Self.self, limb: "unseen", about: enquiry.about(on: enquiry.startedOn), from: begun,
                withinHours: allowance, standard: "enquiry_seen_hours_local", met: met,
                stop: journey.stop(from: enquiry.startedOn, episode: referral),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        ExpectantMother.why(concern)
            ?? "A section 47 enquiry began \(concern.clockWords), and no visit on which the child was seen is known to be since."
    }
}
