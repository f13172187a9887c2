import ChildJourney
import WorkingDays

/// What somebody who has never met a child needs at night: who holds them, how they are kept safe, what was agreed if that
/// does not hold, when they were last seen, and what was handed over.
package struct PlanForTonight: Sendable {
    package struct Agreed: Sendable, Hashable {
        package let on: Day
        package let what: String
        package let words: String
    }

    package let lead: Recorded<Allocation>?
    /// Others who work with the child, and whoever supervised last.
    package let others: [String]
    /// From the last strategy discussion that says so.
    package let immediateSafety: Agreed?
    /// Who does what, from the last strategy discussion.
    package let actions: Agreed?
    /// Of the plan that runs.
    package let contingency: Agreed?
    package let planActions: [PlanAction]
    package let lastSeen: Recorded<Visit>?
    package let lastSeenAlone: Recorded<Visit>?
    /// Latest first.
    package let handovers: [Recorded<Handover>]

    package init(_ journey: Journey, on day: Day) {
        lead = journey.lead(on: day)
        let running = journey.allocations.filter { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
        let lead = lead
        var names = running.filter { $0.id != lead?.id }.compactMap(\.worker)
        if let supervisor = journey.casework.supervisions.last(where: { $0.body.on <= day })?.body.supervisor {
            names.append(supervisor)
        }
        var said: Set<String> = []
        others = names.filter { said.insert($0).inserted }
        let discussions = journey.strategyDiscussions.filter { $0.heldOn <= day }
        func latest(_ what: String, _ words: (StrategyDiscussion) -> String?) -> Agreed? {
            for held in discussions.reversed() {
                if let said = words(held.body) { return Agreed(on: held.heldOn, what: what, words: said) }
            }
            return nil
        }
        immediateSafety = latest("strategy discussion") { $0.immediateSafety }
        actions = latest("strategy discussion") { $0.actions }
        let protection = journey.protectionPlans.last { $0.startedOn <= day && ($0.endedOn.map { day < $0 } ?? true) }
        let inNeed = journey.inNeedPlans.last { $0.startedOn <= day && ($0.endedOn.map { day < $0 } ?? true) }
        let protecting = protection.flatMap { plan in
            plan.body.contingency.map { Agreed(on: plan.startedOn, what: "child protection plan", words: $0) }
        }
        let helping = inNeed.flatMap { plan in
            plan.body.contingency.map { Agreed(on: plan.startedOn, what: "child in need plan", words: $0) }
        }
        contingency = protecting ?? helping
        planActions = (protection?.body.actions ?? inNeed?.body.actions ?? []).filter { $0.doneOn == nil }
        lastSeen = journey.lastSeen(on: day)
        lastSeenAlone = journey.lastSeenAlone(on: day)
        handovers = journey.casework.handovers.reversed()
    }
}
