import HTML

/// One child at night: the risk, the plan for tonight, and what can be recorded.
package struct TonightPage: Page {
    package var childName: String
    package var childHref: String
    /// "7 years. Protection plan. Last seen Tue 3 Mar 2026."
    package var standing: String
    package var plan: PlanLines
    package var concerns: [ConcernLine]
    /// What will be missing before the offices open if nobody acts.
    package var soon: [ConcernLine]
    package var handovers: [HandoverItem]
    package var actions: [Link]

    package init(
        childName: String, childHref: String, standing: String, plan: PlanLines, concerns: [ConcernLine],
        soon: [ConcernLine],
        handovers: [HandoverItem], actions: [Link]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.standing = standing
        self.plan = plan
        self.concerns = concerns
        self.soon = soon
        self.handovers = handovers
        self.actions = actions
    }

    package var title: String { "Tonight: \(childName)" }
    package var section: MainSection? { .nights }
    package var trail: [Link] {
        [Link(words: "Nights", href: MainSection.nights.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        TonightView(page: self, frame: frame)
    }
}

struct TonightView: HTML {
    let page: TonightPage
    let frame: Frame

    var body: some HTML {
        h1 {
            "Tonight: "
            bdi { page.childName }
        }
        p(.class("lede")) { page.standing }
        if !page.actions.isEmpty {
            p(.class("actions")) {
                for action in page.actions {
                    a(.class("button quiet"), .href(action.href)) { action.words }
                    " "
                }
            }
        }
        if !page.handovers.isEmpty {
            h2 { "Handed over, not yet taken" }
            HandoverList(items: page.handovers)
        }
        h2 { "The plan for tonight" }
        PlanLinesView(plan: page.plan)
        if !page.soon.isEmpty {
            h2 { "Due before the offices open" }
            ul(.class("concerns")) {
                for concern in page.soon { ConcernItem(concern: concern, childName: page.childName) }
            }
        }
        h2 { "Missing now" }
        if page.concerns.isEmpty {
            NothingFound(holding: .standing, isFiltered: false, frame: frame)
        } else {
            ul(.class("concerns")) {
                for concern in page.concerns { ConcernItem(concern: concern, childName: page.childName) }
            }
        }
        p { a(.href(page.childHref)) { "The whole story of this child" } }
    }
}
