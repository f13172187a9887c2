import HTML

/// One child: where they stand, what is missing, their story, the people in it and who has looked.
package struct ChildPage: Page {
    package var name: String
    /// "4 years, born Fri 11 Feb 2022".
    package var age: String
    package var statuses: [StatusTag]
    /// "J. Marsh, Protection East"; nil when nobody holds the child.
    /// "Held by J. Marsh, Assessment North".
    package var holding: String
    /// "Address withheld. Withheld from 1 person", and where the rest of it is.
    package var home: Link?
    /// "3 documents"; nil where the record is not kept here.
    package var documents: Link?
    /// Set when the source no longer holds this child: since when, and what that means.
    package var noLongerInSource: String?
    /// Set when a past day is shown: "Tue 3 Mar 2026".
    package var asItStoodOn: String?
    /// What a reader can do from here, the first as the page's main action.
    package var actions: [Link]
    package var clocks: [ChildClock]
    package var concerns: [ConcernLine]
    package var checks: ChecksMade
    package var story: Story
    package var people: [PersonLine]
    package var identifiers: [Identifier]
    package var notCheckable: [NotCheckable]
    package var looks: [Look]
    package var allLooksHref: String?
    package var dayForm: DayForm
    /// What must be known before going there.
    package var advice: [String] = []
    /// "Neglect, high, since Tue 3 Mar 2026".
    package var risks: [String] = []
    /// Whether only those named may open the record.
    package var isRestricted = false
    /// Until when somebody who is not named has it open.
    package var openUntil: String?
    /// Where who may open it is changed; nil for whoever may not.
    package var whoMayOpenHref: String?
    /// Since when a legal hold stands on the record: "Tue 3 Mar 2026".
    package var heldSince: String?
    /// "First language": "Polish. An interpreter is needed"; what this reader is told of it.
    package var background: [Identifier] = []
    /// Visits planned, soonest first, and those of which nothing came.
    package var plannedVisits: [PlannedVisitLine] = []
    /// Retention and requests for access, for those who look after them.
    package var governance: [Link] = []

    package init(
        name: String, age: String, statuses: [StatusTag], holding: String, home: Link? = nil, documents: Link? = nil,
        noLongerInSource: String? = nil, asItStoodOn: String? = nil, actions: [Link] = [],
        clocks: [ChildClock], concerns: [ConcernLine], checks: ChecksMade, story: Story,
        people: [PersonLine] = [], identifiers: [Identifier] = [], notCheckable: [NotCheckable] = [],
        looks: [Look] = [], allLooksHref: String? = nil, dayForm: DayForm
    ) {
        self.name = name
        self.age = age
        self.statuses = statuses
        self.holding = holding
        self.home = home
        self.documents = documents
        self.noLongerInSource = noLongerInSource
        self.asItStoodOn = asItStoodOn
        self.actions = actions
        self.clocks = clocks
        self.concerns = concerns
        self.checks = checks
        self.story = story
        self.people = people
        self.identifiers = identifiers
        self.notCheckable = notCheckable
        self.looks = looks
        self.allLooksHref = allLooksHref
        self.dayForm = dayForm
    }

    package var title: String { name }
    package var section: MainSection? { .today }
    package var trail: [Link] { [Link(words: "Today", href: MainSection.today.path)] }

    package func content(in frame: Frame) -> some HTML {
        ChildView(page: self, frame: frame)
    }
}
