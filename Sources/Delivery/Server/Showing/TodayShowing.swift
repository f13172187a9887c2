import AccessRules
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Today as its page shows it.
struct TodayShowing {
    let question: TodayQuestion
    let found: TodayFound
    let day: Day
    /// Now, in a council where clocks run in hours.
    var now: Moment?
    let setting: Setting?
    /// Teams with children on the list, most first.
    let teams: [String]
    /// Nil where nothing is recorded here.
    let remedies: Remedies?

    var page: TodayPage {
        TodayPage(
            scope: scope, counts: counts, tabs: tabs, filters: filters, list: list,
            downloadHref: nil)
    }

    private var names: Names { Names(setting?.workforce) }

    private var scope: String {
        if let worker = question.filter.worker { return "Children held by \(names.worker(worker))." }
        if let team = question.filter.team { return "Children held by \(names.team(team))." }
        return "Every child on this council's record."
    }

    private var counts: Pages.ThreeCounts {
        let risk = found.counts.atRiskByKind, due = found.counts.overdueByKind
        return Pages.ThreeCounts(
            unsafeNow: Tally(
                figure: .shown(found.counts.flagged, href: "/numbers/children?heading=\(UnsafeNowOpen.code.text)"),
                detail: found.counts.flagged == 0
                    ? "Nobody has flagged a child" : "Flagged by somebody, not yet answered"),
            atPotentialRisk: Tally(
                figure: .shown(found.counts.atRisk, href: question.address(.now, adding: [("level", "1")])),
                detail: detail(risk)),
            dutiesOverdue: Tally(
                figure: .shown(found.counts.overdue, href: question.address(.now)), detail: detail(due)))
    }

    private func detail(_ kinds: [ConcernKind: Int]) -> String {
        let parts = ConcernKind.allCases.compactMap { kind -> String? in
            guard let count = kinds[kind], count > 0 else { return nil }
            return "\(kind.rawValue) \(count)"
        }
        return parts.isEmpty ? "None found in what was checked" : parts.joined(separator: ", ")
    }

    private var tabs: [Tab] {
        [
            tab(.now, "Now", found.counts.children), tab(.ahead, "Next 14 days", found.aheadTotal),
            tab(.backlog, "Backlog", found.backlog), tab(.cleared, "Cleared this week", found.clearedTotal),
        ]
    }

    private func tab(_ tab: TodayQuestion.Tab, _ words: String, _ count: Int) -> Tab {
        Tab(words: words, count: count, href: question.address(tab), isCurrent: question.tab == tab)
    }

    private var filters: FilterForm {
        let filter = question.filter
        return FilterForm(
            action: "/today",
            fields: [
                FilterField(
                    name: "team", words: "Team",
                    options: teams.map {
                        FilterOption(value: $0, words: names.team($0), isChosen: filter.team == $0)
                    }),
                FilterField(
                    name: "kind", words: "Kind",
                    options: ConcernKind.allCases.map {
                        FilterOption(value: $0.rawValue, words: $0.rawValue, isChosen: filter.kind == $0)
                    }),
                FilterField(
                    name: "level", words: "Level",
                    options: (1...3).map {
                        FilterOption(value: String($0), words: LevelWords.words($0), isChosen: filter.level == $0)
                    }),
                FilterField(
                    name: "status", words: "Status",
                    options: Status.allCases.map {
                        FilterOption(value: $0.rawValue, words: $0.rawValue, isChosen: filter.status == $0)
                    }),
            ],
            chips: question.inForce.map {
                Link(words: chipWords($0), href: question.address(question.tab, without: $0.name))
            },
            kept: [("tab", question.tab.rawValue)],
            clearHref: question.inForce.isEmpty ? nil : "/today?tab=\(question.tab.rawValue)")
    }

    private func chipWords(_ chip: (name: String, value: String, words: String)) -> String {
        switch chip.name {
        case "team": "Team: \(names.team(chip.value))"
        case "worker": "Worker: \(names.worker(chip.value))"
        default: chip.words
        }
    }

    private var list: ChildList {
        switch question.tab {
        case .now: standing(.standing)
        case .backlog: standing(.backlog)
        case .ahead: lines(.ahead, total: found.aheadTotal, order: "soonest first")
        case .cleared: lines(.cleared, total: found.clearedTotal, order: "latest first")
        }
    }

    private func standing(_ holding: ChildList.Holding) -> ChildList {
        let lines = found.list?.lines ?? []
        let cards = lines.compactMap {
            $0.child.map { ChildCards(day: day, now: now, setting: setting, remedies: remedies).card($0) }
        }
        let next = found.list?.next.map { place in
            question.address(
                question.tab,
                adding: [("after", place.description), ("before", String(question.before + lines.count))])
        }
        let position = ListPosition(
            first: question.before + 1, last: question.before + lines.count, total: found.list?.total ?? 0,
            order: "most urgent first", previousHref: question.before > 0 ? question.address(question.tab) : nil,
            nextHref: next)
        return ChildList(
            holding: holding, children: cards, position: position, restricted: lines.count - cards.count,
            isFiltered: !question.inForce.isEmpty)
    }

    /// A child with several lines has one card.
    private func lines(_ holding: ChildList.Holding, total: Int, order: String) -> ChildList {
        var places: [String] = []
        var byChild: [String: ListedChild] = [:]
        for line in found.lines.compactMap({ $0 }) {
            let before = byChild[line.child.text]
            if before == nil { places.append(line.child.text) }
            byChild[line.child.text] = ListedChild(
                child: line.child, summary: line.summary, standing: nil,
                concerns: (before?.concerns ?? []) + [line.concern])
        }
        let shown: Pages.Standing = holding == .ahead ? .ahead : .cleared
        let cards = places.compactMap { byChild[$0] }.map {
            ChildCards(day: day, now: now, setting: setting, showing: shown, remedies: remedies).card($0)
        }
        return ChildList(
            holding: holding, children: cards,
            position: ListPosition(first: 1, last: found.lines.count, total: total, order: order),
            restricted: found.lines.filter { $0 == nil }.count, isFiltered: !question.inForce.isEmpty)
    }
}
