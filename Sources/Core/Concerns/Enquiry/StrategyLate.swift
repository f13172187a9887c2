import ChildJourney
import Duties
import WorkingDays

/// `strategy-late`: a strategy discussion was held long after what called for it.
package struct StrategyLate: ConcernRule {
    package static let code: ConcernCode = "strategy-late"
    package static let kind = ConcernKind.late
    package static let level = 2
    package static let limbs = [Limb("", needs: [.harmAlleged, .strategyDiscussions, .minutes])]
    package static let limits: [LimitID] = [
        "strategy_held_hours_local", "strategy_same_day_local", "strategy_late_stand_local",
    ]
    package static let words = RuleWords(
        title: "Strategy discussion held late",
        rule: """
            A strategy discussion is held within 24 hours of the allegation, or of the decision that there is reasonable \
            cause, nights and weekends included; the same day where an injury, sexual harm or an adult at home is named.
            """,
        clears: "30 days have passed", whoCanAct: "The team manager")

    /// What called for a discussion.
    private struct Trigger {
        let happened: Happened
        let evidence: Evidence
        let isSameDay: Bool
        /// After this day a discussion answers something else.
        let until: Day?
    }

    private let calendar: WorkingCalendar
    private let hours: Allowance
    private let sameDay: Allowance
    private let standsFor: Allowance
    private let discussions: Cover.Extent?

    package init(_ setting: Setting) {
        calendar = setting.calendar
        hours = setting.limits.allowance("strategy_held_hours_local")
        sameDay = setting.limits.allowance("strategy_same_day_local")
        standsFor = setting.limits.allowance("strategy_late_stand_local")
        discussions = setting.cover.extents[.minutes]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard !journey.strategyDiscussions.isEmpty else { return }
        var told: Set<RecordID> = []
        for trigger in triggers(journey) {
            let first = journey.strategyDiscussions.first {
                // One of the same day is taken for an answer unless both moments are known and it was before.
                $0.heldOn >= trigger.happened.on
                    && !Happened(on: $0.heldOn, at: $0.body.heldAt).isSurelyBefore(trigger.happened)
            }
            guard let held = first, trigger.until.map({ held.heldOn <= $0 }) ?? true else { continue }
            guard discussions?.reaches(trigger.happened.on) ?? false else {
                findings.notCheckable(Self.self, "", because: "what called for it is older than the record kept here")
                continue
            }
            guard isLate(held, trigger), told.insert(held.id).inserted else { continue }
            findings.condition(
                Self.self, about: held.about(on: held.heldOn), from: held.heldOn,
                standard: trigger.isSameDay ? "strategy_same_day_local" : "strategy_held_hours_local",
                met: calendar.due(standsFor, after: held.heldOn).map { Met(on: $0) },
                stop: journey.stop(from: held.heldOn, episode: journey.episode(held.referral, on: held.heldOn)),
                evidence: [trigger.evidence, held.evidence("held", on: held.heldOn)])
        }
    }

    /// A time that nobody recorded is read strictly: the clock then runs from the start of the day.
    private func isLate(_ held: Recorded<StrategyDiscussion>, _ trigger: Trigger) -> Bool {
        let start = trigger.happened
        if trigger.isSameDay { return calendar.due(sameDay, after: start.on).map { held.heldOn > $0 } ?? false }
        guard let dueAt = hours.due(after: start.at ?? Moment(londonDay: start.on)) else { return false }
        let happened = Happened(on: held.heldOn, at: held.body.heldAt)
        return !(happened.on < dueAt.londonDay || happened.at.map { $0 <= dueAt } ?? false)
    }

    /// Earliest first. An allegation calls for no discussion once it is decided that there is no reasonable cause, or its
    /// referral is refused or closed.
    private func triggers(_ journey: Journey) -> [Trigger] {
        let decisions = journey.casework.decisions.filter { $0.body.point == .threshold }
        var found = journey.harmAllegations.map { allegation in
            let refused = decisions.first { $0.body.hasReasonableCause == false && $0.body.on >= allegation.on }
            let episode = allegation.episode
            let ends = [
                refused?.body.on, episode?.closedOn, episode?.noFurtherAction == true ? episode?.decidedOn : nil,
            ]
            return Trigger(
                happened: allegation.happened, evidence: allegation.evidence,
                isSameDay: allegation.signs?.contains { $0 != .noneOfThese } ?? false,
                until: ends.compactMap { $0 }.min())
        }
        for decision in decisions where decision.body.hasReasonableCause == true {
            found.append(
                Trigger(
                    happened: Happened(on: decision.body.on),
                    evidence: decision.evidence("reasonable cause", on: decision.body.on), isSameDay: false, until: nil)
            )
        }
        return found.sorted { $0.happened.on < $1.happened.on }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let trigger = concern.evidence.first
        let what = trigger?.kind == .managementDecision ? "Reasonable cause was decided" : "Harm was alleged"
        return
            "\(what) \(trigger?.on?.words ?? "before"), and the strategy discussion was held \(concern.onset.words), or at a time nobody recorded."
    }
}
