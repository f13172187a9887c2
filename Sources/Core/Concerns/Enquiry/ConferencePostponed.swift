import ChildJourney
import Duties
import WorkingDays

/// `conference-postponed`: a conference was put off and has still not been held.
package struct ConferencePostponed: ConcernRule {
    package static let code: ConcernCode = "conference-postponed"
    package static let kind = ConcernKind.adrift
    package static let level = 2
    package static let limbs = [Limb("", needs: [.conferences, .postponements])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Conference postponed",
        rule: "A conference that is put off is held soon after; each time, and why, is counted.",
        clears: "the conference is held", whoCanAct: "The conference chair")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for conference in journey.conferences {
            // A day moved because the family asked is right for the child and is not the council's delay: once such a
            // conference is held nothing is left to show. Until then it stands like any other.
            let postponements = (conference.postponements ?? [])
                .filter { $0.reason != .familyAsked || conference.heldOn == nil }
                .sorted { $0.decidedOn < $1.decidedOn }
            guard let first = postponements.first else { continue }
            let episode = journey.episode(conference.referral, on: first.decidedOn)
            findings.condition(
                Self.self, about: conference.about(on: conference.plannedOn ?? first.from), from: first.decidedOn,
                met: conference.heldOn.map { Met(on: $0, by: conference.evidence("held", on: $0)) },
                stop: journey.stop(from: first.decidedOn, episode: episode),
                evidence: postponements.map { conference.evidence("postponed: \($0.words)", on: $0.decidedOn) },
                numbers: [postponements.count])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let count = concern.numbers.first ?? 1
        return
            "Planned for \(concern.about.on.words), postponed \(count == 1 ? "once" : "\(count) times") and not held."
    }
}

extension Postponement {
    /// "a report was not ready (health report)".
    package var words: String { reason.words + (lateReport.map { " (\($0))" } ?? "") }
}
