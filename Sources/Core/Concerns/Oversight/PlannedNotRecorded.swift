import ChildJourney
import Duties
import WorkingDays

/// `planned-not-recorded`: the day of a planned conference has passed and nothing says what became of it.
package struct PlannedNotRecorded: ConcernRule {
    package static let code: ConcernCode = "planned-not-recorded"
    package static let kind = ConcernKind.unrecorded
    package static let level = 2
    package static let limbs = [Limb("", needs: [.conferences, .postponements, .minutes])]
    package static let limits: [LimitID] = ["planned_not_recorded_local"]
    package static let words = RuleWords(
        title: "Planned, and nothing recorded",
        rule:
            "When the day of a planned conference has passed, it is recorded within 2 working days what became of it.",
        clears: "it is recorded as held or postponed", whoCanAct: "Whoever called it")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("planned_not_recorded_local") }

    package func find(in journey: Journey, into findings: inout Findings) {
        for conference in journey.conferences {
            guard let planned = conference.plannedOn else { continue }
            let moves = conference.postponements ?? []
            for (index, day) in ([planned] + moves.map { $0.to ?? planned }).enumerated() {
                if index > 0, moves[index - 1].to == nil { continue }
                // What became of that day: it was moved again, or the conference was held.
                let answered = index < moves.count ? moves[index].decidedOn : conference.heldOn
                findings.duty(
                    Self.self, about: conference.about(on: planned), from: day, within: allowance,
                    standard: "planned_not_recorded_local",
                    met: answered.map { Met(on: max($0, day), by: conference.evidence("recorded", on: $0)) },
                    stop: journey.stop(from: day, episode: journey.episode(conference.referral, on: planned)),
                    evidence: [conference.evidence("planned for", on: day)])
            }
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A conference was planned for \(concern.clockStart.words), and nothing says whether it was held."
    }
}
