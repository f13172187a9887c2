import ChildJourney
import Duties
import WorkingDays

/// `planned-not-recorded`: the day of a planned conference or visit has passed and nothing says what became of it.
package struct PlannedNotRecorded: ConcernRule {
    package static let code: ConcernCode = "planned-not-recorded"
    package static let kind = ConcernKind.unrecorded
    package static let level = 2
    package static let limbs = [
        Limb("", needs: [.conferences, .postponements, .minutes]),
        // No file tells of visits that are planned: they are kept where notes are.
        Limb(visit, needs: [.protectionVisits, .inNeedVisits, .caseNotes]),
    ]
    private static let visit = "visit"
    package static let limits: [LimitID] = ["planned_not_recorded_local"]
    package static let words = RuleWords(
        title: "Planned, and nothing recorded",
        rule:
            "When the day of a planned conference or visit has passed, it is recorded within 2 working days what became of it.",
        clears: "it is recorded as held, made, moved or called off", whoCanAct: "Whoever planned it")

    private let allowance: Allowance
    private let tells: (conferences: Bool, visits: Bool)

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("planned_not_recorded_local")
        tells = (setting.cover.tells(Self.limbs[0].needs), setting.cover.tells(Self.limbs[1].needs))
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        if tells.visits, journey.hasCasework { findVisits(in: journey, into: &findings) }
        guard tells.conferences else { return }
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

    private func findVisits(in journey: Journey, into findings: inout Findings) {
        for planned in journey.casework.plannedVisits {
            let moves = planned.body.moves ?? []
            for (index, day) in ([moves.first?.from ?? planned.body.on] + moves.map(\.to)).enumerated() {
                let made = journey.visits.first { $0.on == day }
                var answers = made.map { [Met(on: day, by: $0.evidence("visit", on: day))] } ?? []
                // What became of that day: it was moved again, or the visit was called off.
                let decided = index < moves.count ? moves[index].decidedOn : planned.body.calledOffOn
                if let decided {
                    answers.append(Met(on: max(decided, day), by: planned.evidence("moved or called off", on: decided)))
                }
                findings.duty(
                    Self.self, limb: Self.visit, about: planned.about(on: day), from: day, within: allowance,
                    standard: "planned_not_recorded_local", met: answers.min { $0.on < $1.on },
                    stop: journey.stop(from: day, episode: nil), evidence: [planned.evidence("planned for", on: day)])
            }
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let what = concern.limb == visit ? "A visit" : "A conference"
        let became = concern.limb == visit ? "made" : "held"
        return "\(what) was planned for \(concern.clockStart.words), and nothing says whether it was \(became)."
    }
}
