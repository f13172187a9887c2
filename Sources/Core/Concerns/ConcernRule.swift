import ChildJourney
import Duties
import WorkingDays

/// Everything but the child that a rule may look at. Standards and settings in; no clock.
package struct Setting: Sendable {
    package let calendar: WorkingCalendar
    package let limits: Limits
    package let cover: Cover
    package let workforce: Workforce

    package init(calendar: WorkingCalendar, limits: Limits, cover: Cover, workforce: Workforce = Workforce()) {
        self.calendar = calendar
        self.limits = limits
        self.cover = cover
        self.workforce = workforce
    }
}

/// One way a rule can fire, and what a source must tell for it to be answered.
package struct Limb: Sendable {
    package let name: String
    package let needs: [CoveredFact]

    package init(_ name: String, needs: [CoveredFact]) {
        self.name = name
        self.needs = needs
    }
}

/// What a page says about a rule, the same for every child.
package struct RuleWords: Sendable {
    /// "No assessment has started".
    package let title: String
    /// The rule in one or two plain sentences.
    package let rule: String
    /// Read after "Clears when".
    package let clears: String
    /// Who can act.
    package let whoCanAct: String

    package init(title: String, rule: String, clears: String, whoCanAct: String) {
        self.title = title
        self.rule = rule
        self.clears = clears
        self.whoCanAct = whoCanAct
    }
}

/// One row of the catalogue: finds its concern in a journey, and puts it into words.
package protocol ConcernRule: Sendable {
    static var code: ConcernCode { get }
    static var kind: ConcernKind { get }
    /// 1 act today, 2 this week, 3 watch: before any step up.
    static var level: Int { get }
    static var inToday: Bool { get }
    /// Whether a referral is closed too soon while the duty is unmet, even where its time had not run out.
    static var isNeverClosedOver: Bool { get }
    static var limbs: [Limb] { get }
    /// Every limit the rule uses; each must be shipped as data.
    static var limits: [LimitID] { get }
    static var words: RuleWords { get }
    /// Whether it is run where none of its limbs can be answered, because what it looks at counts wherever it is seen.
    static var runsOnWhatIsSeen: Bool { get }

    init(_ setting: Setting)
    func find(in journey: Journey, into findings: inout Findings)
    /// One sentence on why this concern stands for this child, dates included.
    static func why(_ concern: Concern, _ setting: Setting) -> String
}

extension ConcernRule {
    package static var inToday: Bool { true }
    package static var runsOnWhatIsSeen: Bool { false }
    package static var isNeverClosedOver: Bool { false }
}
