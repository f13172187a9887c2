import ChildJourney
import WorkingDays

/// A span of days on which something makes a child open: an accepted referral; or, where no referral is on record for
/// those days, a protection plan or care.
package struct OpenSpan: Sendable {
    package let about: About
    package let from: Day
    /// The first day it no longer runs, and why.
    package let until: Stop?
    package let evidence: Evidence

    /// Whether `referral-unowned` answers for the time before anybody held the child.
    package var isReferral: Bool { about.kind == .referral }
}

extension Journey {
    /// Referrals first, each whole, then the days of plans that no referral covers, then those of care.
    package var openSpans: [OpenSpan] {
        var spans: [OpenSpan] = []
        for referral in referrals where referral.isAccepted {
            spans.append(
                OpenSpan(
                    about: referral.about(on: referral.receivedOn), from: referral.receivedOn,
                    until: stop(from: referral.receivedOn, episode: referral),
                    evidence: referral.evidence("received", on: referral.receivedOn)))
        }
        for plan in protectionPlans {
            let span = OpenSpan(
                about: plan.about(on: plan.startedOn), from: plan.startedOn, until: stop(plan: plan),
                evidence: plan.evidence("plan began", on: plan.startedOn))
            spans += span.parts(outside: spans)
        }
        for care in careEpisodes {
            let span = OpenSpan(
                about: care.about(on: care.beganOn), from: care.beganOn,
                until: stop(from: care.beganOn, ends: care.ceasedOn, as: .noLongerApplies),
                evidence: care.evidence("care began", on: care.beganOn))
            spans += span.parts(outside: spans)
        }
        return spans
    }
}

extension OpenSpan {
    /// What is left of this span on the days none of the others runs.
    fileprivate func parts(outside others: [OpenSpan]) -> [OpenSpan] {
        var parts: [OpenSpan] = []
        var open: Day? = from
        for other in others.sorted(by: { $0.from < $1.from }) {
            guard let start = open else { break }
            if let until, other.from >= until.on { break }
            if let over = other.until, over.on <= start { continue }
            if other.from > start {
                parts.append(part(from: start, until: Stop(on: other.from, because: .noLongerApplies)))
            }
            open = other.until?.on
        }
        if let open, until.map({ open < $0.on }) ?? true { parts.append(part(from: open, until: until)) }
        return parts
    }

    private func part(from day: Day, until stop: Stop?) -> OpenSpan {
        OpenSpan(about: about, from: day, until: stop, evidence: evidence)
    }
}
