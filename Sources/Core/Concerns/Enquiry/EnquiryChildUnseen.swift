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
        Limb(NeverAlone.limb, needs: [.enquiries, .inNeedVisits, .protectionVisitAlone, .minutes, .birthDates]),
        Limb("by-social-worker", needs: [.enquiries, .visitors]),
    ]
    package static let isNeverClosedOver = true
    package static let limits: [LimitID] = ["enquiry_seen_hours_local", "enquiry_occasion_local"]
    package static let words = RuleWords(
        title: "Child not seen in an enquiry",
        rule: """
            A child is seen within 24 hours of the beginning of a section 47 enquiry, nights and weekends included, and \
            from the age of 4 alone before it ends, or it is written why not.
            """,
        clears: "the child is seen on a visit, alone where that is what was missing",
        whoCanAct: "The social worker who enquires")

    private let allowance: Allowance
    private let visits: Cover.Extent?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool
    private let tellsAlone: Bool
    private let window: Occasion

    package init(_ setting: Setting) {
        window = Occasion(setting)
        tellsAlone = setting.cover.tells(Self.limbs[2].needs)
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
            let referral = journey.episode(enquiry.referral, on: enquiry.startedOn)
            let since = window.began(of: enquiry, referral, in: journey)
            if tellsAlone { NeverAlone.find(enquiry, since: since, referral, journey, into: &findings) }
            guard isTold else { continue }
            var begun = Happened(on: enquiry.startedOn, at: enquiry.body.startedAt)
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
                begun = begun.latestStart(visits)
            }
            findings.duty(
                Self.self, limb: "unseen", about: enquiry.about(on: enquiry.startedOn), from: begun,
                withinHours: allowance, standard: "enquiry_seen_hours_local", met: met,
                stop: journey.stop(from: enquiry.startedOn, episode: referral),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        ExpectantMother.why(concern) ?? NeverAlone.why(concern)
            ?? "A section 47 enquiry began \(concern.clockWords), and no visit on which the child was seen is known to be since."
    }
}

/// A section 47 enquiry ended and the child was never seen alone in it, nor is it written why not.
enum NeverAlone {
    static let limb = "never-alone"
    private static let askedFromAge = 4

    static func find(
        _ enquiry: Recorded<Section47Enquiry>, since: Happened, _ referral: Recorded<Referral>?, _ journey: Journey,
        into findings: inout Findings
    ) {
        guard let ended = enquiry.endedOn, enquiry.body.childSeenAlone != true,
            enquiry.body.whyNotAlone.map(\.isEmpty) ?? true
        else { return }
        guard let born = journey.person?.bornOn else {
            return findings.notCheckable(
                EnquiryChildUnseen.self, limb, because: "the child's birth date is not recorded")
        }
        if ended < born.birthday(askedFromAge) { return }
        let alone = journey.visits.filter { $0.seen == true && $0.seenAlone == true && $0.on >= since.on }
        if alone.contains(where: { $0.on <= ended }) { return }
        guard enquiry.body.childSeenAlone == false else {
            return findings.notCheckable(
                EnquiryChildUnseen.self, limb, because: "an enquiry does not say whether the child was seen alone")
        }
        findings.condition(
            EnquiryChildUnseen.self, limb: limb, about: enquiry.about(on: enquiry.startedOn), from: ended,
            met: alone.first.map { Met(on: $0.on, by: $0.evidence("seen alone", on: $0.on)) },
            stop: journey.stop(from: ended, episode: referral),
            evidence: [enquiry.evidence("ended, child not seen alone", on: ended)])
    }

    static func why(_ concern: Concern) -> String? {
        guard concern.limb == limb else { return nil }
        return
            "The enquiry that began \(concern.about.on.words) ended \(concern.onset.words). The child was not seen alone in it, and it is not written why."
    }
}
