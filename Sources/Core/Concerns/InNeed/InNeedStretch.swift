import ChildJourney
import WorkingDays

/// A stretch of days on which a child is in need and neither on a protection plan nor in care.
package struct InNeedStretch: Sendable {
    package let referral: Recorded<Referral>
    package let from: Day
    /// The first day it no longer runs, and why.
    package let until: Stop?
}

extension Journey {
    /// The stretches in need of one accepted referral, in order.
    package func stretchesInNeed(of referral: Recorded<Referral>) -> [InNeedStretch] {
        let end = stop(from: referral.receivedOn, episode: referral)
        if protectionPlans.isEmpty, careEpisodes.isEmpty {
            return [InNeedStretch(referral: referral, from: referral.receivedOn, until: end)]
        }
        var held = protectionPlans.map { ($0.startedOn, $0.endedOn) } + careEpisodes.map { ($0.beganOn, $0.ceasedOn) }
        held.sort { $0.0 < $1.0 }
        var found: [InNeedStretch] = []
        var from: Day? = referral.receivedOn
        for (start, ended) in held {
            guard let open = from else { break }
            if let end, start >= end.on { break }
            if let ended, ended <= open { continue }
            if start > open {
                found.append(
                    InNeedStretch(referral: referral, from: open, until: Stop(on: start, because: .noLongerApplies)))
            }
            from = ended.map { max($0, open) }
        }
        if let open = from, end.map({ open < $0.on }) ?? true {
            found.append(InNeedStretch(referral: referral, from: open, until: end))
        }
        return found
    }
}
