import HTML

struct NumbersView: HTML {
    let page: NumbersPage
    let frame: Frame

    var body: some HTML {
        ErrorSummary(errors: page.dayForm?.error.map { [FieldError(field: "on", message: $0)] } ?? [])
        h1 { "Numbers" }
        if let day = page.asItStoodOn {
            div(.class("banner inset")) {
                p { strong { "These are the numbers of \(day)." } }
                p { "They are worked out from everything recorded by now." }
            }
        }
        p(.class("lede")) {
            page.isSuppressed
                ? "\(page.scope). Numbers from 1 to 4 are hidden, with any others that would give them away."
                : "\(page.scope). Every number opens onto the children it counts."
        }
        p(.class("take")) {
            a(.href("\(MainSection.numbers.path)/measures")) { "Measures: how well, how soon and how much" }
            " "
            a(.href("\(MainSection.numbers.path)/compared")) { "Beside other councils" }
            " "
            a(.href("/packs")) { "Packs for committee, teams and the director" }
        }
        ThreeCountsView(counts: page.counts, frame: frame)
        TrendView(trend: page.trend)
        section(.class("numbers"), .aria("labelledby", "by-kind")) {
            h2(.id("by-kind")) { "By kind" }
            NumberTableView(numbers: page.byKind)
        }
        section(.class("numbers"), .aria("labelledby", "by-team")) {
            h2(.id("by-team")) { "By team" }
            NumberTableView(numbers: page.byTeam)
        }
        section(.class("numbers"), .aria("labelledby", "by-concern")) {
            h2(.id("by-concern")) { "By concern" }
            NumberTableView(numbers: page.byConcern)
        }
        if !page.service.isEmpty {
            ServiceLines(lines: page.service)
        }
        if let asked = page.dayForm {
            DayFormView(asked: asked)
        }
    }
}
