import ChildJourney
import Duties
import WorkingDays

/// The seven kinds of concern, and no other words for them; in the order they rank within level 1.
package enum ConcernKind: String, Sendable, Codable, CaseIterable {
    case unseen, undecided, unowned, unshared, late, unrecorded, adrift

    /// Level 1 concerns of these kinds leave a child at potential risk; every other is a duty overdue.
    package var leavesAtPotentialRisk: Bool {
        switch self {
        case .unseen, .undecided, .unowned, .unshared: true
        case .late, .unrecorded, .adrift: false
        }
    }

    /// One step more urgent once long over; late and adrift rows say their own.
    package var escalates: Bool { self == .unseen || self == .undecided || self == .unowned }
}

/// A concern's name in the catalogue, such as `plan-child-unseen`.
package struct ConcernCode: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }

    package static func < (left: ConcernCode, right: ConcernCode) -> Bool { left.text < right.text }
}

/// What a concern is about: one record, by kind, day and id.
package struct About: Hashable, Sendable {
    package let kind: RecordKind
    package let on: Day
    package let id: RecordID

    package init(_ kind: RecordKind, on day: Day, id: RecordID) {
        self.kind = kind
        self.on = day
        self.id = id
    }

    /// The same in every format: `referral:2026-03-03`.
    package var key: String { "\(kind.rawValue):\(on)" }
}

/// A record a concern rests on, and where to find it.
package struct Evidence: Hashable, Sendable {
    package let kind: RecordKind
    package let on: Day?
    /// The entry's sequence number; in a file that is only checked, its line or row.
    package let place: Int64
    /// What it is to the concern: "received", "seen", "ended".
    package let says: String

    package init(_ kind: RecordKind, on day: Day?, place: Int64, says: String) {
        self.kind = kind
        self.on = day
        self.place = place
        self.says = says
    }
}

/// Why a duty stopped without being met. Ended is not cleared.
package enum Ending: String, Sendable, Codable, CaseIterable {
    case died, adopted, turned18, transferred, closed, planEnded, noLongerApplies

    package var words: String {
        switch self {
        case .died: "the child died"
        case .adopted: "the child was adopted"
        case .turned18: "the child turned 18"
        case .transferred: "another council took over"
        case .closed: "the episode was closed"
        case .planEnded: "the plan ended"
        case .noLongerApplies: "the duty no longer applied"
        }
    }
}

/// A duty unmet or a pattern that harms, as an interval. Computed as if nothing else were ever recorded, so `onset`
/// may lie in the future.
package struct Concern: Sendable, Hashable {
    package let code: ConcernCode
    /// Which way of firing, when the rule has several.
    package let limb: String
    package let kind: ConcernKind
    package let about: About
    /// The day the clock started.
    package let clockStart: Day
    /// The last day on which the step would have been in time; nil where the rule has no limit.
    package let due: Day?
    /// The first day it stands.
    package let onset: Day
    /// The day the clearing thing happened; on that day it no longer stands.
    package let clearedOn: Day?
    package let endedOn: Day?
    package let ending: Ending?
    /// 1 act today, 2 this week, 3 watch; `raisedFrom` is the day it becomes one step more urgent.
    package let baseLevel: Int
    package let raisedFrom: Day?
    package let standard: LimitID?
    package let evidence: [Evidence]
    /// What the explanation needs to say, in the order its rule documents.
    package let numbers: [Int]
    /// Rows of the catalogue marked N are shown on Child and Numbers, never in Today.
    package let inToday: Bool
    /// The record it rests on has gone from its source, and nobody has said why.
    package var noLongerInSource = false
    /// Where the limit is in hours: the last moment in time. `onset` is its day, and `due` the last day that holds any of
    /// the time allowed.
    package var dueAt: Moment?
    /// The moment the clock started; nil where nobody recorded it. With `dueAt` it then ran from the start of the day.
    package var clockStartAt: Moment?
    /// What was said of why it is late, oldest first: agreed by a manager, or waiting for one. It changes nothing else.
    package var delays: [ConcernDelay] = []

    package func stands(on day: Day) -> Bool {
        onset <= day && (clearedOn.map { day < $0 } ?? true) && (endedOn.map { day < $0 } ?? true)
    }

    package func level(on day: Day) -> Int {
        guard let raisedFrom, raisedFrom <= day else { return baseLevel }
        return max(1, baseLevel - 1)
    }

    /// Calendar days from the due day to `day`; from the day before the onset where there is no limit.
    package func daysOver(on day: Day) -> Int { day - (due ?? onset - 1) }

    /// Somebody flagged the child: counted apart from what was found missing.
    package var isFlag: Bool { code == UnsafeNowOpen.code }

    package func leavesAtPotentialRisk(on day: Day) -> Bool {
        kind.leavesAtPotentialRisk && level(on: day) == 1 && !isFlag
    }

    /// The first day it no longer stands, for whatever reason.
    package var overOn: Day? { [clearedOn, endedOn].compactMap { $0 }.min() }

    package init(
        code: ConcernCode, limb: String, kind: ConcernKind, about: About, clockStart: Day, due: Day?, onset: Day,
        clearedOn: Day?, endedOn: Day?, ending: Ending?, baseLevel: Int, raisedFrom: Day?, standard: LimitID?,
        evidence: [Evidence], numbers: [Int], inToday: Bool
    ) {
        self.code = code
        self.limb = limb
        self.kind = kind
        self.about = about
        self.clockStart = clockStart
        self.due = due
        self.onset = onset
        self.clearedOn = clearedOn
        self.endedOn = endedOn
        self.ending = ending
        self.baseLevel = baseLevel
        self.raisedFrom = raisedFrom
        self.standard = standard
        self.evidence = evidence
        self.numbers = numbers
        self.inToday = inToday
    }
}
