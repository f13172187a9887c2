import HTML

/// What one person has to do: what they began, what waits for them, and the children they hold.
package struct WorkPage: Page {
    package struct Begun: Sendable {
        package var form: Link
        package var child: String
        package var kept: String

        package init(form: Link, child: String, kept: String) {
            self.form = form
            self.child = child
            self.kept = kept
        }
    }

    /// What the lists leave out: records the reader may not open, and whatever comes after the first hundred.
    package struct Unshown: Sendable {
        /// Children.
        package var missing: Int
        /// Concerns.
        package var ahead: Int
        package var listHref: String

        package init(missing: Int, ahead: Int, listHref: String) {
            self.missing = missing
            self.ahead = ahead
            self.listHref = listHref
        }
    }

    package var begun: [Begun]
    /// Children for whom somebody has to decide, authorise or allocate; nil for those who do none of it.
    package var waiting: [ChildCard]?
    package var missing: [ChildCard]
    package var ahead: [ChildCard]
    package var unshown: Unshown
    /// Every child they hold, whether or not anything is missing.
    package var held: [Link]
    package var restricted: Int
    /// What was handed over and nobody has taken.
    package var handedOver: [HandoverItem] = []
    /// Restricted records opened in an emergency that wait for the reader's review.
    package var toReview = 0
    /// What waits for them, and what they asked for and nobody has answered.
    package var answers = WaitingAnswers()
    /// Children of somebody who is away, for whom they stand in.
    package var covered: [Link] = []
    package var coveredRestricted = 0
    package var plannedVisits = PlannedVisitsSection()
    /// The reader decides, and nobody gives them children.
    package var holdsNobody = false
    /// What improvement plans wait for from them, first due first.
    package var improvement: [PlanWorkItem] = []

    package init(
        begun: [Begun], waiting: [ChildCard]?, missing: [ChildCard], ahead: [ChildCard], unshown: Unshown, held: [Link],
        restricted: Int
    ) {
        self.begun = begun
        self.waiting = waiting
        self.missing = missing
        self.ahead = ahead
        self.unshown = unshown
        self.held = held
        self.restricted = restricted
    }

    package var title: String { "My work" }
    package var section: MainSection? { .work }
    package var trail: [Link] { [] }

    package func content(in frame: Frame) -> some HTML {
        WorkView(page: self)
    }
}

struct WorkView: HTML {
    let page: WorkPage

    var body: some HTML {
        h1 { "My work" }
        ToReview(count: page.toReview)
        if !page.handedOver.isEmpty {
            h2 { "Handed over, not yet taken" }
            HandoverList(items: page.handedOver)
        }
        WaitingAnswersView(waiting: page.answers)
        PlannedVisitsView(visits: page.plannedVisits)
        PlanWorkList(items: page.improvement)
        if !page.begun.isEmpty { begun }
        if let waiting = page.waiting {
            h2 { "Waiting for a decision" }
            if waiting.isEmpty {
                p { "No referral to decide, no assessment to authorise and no child to allocate was found." }
            }
            for child in waiting { ChildArticle(child: child) }
        }
        if !page.covered.isEmpty || page.coveredRestricted > 0 {
            h2 { "Children I cover while somebody is away" }
            LinkList(links: page.covered)
            if page.coveredRestricted > 0 { p { "\(page.coveredRestricted) of them you may not open." } }
        }
        if count > 0 || page.waiting == nil && !page.holdsNobody { held }
        if page.holdsNobody, page.toReview == 0, page.improvement.isEmpty, page.answers.isEmpty {
            p { "Nothing was found that waits for you." }
        }
    }

    private var count: Int { page.held.count + page.restricted }

    @HTMLBuilder
    private var begun: some HTML {
        h2 { "Begun and not sent" }
        ul {
            for begun in page.begun {
                li {
                    a(.href(begun.form.href)) { begun.form.words }
                    ", for "
                    bdi { begun.child }
                    ". Kept \(begun.kept)."
                }
            }
        }
    }

    @HTMLBuilder
    private var held: some HTML {
        h2 { "Children I hold" }
        p { "\(count) open \(count == 1 ? "child" : "children")." }
        p { a(.href("/work/measures")) { "My own figures" } }
        if page.restricted > 0 { p { "\(page.restricted) of them you may not open." } }
        h2 { "Missing now" }
        if page.missing.isEmpty, page.unshown.missing == 0 { p { "Nothing found missing in what was checked." } }
        for child in page.missing { ChildArticle(child: child) }
        if page.unshown.missing > 0 {
            unshown(
                "\(page.unshown.missing) more \(page.unshown.missing == 1 ? "child has" : "children have") something missing"
            )
        }
        h2 { "In the next 14 days, if nobody acts" }
        if page.ahead.isEmpty, page.unshown.ahead == 0 { p { "Nothing found in what was checked." } }
        for child in page.ahead { ChildArticle(child: child) }
        if page.unshown.ahead > 0 {
            unshown("\(page.unshown.ahead) more \(page.unshown.ahead == 1 ? "concern begins" : "concerns begin")")
        }
        if !page.held.isEmpty {
            h2 { "All the children I hold" }
            LinkList(links: page.held)
        }
    }

    private func unshown(_ words: String) -> some HTML {
        p {
            "\(words): on records you may not open, or after the first hundred. "
            a(.href(page.unshown.listHref)) { "See the whole list" }
        }
    }
}
