import ChildJourney
import Duties
import WorkingDays

/// `cannot-tell-open`: a reader could not tell from the record whether the child is safe, and nobody has said since.
package struct CannotTellOpen: ConcernRule {
    package static let code: ConcernCode = "cannot-tell-open"
    package static let kind = ConcernKind.unrecorded
    package static let level = 1
    package static let limbs = [Limb("", needs: [.flags])]
    /// A flag is of our own record, beside whatever source: it counts wherever it is seen.
    package static let runsOnWhatIsSeen = true
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Safety question the record cannot answer",
        rule: """
            Where a reader answers "cannot tell from the record" to a question about safety, what was done is established and \
            written, or the child is seen: within 4 hours, or by the end of that day.
            """,
        clears: "what was done is established and written, or the child has been seen since",
        whoCanAct: "The team manager")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for flag in journey.casework.unsafeFlags where flag.body.isCannotTell {
            let on = flag.body.at.londonDay
            findings.condition(
                Self.self, about: flag.about(on: on), from: on, met: met(flag, journey),
                stop: journey.stopOfFlag(from: on), evidence: [flag.evidence("could not be told", on: on)])
        }
    }

    private func met(_ flag: Recorded<UnsafeFlag>, _ journey: Journey) -> Met? {
        let written = flag.body.established == nil ? nil : flag.body.decidedAt?.londonDay
        guard let first = [written, flag.seenAt(journey)?.on].compactMap({ $0 }).min() else { return nil }
        return Met(on: first, by: flag.evidence("answered", on: first))
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A reader could not tell \(concern.onset.words) whether the child is safe, and nothing written since says so."
    }
}
