import HTML

/// The children at highest risk and what to do for each, on paper for the day the system is down.
package struct EmergencyList: Sendable {
    package struct Child: Sendable {
        package var name: String
        package var number: String
        /// "7 years. Protection plan."
        package var about: String
        package var plan: PlanLines

        package init(name: String, number: String, about: String, plan: PlanLines) {
            self.name = name
            self.number = number
            self.about = about
            self.plan = plan
        }
    }

    package var council: String
    /// "Sat 21 Nov 2026, 06:04".
    package var made: String
    /// "Sat 21 Nov 2026".
    package var asAt: String
    /// Why it may not be read as complete; nil where nothing is known against it.
    package var doubt: String?
    package var children: [Child]
    /// How many more there are than it shows.
    package var more: Int
    package var restricted: Int

    package init(
        council: String, made: String, asAt: String, doubt: String?, children: [Child], more: Int, restricted: Int
    ) {
        self.council = council
        self.made = made
        self.asAt = asAt
        self.doubt = doubt
        self.children = children
        self.more = more
        self.restricted = restricted
    }
}

package struct EmergencyListPage: Page {
    package var list: EmergencyList

    package init(list: EmergencyList) {
        self.list = list
    }

    package var title: String { "Emergency list" }
    package var section: MainSection? { .nights }

    package func content(in frame: Frame) -> some HTML {
        EmergencyListView(list: list)
    }
}

/// The same on its own page and in a file.
package struct EmergencyListView: HTML {
    private let list: EmergencyList

    package init(list: EmergencyList) {
        self.list = list
    }

    package var body: some HTML {
        h1 { "Emergency list" }
        p(.class("lede")) { "\(list.council). As at \(list.asAt). Made \(list.made)." }
        if let doubt = list.doubt { p { strong { doubt } } }
        p {
            """
            Children left at potential risk, most urgent first, and those who will be before the offices open. No address, school or telephone number is printed: one may be \
            withheld from somebody who could see this paper. A child who is not on it is not thereby safe: nothing was found \
            missing for them in what was checked. Keep it locked away, and destroy it when the next one is made.
            """
        }
        if list.children.isEmpty { p { strong { "Nothing found missing in what was checked." } } }
        if !list.children.isEmpty { children }
        if list.more > 0 { p { "\(list.more) more children at level “act today” are not printed." } }
        if list.restricted > 0 {
            p {
                "\(list.restricted) restricted \(list.restricted == 1 ? "child is" : "children are") counted and not printed."
            }
        }
    }

    private var children: some HTML {
        ol(.class("emergency")) {
            for child in list.children {
                li {
                    h2 {
                        bdi { child.name }
                        ", \(child.number)"
                    }
                    p { child.about }
                    ul {
                        for missing in child.plan.missing { li { missing } }
                    }
                    PlanLinesView(plan: child.plan)
                }
            }
        }
    }
}
