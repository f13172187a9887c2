import HTML

struct TodayView: HTML {
    let page: TodayPage
    let frame: Frame

    var body: some HTML {
        h1 { "Today" }
        p(.class("lede")) {
            "\(page.scope) Each line is something that should be on record and is not. "
            "Nothing here is a score: open Why for the rule, the dates and what clears it."
        }
        ThreeCountsView(counts: page.counts, frame: frame)
        Tabs(tabs: page.tabs, words: "Which concerns")
        ListTools(filters: page.filters, downloadHref: page.downloadHref)
        if let note {
            p(.class("note")) { note }
        }
        ChildListView(list: page.list, frame: frame)
    }

    private var note: String? {
        switch page.list.holding {
        case .standing: nil
        case .ahead: "Not missing yet. If nobody acts, each of these begins on the day shown."
        case .backlog: "Already missing for over 90 days at the first load. Counted apart, and not forgotten."
        case .cleared: "Cleared by what was recorded, with the day it happened."
        }
    }
}

/// Ways to look at one list, the one in use marked.
struct Tabs: HTML {
    let tabs: [Tab]
    let words: String

    var body: some HTML {
        nav(.class("tabs"), .aria("label", words)) {
            for tab in tabs {
                a(.href(tab.href)) { "\(tab.words) (\(Grouped(tab.count)))" }
                    .attributes(.aria("current", "page"), when: tab.isCurrent)
            }
        }
    }
}
