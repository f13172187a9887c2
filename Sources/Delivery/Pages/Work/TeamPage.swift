import HTML

/// Who holds whom, and whom nobody holds.
package struct TeamPage: Page {
    package struct Worker: Sendable {
        package var name: String
        package var role: String
        package var held: Int
        package var missing: Int
        /// Their children on today's list.
        package var href: String
        /// The worker's own page; empty where there is none.
        package var page = ""
        /// "Away until Tue 1 Dec 2026: 3 children without cover".
        package var state = ""
        /// "29.6, at 22.5 of 37 hours a week"; "Not recorded" where nobody has recorded how much of the week they work.
        package var perFullTime = ""
        /// More children than the council's limit.
        package var isOver = false

        package init(name: String, role: String, held: Int, missing: Int, href: String) {
            self.name = name
            self.role = role
            self.held = held
            self.missing = missing
            self.href = href
        }
    }

    package var unowned: [ChildCard]
    /// Children whose lead worker is not registered where that is needed, has gone, or is away with nobody who covers.
    package var wronglyLed: [ChildCard] = []
    /// "12 more are on the list": of both, where there are more than are shown.
    package var moreUnowned: Link?
    package var workers: [Worker]
    /// What was handed over and nobody has taken.
    package var handedOver: [HandoverItem] = []
    /// Restricted records opened in an emergency that wait for the reader's review.
    package var toReview = 0
    package var waiting = WaitingAnswers()
    /// Referrals and children whom nobody holds, not yet late.
    package var soon: [ChildCard] = []
    /// Children nobody holds whom the reader may not open.
    package var restricted = 0
    /// Of everybody: those of which nothing is recorded alone.
    package var plannedVisits = PlannedVisitsSection()
    /// Children of somebody who is away, with nobody who covers: who is away, and each child.
    package var uncovered: [(worker: Link, words: String, children: [Link])] = []

    package init(unowned: [ChildCard], workers: [Worker]) {
        self.unowned = unowned
        self.workers = workers
    }

    package var title: String { "Team" }
    package var section: MainSection? { .team }
    package var trail: [Link] { [] }

    package func content(in frame: Frame) -> some HTML {
        TeamView(page: self)
    }
}

struct TeamView: HTML {
    let page: TeamPage

    var body: some HTML {
        h1 { "Team" }
        ToReview(count: page.toReview)
        if !page.handedOver.isEmpty {
            h2 { "Handed over, not yet taken" }
            HandoverList(items: page.handedOver)
        }
        WaitingAnswersView(waiting: page.waiting)
        PlannedVisitsView(visits: page.plannedVisits)
        h2 { "Without a lead worker" }
        if page.unowned.isEmpty { p { "No child without a lead worker was found in what was checked." } }
        for child in page.unowned { ChildArticle(child: child) }
        if !page.wronglyLed.isEmpty {
            h2 { "Lead worker gone, away or not registered" }
            for child in page.wronglyLed { ChildArticle(child: child) }
        }
        if page.restricted > 0 { p { "\(page.restricted) more, on records you may not open." } }
        if let more = page.moreUnowned {
            p { a(.href(more.href)) { more.words } }
        }
        if !page.soon.isEmpty {
            h2 { "To be given to somebody, not yet late" }
            for child in page.soon { ChildArticle(child: child) }
        }
        for away in page.uncovered {
            h2 {
                a(.href(away.worker.href)) { bdi { away.worker.words } }
            }
            p { away.words }
            LinkList(links: away.children)
        }
        h2 { "Who holds whom" }
        p { a(.href("/team/absences")) { "Who is away, and who will be" } }
        p(.class("hint")) {
            "This counts children. It says nothing of how well anybody works. Children per full-time post are worked out only where hours are recorded on the worker's own page."
        }
        DataTable(
            caption: "By name",
            columns: [
                "Worker", "Role", .number("Open children held"), "Children per full-time post",
                .number("With something missing"), "Away or leaving",
            ]
        ) {
            for worker in page.workers {
                TableRow {
                    HeadCell("Worker") {
                        if worker.page.isEmpty {
                            bdi { worker.name }
                        } else {
                            a(.href(worker.page)) { bdi { worker.name } }
                        }
                    }
                    Cell("Role") { worker.role }
                    Cell("Open children held", isNumber: true) {
                        worker.isOver ? "\(worker.held), over the council's limit" : "\(worker.held)"
                    }
                    Cell("Children per full-time post") { worker.perFullTime }
                    Cell("With something missing", isNumber: true) {
                        a(.href(worker.href)) {
                            "\(worker.missing)"
                            span(.class("read-aloud")) { " of \(worker.name)" }
                        }
                    }
                    Cell("Away or leaving") { worker.state.isEmpty ? "No" : worker.state }
                }
            }
        }
    }
}
