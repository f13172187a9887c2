import HTML

/// A visit that is planned, or was and of which nothing is recorded.
package struct PlannedVisitLine: Sendable {
    /// Nil on the child's own page.
    package var child: Link?
    /// "Tue 24 Nov 2026 at 16:50: child protection visit, Ben Adeyemi".
    package var words: String
    /// The day has passed, nothing was called off, and no visit is recorded on it.
    package var isNotKept: Bool
    /// Recording it, moving it and calling it off, for whoever may.
    package var actions: [Link]

    package init(child: Link? = nil, words: String, isNotKept: Bool, actions: [Link] = []) {
        self.child = child
        self.words = words
        self.isNotKept = isNotKept
        self.actions = actions
    }
}

struct PlannedVisitList: HTML {
    let visits: [PlannedVisitLine]

    var body: some HTML {
        ul(.class("plain planned")) {
            for visit in visits {
                li {
                    if let child = visit.child {
                        a(.href(child.href)) { bdi { child.words } }
                        ". "
                    }
                    visit.words
                    if visit.isNotKept { strong { " No visit is recorded on that day." } }
                    for (place, action) in visit.actions.enumerated() {
                        place == 0 ? " " : ", "
                        a(.href(action.href)) {
                            action.words
                            if let child = visit.child { span(.class("read-aloud")) { " for \(child.words)" } }
                        }
                    }
                }
            }
        }
    }
}

/// Planned visits on somebody's own page and on the team's.
package struct PlannedVisitsSection: Sendable {
    package var notKept: [PlannedVisitLine] = []
    package var ahead: [PlannedVisitLine] = []
    /// To children whom the reader may not open.
    package var restricted = 0
    /// There are more than are shown.
    package var hasMore = false

    package init() {}
}

struct PlannedVisitsView: HTML {
    let visits: PlannedVisitsSection

    var body: some HTML {
        if !visits.notKept.isEmpty {
            h2 { "Planned visits of which nothing is recorded" }
            p(.class("hint")) {
                "Record the visit, move it, or say why it was not made. What is due for the child stays due."
            }
            PlannedVisitList(visits: visits.notKept)
        }
        if !visits.ahead.isEmpty {
            h2 { "Visits planned in the next 14 days" }
            PlannedVisitList(visits: visits.ahead)
        }
        if visits.hasMore {
            p { "There are more than are shown here. Each stands on Today, and on the child's own page." }
        }
        if visits.restricted > 0 {
            p {
                "\(visits.restricted) more planned \(visits.restricted == 1 ? "visit" : "visits"), to children whose record you may not open."
            }
        }
    }
}
