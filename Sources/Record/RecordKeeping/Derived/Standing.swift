import Concerns
import WorkingDays

/// Where a child stands on a day: one row of the current day's list, or of its backlog.
package struct Standing: Hashable, Sendable {
    /// `Rank.number`.
    package let order: Int64
    package let level: Int
    package let harmAlleged: Bool
    package let kinds: KindSet
    /// The kind by which the child counts as left at potential risk; nil when none does.
    package let riskKind: ConcernKind?
    /// How many other concerns stand, kind by kind.
    package let overdue: KindTally
    /// Somebody flagged the child as unsafe now.
    package let isFlagged: Bool
    package let statuses: StatusSet
    package let worker: String?
    package let team: String?

    package init(
        order: Int64, level: Int, harmAlleged: Bool, kinds: KindSet, riskKind: ConcernKind?, overdue: KindTally,
        isFlagged: Bool, statuses: StatusSet, worker: String?, team: String?
    ) {
        self.order = order
        self.level = level
        self.harmAlleged = harmAlleged
        self.kinds = kinds
        self.riskKind = riskKind
        self.overdue = overdue
        self.isFlagged = isFlagged
        self.statuses = statuses
        self.worker = worker
        self.team = team
    }

    /// Nil when nothing stands on the list.
    package init?(
        _ tab: ListTab, concerns: [DerivedConcern], summary: ChildSummary, on day: Day, backlogBefore: Day?
    ) {
        let standing = concerns.filter {
            $0.isListed(on: day) && $0.tab(on: day, backlogBefore: backlogBefore) == tab
        }
        guard !standing.isEmpty else { return nil }
        let concerns = standing.map(\.concern)
        let harm = standing.contains(where: \.harmAlleged)
        guard let rank = Rank(concerns, on: day, harmAlleged: harm) else { return nil }
        let risks = concerns.filter { $0.leavesAtPotentialRisk(on: day) }.map(\.kind)
        let others = concerns.filter { !$0.leavesAtPotentialRisk(on: day) && !$0.isFlag }.map(\.kind)
        let holder = summary.holder(on: day)
        self.init(
            order: rank.number(on: day), level: rank.level, harmAlleged: harm, kinds: KindSet(concerns.map(\.kind)),
            riskKind: ConcernKind.allCases.first(where: risks.contains), overdue: KindTally(others),
            isFlagged: concerns.contains(where: \.isFlag), statuses: summary.statuses(on: day), worker: holder?.worker,
            team: holder?.team)
    }
}

/// Which list a standing concern is on.
package enum ListTab: Int, Sendable, Codable, CaseIterable {
    case now = 0
    /// What the first load found that was already old: counted, never hidden, and apart.
    case backlog = 1
}

/// A child's rows in the lists of one day, and the next day on which they change by themselves.
package struct Standings: Hashable, Sendable {
    package let now: Standing?
    package let backlog: Standing?
    package let changesOn: Day?

    /// `backlogBefore` is the first day whose onsets go to the list of now; nil when there never was a first load.
    package init(concerns: [DerivedConcern], summary: ChildSummary, on day: Day, backlogBefore: Day?) {
        now = Standing(.now, concerns: concerns, summary: summary, on: day, backlogBefore: backlogBefore)
        backlog = Standing(.backlog, concerns: concerns, summary: summary, on: day, backlogBefore: backlogBefore)
        changesOn = Standings.nextChange(concerns, summary, after: day)
    }

    package subscript(tab: ListTab) -> Standing? {
        switch tab {
        case .now: now
        case .backlog: backlog
        }
    }

    private static func nextChange(_ concerns: [DerivedConcern], _ summary: ChildSummary, after day: Day) -> Day? {
        var next: Day?
        func consider(_ change: Day?) {
            guard let change, change > day, next.map({ change < $0 }) ?? true else { return }
            next = change
        }
        for concern in concerns where concern.isTold {
            consider(concern.concern.onset)
            consider(concern.concern.overOn)
            consider(concern.concern.raisedFrom)
        }
        for step in summary.statuses { consider(step.from) }
        for step in summary.holders { consider(step.from) }
        return next
    }
}

extension DerivedConcern {
    /// A level 1 unseen concern is on the list of now however old it is.
    package func tab(on day: Day, backlogBefore: Day?) -> ListTab {
        guard let backlogBefore, concern.onset < backlogBefore else { return .now }
        return concern.kind == .unseen && concern.level(on: day) == 1 ? .now : .backlog
    }
}
