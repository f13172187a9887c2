import Concerns
import WorkingDays

/// What a child's concerns add to and take from the council's counts, day by day: a count on any day is the sum of the
/// changes up to it, so a trend costs the same however many children there are.
package struct DailyChanges: Sendable {
    /// What is counted.
    package enum Heading: Hashable, Sendable {
        /// Children left at potential risk.
        case potentialRisk
        /// Concerns that leave nobody at potential risk.
        case dutiesOverdue
        /// Children with a concern of the kind that is shown in Today.
        case kind(ConcernKind)
        /// Children with the concern.
        case code(ConcernCode)

        /// The form that is stored.
        package var text: String {
            switch self {
            case .potentialRisk: "potential-risk"
            case .dutiesOverdue: "duties-overdue"
            case .kind(let kind): "kind \(kind.rawValue)"
            case .code(let code): "code \(code.text)"
            }
        }
    }

    package struct Key: Hashable, Sendable {
        package let heading: Heading
        package let day: Day
    }

    package private(set) var changes: [Key: Int] = [:]

    package init() {}

    /// Adds a child (`sign` 1), or takes away what it added before (`sign` -1).
    package mutating func apply(_ concerns: [DerivedConcern], sign: Int) {
        var byHeading: [Heading: [Interval]] = [:]
        for concern in concerns.lazy.filter(\.isTold).map(\.concern)
        where concern.overOn.map({ $0 > concern.onset }) ?? true {
            let whole = Interval(from: concern.onset, until: concern.overOn)
            byHeading[.code(concern.code), default: []].append(whole)
            guard concern.inToday else { continue }
            byHeading[.kind(concern.kind), default: []].append(whole)
            let (overdue, risk) = Interval.split(whole, of: concern)
            if let overdue { add(.dutiesOverdue, overdue, sign) }
            if let risk { byHeading[.potentialRisk, default: []].append(risk) }
        }
        for (heading, intervals) in byHeading {
            for interval in Interval.joined(intervals) { add(heading, interval, sign) }
        }
    }

    package mutating func removeAll() { changes.removeAll(keepingCapacity: true) }

    private mutating func add(_ heading: Heading, _ interval: Interval, _ sign: Int) {
        changes[Key(heading: heading, day: interval.from), default: 0] += sign
        if let until = interval.until { changes[Key(heading: heading, day: until), default: 0] -= sign }
    }
}

/// Days on which something stands: from the first, until the first on which it no longer does.
private struct Interval {
    var from: Day
    var until: Day?

    /// The part in which a concern is a duty overdue, and the part in which it leaves the child at potential risk.
    static func split(_ whole: Interval, of concern: Concern) -> (overdue: Interval?, risk: Interval?) {
        if concern.isFlag { return (nil, nil) }
        guard concern.kind.leavesAtPotentialRisk else { return (whole, nil) }
        if concern.level(on: concern.onset) == 1 { return (nil, whole) }
        guard let raised = concern.raisedFrom, concern.level(on: raised) == 1,
            whole.until.map({ raised < $0 }) ?? true
        else { return (whole, nil) }
        return (Interval(from: whole.from, until: raised), Interval(from: raised, until: whole.until))
    }

    /// Overlapping and touching ones made one.
    static func joined(_ intervals: [Interval]) -> [Interval] {
        guard intervals.count > 1 else { return intervals }
        var joined: [Interval] = []
        for interval in intervals.sorted(by: { $0.from < $1.from }) {
            guard let last = joined.last, last.until.map({ interval.from <= $0 }) ?? true else {
                joined.append(interval)
                continue
            }
            guard let lastUntil = last.until else { continue }
            joined[joined.count - 1].until = interval.until.map { max($0, lastUntil) }
        }
        return joined
    }
}
