import ChildJourney
import Duties
import WorkingDays

/// `unsafe-now-open`: somebody holds the child to be unsafe, and the child has not been seen and decided about since.
package struct UnsafeNowOpen: ConcernRule {
    package static let code: ConcernCode = "unsafe-now-open"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [Limb("", needs: [.flags])]
    /// A flag is of our own record, beside whatever source: it counts wherever it is seen.
    package static let runsOnWhatIsSeen = true
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Child flagged unsafe now",
        rule: """
            From the minute somebody flags a child as unsafe the child is to be seen, and a manager who does not hold the child \
            decides: within 4 hours, or by the end of that day, whichever is sooner.
            """,
        clears: "the child has been seen since, a manager has decided, and whoever flagged agrees",
        whoCanAct: "The team manager, or the director")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for flag in journey.casework.unsafeFlags where !flag.body.isCannotTell {
            let on = flag.body.at.londonDay
            findings.condition(
                Self.self, about: flag.about(on: on), from: on, met: flag.answered(journey, needsAgreement: true),
                stop: journey.stopOfFlag(from: on), evidence: [flag.evidence("flagged", on: on)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Flagged as unsafe \(concern.onset.words); it is not recorded that the child was seen since, decided about, and agreed."
    }
}

extension Journey {
    /// NB: only a death stops a flag. Whoever is flagged may be 18 already, or adopted; and closing makes nobody safe.
    func stopOfFlag(from on: Day) -> Stop? {
        person?.diedOn.map { died in
            let isContradicted = died < on || visits.contains { $0.seen == true && $0.on > died }
            return Stop(
                on: died, because: .died, doubt: isContradicted ? "a record is dated after the child had died" : nil)
        }
    }
}

extension Recorded where Body == UnsafeFlag {
    /// When the child was known to have been seen after the flag: on a visit, or as the answer to it says.
    package func seenAt(_ journey: Journey) -> Happened? {
        let since = Happened(on: body.at.londonDay, at: body.at)
        let visit = journey.firstSeen(since: since)?.happened
        guard let seen = body.seenAt.map({ Happened(on: $0.londonDay, at: $0) }) else { return visit }
        guard let visit else { return seen }
        return visit.isSurelyNotBefore(seen) ? seen : visit
    }

    /// The day on which nothing of an answer was missing any more.
    func answered(_ journey: Journey, needsAgreement: Bool) -> Met? {
        guard let decided = body.decidedAt, let seen = seenAt(journey) else { return nil }
        var days = [decided.londonDay, seen.on]
        if needsAgreement {
            guard body.isAgreed == true, let agreed = body.agreedAt else { return nil }
            days.append(agreed.londonDay)
        }
        guard let last = days.max() else { return nil }
        return Met(on: last, by: evidence("answered", on: last))
    }
}
