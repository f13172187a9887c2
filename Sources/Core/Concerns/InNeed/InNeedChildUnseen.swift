import ChildJourney
import Duties
import WorkingDays

/// `in-need-child-unseen`: a child in need has not been seen for too long.
package struct InNeedChildUnseen: ConcernRule {
    package static let code: ConcernCode = "in-need-child-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 2
    package static let limbs = [
        Limb("", needs: [.referrals, .inNeedVisits, .inNeedVisitSeen, .protectionPlans, .careEpisodes]),
        Limb(
            ExpectantMother.limb, needs: [.referrals, .protectionPlans, .careEpisodes, .expectantMotherSeen]),
    ]
    package static let limits: [LimitID] = ["cin_visit_local"]
    package static let words = RuleWords(
        title: "Child in need not seen",
        rule:
            "A child in need, not in care and not on a protection plan, is seen at least every 20 working days on a visit of any purpose.",
        clears: "the child is seen on a visit", whoCanAct: "The child's lead worker")

    private let allowance: Allowance
    private let lastDay: Day?
    private let visitsBegin: Day?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool

    package init(_ setting: Setting) {
        visitsBegin = setting.cover.begins([.inNeedVisits, .inNeedVisitSeen])
        mother = ExpectantMother(setting, needs: Self.limbs[1].needs)
        isTold = setting.cover.tells(Self.limbs[0].needs)
        lastDay = setting.cover.until
        allowance = setting.limits.allowance("cin_visit_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals where referral.isAccepted {
            for stretch in journey.stretchesInNeed(of: referral) {
                find(in: stretch, journey, into: &findings)
            }
        }
    }

    private func find(in stretch: InNeedStretch, _ journey: Journey, into findings: inout Findings) {
        let referral = stretch.referral
        mother.gaps(
            Self.self, about: referral.about(on: referral.receivedOn), from: stretch.from, within: allowance,
            standard: "cin_visit_local", evidence: referral.evidence("in need since", on: stretch.from), of: journey,
            stop: stretch.until, into: &findings)
        guard isTold else { return }
        if let doubt = journey.birthDoubt(until: stretch.until, lastDay: lastDay) {
            return findings.notCheckable(Self.self, "", because: doubt)
        }
        if journey.isUnborn(on: stretch.from), journey.person?.bornOn == nil { return }
        var clockStart = max(stretch.from, journey.person?.bornOn ?? stretch.from)
        if let visitsBegin, visitsBegin > clockStart {
            findings.notCheckable(Self.self, "", because: "visits before \(visitsBegin.words) are not in the source")
            clockStart = visitsBegin
        }
        var last: Recorded<Visit>?
        var failedRunning = 0
        var secondFailure: Day?
        for visit in journey.visits where visit.on >= clockStart {
            if let until = stretch.until, visit.on > until.on { break }
            if visit.seen == true {
                gap(stretch, from: clockStart, after: last, until: visit, secondFailure, journey, into: &findings)
                clockStart = visit.on
                last = visit
                (failedRunning, secondFailure) = (0, nil)
            } else if visit.seen == false {
                failedRunning += 1
                if failedRunning == 2 { secondFailure = visit.on }
            }
        }
        gap(stretch, from: clockStart, after: last, until: nil, secondFailure, journey, into: &findings)
    }

    private func gap(
        _ stretch: InNeedStretch, from clockStart: Day, after last: Recorded<Visit>?, until next: Recorded<Visit>?,
        _ secondFailure: Day?, _ journey: Journey, into findings: inout Findings
    ) {
        let referral = stretch.referral
        findings.duty(
            Self.self, limb: last == nil ? "never" : "since", about: referral.about(on: referral.receivedOn),
            from: clockStart, within: allowance, standard: "cin_visit_local",
            met: next.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) }, stop: stretch.until,
            raisedFrom: secondFailure,
            evidence: [
                referral.evidence("in need since", on: stretch.from), last.map { $0.evidence("last seen", on: $0.on) },
            ].compactMap { $0 })
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if let words = ExpectantMother.why(concern) { return words }
        return concern.limb == "never"
            ? "In need since \(concern.clockStart.words), and no visit on which the child was seen is recorded since."
            : "Last seen on a visit \(concern.clockStart.words). The next was due by \(concern.due?.words ?? "a day not known")."
    }
}
