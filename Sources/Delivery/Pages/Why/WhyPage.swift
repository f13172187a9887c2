import HTML

/// Why one thing is shown as missing for one child.
package struct WhyPage: Page {
    package var child: Link
    package var kind: KindIcon
    package var standing: Standing
    /// "act today".
    package var level: String?
    /// "plan-child-unseen".
    package var code: String
    /// "Last seen Tue 3 Nov 2026. Her plan says every 10 working days; that was Tue 17 Nov 2026."
    package var sentence: String
    /// "4 days over (3 working days)".
    package var over: String
    package var marks: [String]
    package var isNoLongerInSource: Bool
    /// "Clears when her social worker sees her."
    package var clears: String
    /// Who can do something about it: "J. Marsh, her social worker".
    package var whoCanAct: [String]
    /// What a reader can do from here, the first as the page's main action.
    package var actions: [Link]
    package var rule: RuleWords
    package var dates: DateLine
    package var arithmetic: [ArithmeticLine]
    package var evidence: [EvidenceEntry]
    /// What this answer could not take into account.
    package var caveats: [String]
    package var history: [PastConcern]

    package init(
        child: Link, kind: KindIcon, standing: Standing, level: String? = nil, code: String,
        sentence: String, over: String, marks: [String] = [], isNoLongerInSource: Bool = false,
        clears: String, whoCanAct: [String], actions: [Link] = [], rule: RuleWords, dates: DateLine,
        arithmetic: [ArithmeticLine], evidence: [EvidenceEntry], caveats: [String] = [],
        history: [PastConcern] = []
    ) {
        self.child = child
        self.kind = kind
        self.standing = standing
        self.level = level
        self.code = code
        self.sentence = sentence
        self.over = over
        self.marks = marks
        self.isNoLongerInSource = isNoLongerInSource
        self.clears = clears
        self.whoCanAct = whoCanAct
        self.actions = actions
        self.rule = rule
        self.dates = dates
        self.arithmetic = arithmetic
        self.evidence = evidence
        self.caveats = caveats
        self.history = history
    }

    package var title: String {
        switch standing {
        case .unsafeNow: "Why \(child.words) is shown as unsafe now"
        case .atPotentialRisk, .overdue: "Why \(child.words) is shown as \(kind.word.lowercased())"
        case .ahead: "Why \(child.words) may become \(kind.word.lowercased())"
        case .cleared: "Why \(child.words) was shown as \(kind.word.lowercased())"
        }
    }
    package var section: MainSection? { .today }
    package var trail: [Link] { [Link(words: "Today", href: MainSection.today.path), child] }

    package func content(in frame: Frame) -> some HTML {
        WhyView(page: self)
    }
}
