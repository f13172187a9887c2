import ChildJourney
import Duties
import WorkingDays

/// `missing-now`: a child is missing and is not recorded as having come back.
package struct MissingNow: ConcernRule {
    package static let code: ConcernCode = "missing-now"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [Limb("", needs: [.missingEpisodes])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Missing now",
        rule: "A child who is missing is a concern from the moment it is reported until they are back and seen.",
        clears: "the child's return is recorded", whoCanAct: "The social worker, the police and the duty manager")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for episode in journey.missingEpisodes where episode.kind != .away {
            findings.condition(
                Self.self, about: episode.about(on: episode.from), from: episode.from,
                met: episode.until.map { Met(on: $0, by: episode.evidence("returned", on: $0)) },
                stop: journey.stop(from: episode.from, episode: closing(journey, after: episode.from)),
                evidence: [episode.evidence("missing", on: episode.from)])
        }
    }

    /// The referral whose closing leaves nobody looking; nil where a plan or care goes on past it.
    private func closing(_ journey: Journey, after day: Day) -> Recorded<Referral>? {
        let referral = journey.episode(nil, on: day)
        guard let closed = referral?.closedOn else { return referral }
        let goesOn = journey.statuses(on: closed).contains { $0 == .inCare || $0 == .protectionPlan }
        return goesOn ? nil : referral
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Missing since \(concern.onset.words), and no return is recorded. After 30 days, check also that the return was not simply left off the record."
    }
}
