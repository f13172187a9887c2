import ChildJourney
import Duties
import WorkingDays

/// Why a limb could not be answered for a child.
package struct NotChecked: Hashable, Sendable {
    package let code: ConcernCode
    package let limb: String
    package let because: String

    package init(code: ConcernCode, limb: String, because: String) {
        self.code = code
        self.limb = limb
        self.because = because
    }
}

/// When and by what a duty was met.
package struct Met: Sendable {
    package let on: Day
    /// The moment, where it is recorded.
    package let at: Moment?
    package let by: Evidence?

    package init(on day: Day, at moment: Moment? = nil, by evidence: Evidence? = nil) {
        self.on = day
        self.at = moment
        self.by = evidence
    }
}

/// When and why a duty stops unmet.
package struct Stop: Sendable, Hashable {
    package let on: Day
    package let because: Ending
    /// How it contradicts the record the duty hangs on: then nothing can be said, rather than nothing being wrong.
    package let doubt: String?

    package init(on day: Day, because: Ending, doubt: String? = nil) {
        self.on = day
        self.because = because
        self.doubt = doubt
    }
}

/// A duty that something ended, unmet, before its time had run out.
package struct CutShort: Sendable, Hashable {
    package let about: About
    package let stop: Stop
    package let evidence: [Evidence]
}

/// What the rules found for one child: the concerns, and the limbs nobody could answer. Reused from child to child.
package struct Findings: Sendable {
    package private(set) var concerns: [Concern] = []
    package private(set) var notChecked: [NotChecked] = []
    /// Only of rules that nobody may close a referral over.
    package private(set) var cutShort: [CutShort] = []
    package let calendar: WorkingCalendar
    private let escalatesAfter: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        escalatesAfter = setting.limits.allowance("escalates_after_local")
    }

    package mutating func removeAll() {
        concerns.removeAll(keepingCapacity: true)
        notChecked.removeAll(keepingCapacity: true)
        cutShort.removeAll(keepingCapacity: true)
    }

    /// Marks what was explained. Nothing else about a concern changes.
    mutating func mark(_ delays: [Recorded<DelayExplained>]) {
        guard !delays.isEmpty else { return }
        for index in concerns.indices { concerns[index].delays = ConcernDelay.of(concerns[index], among: delays) }
    }

    mutating func add(_ concern: Concern) { concerns.append(concern) }

    mutating func replace(_ place: Int, by concern: Concern) { concerns[place] = concern }

    mutating func keep(_ limb: NotChecked) { notChecked.append(limb) }

    package mutating func notCheckable<Rule: ConcernRule>(_ rule: Rule.Type, _ limb: String, because: String) {
        notChecked.append(NotChecked(code: rule.code, limb: limb, because: because))
    }

    /// A step that must be taken within a standard's time of `clockStart`. Nothing is added when it was taken in time;
    /// what stops it is asked only when it was not.
    package mutating func duty<Rule: ConcernRule>(
        _ rule: Rule.Type, limb: String = "", about: About, from clockStart: Day, within allowance: Allowance,
        standard: LimitID, met: Met?, stop: @autoclosure () -> Stop?, raisedFrom: @autoclosure () -> Day? = nil,
        level: Int? = nil, evidence: @autoclosure () -> [Evidence], numbers: @autoclosure () -> [Int] = []
    ) {
        guard let due = calendar.due(allowance, after: clockStart) else {
            return notCheckable(rule, limb, because: "a date lies outside the years the calendar knows")
        }
        // NB: something said to have met a duty before its clock started is bad data, and must not silence it.
        let met = met.flatMap { $0.on >= clockStart ? $0 : nil }
        if let met, met.on <= due { return }
        let stop = stop()
        if isStopped(rule, limb, by: stop, before: due + 1, met, about, evidence()) { return }
        add(
            rule, limb: limb, about: about, from: clockStart, due: due, onset: due + 1, met: met, stop: stop,
            raisedFrom: raisedFrom(), level: level, standard: standard, evidence: evidence(), numbers: numbers())
    }

    /// A step that must be taken within elapsed hours, nights and weekends included. Where nobody recorded the moment the
    /// clock started, it runs from the start of that day; something done on the due moment's own day, no moment recorded,
    /// is not known to be in time. Neither can make a concern begin later than it did.
    package mutating func duty<Rule: ConcernRule>(
        _ rule: Rule.Type, limb: String = "", about: About, from start: Happened, withinHours allowance: Allowance,
        standard: LimitID, met: Met?, stop: @autoclosure () -> Stop?, evidence: @autoclosure () -> [Evidence],
        numbers: @autoclosure () -> [Int] = []
    ) {
        guard calendar.knows.contains(start.on),
            let dueAt = allowance.due(after: start.at ?? Moment(londonDay: start.on)),
            calendar.knows.contains(dueAt.londonDay)
        else { return notCheckable(rule, limb, because: "a date lies outside the years the calendar knows") }
        let onset = dueAt.londonDay
        let met = met.flatMap { $0.on >= start.on ? $0 : nil }
        if let met, met.on < onset || met.at.map({ $0 <= dueAt }) ?? false { return }
        let stop = stop()
        if isStopped(rule, limb, by: stop, before: onset, met, about, evidence()) { return }
        add(
            rule, limb: limb, about: about, from: start.on, due: dueAt.adding(seconds: -1).londonDay, onset: onset,
            met: met, stop: stop, raisedFrom: nil, level: nil, standard: standard, evidence: evidence(),
            numbers: numbers())
        concerns[concerns.count - 1].dueAt = dueAt
        concerns[concerns.count - 1].clockStartAt = start.at
    }

    /// A condition that is a concern from the day it began, with no time allowed; from its moment, where that is recorded.
    package mutating func condition<Rule: ConcernRule>(
        _ rule: Rule.Type, limb: String = "", about: About, from onset: Day, at moment: Moment? = nil,
        standard: LimitID? = nil, met: Met?,
        stop: @autoclosure () -> Stop?, evidence: @autoclosure () -> [Evidence],
        numbers: @autoclosure () -> [Int] = []
    ) {
        guard calendar.knows.contains(onset) else {
            return notCheckable(rule, limb, because: "a date lies outside the years the calendar knows")
        }
        let stop = stop()
        if isStopped(rule, limb, by: stop, before: onset, met, about, evidence()) { return }
        add(
            rule, limb: limb, about: about, from: onset, due: nil, onset: onset, met: met, stop: stop, raisedFrom: nil,
            level: nil, standard: standard, evidence: evidence(), numbers: numbers())
        if let moment, moment.londonDay == onset {
            concerns[concerns.count - 1].dueAt = moment
            concerns[concerns.count - 1].clockStartAt = moment
        }
    }

    private mutating func isStopped<Rule: ConcernRule>(
        _ rule: Rule.Type, _ limb: String, by stop: Stop?, before onset: Day, _ met: Met?, _ about: About,
        _ evidence: @autoclosure () -> [Evidence]
    ) -> Bool {
        guard let stop, stop.on <= onset else { return false }
        if rule.isNeverClosedOver, met.map({ $0.on > stop.on }) ?? true {
            cutShort.append(CutShort(about: about, stop: stop, evidence: evidence()))
        }
        if let doubt = stop.doubt { notCheckable(rule, limb, because: doubt) }
        return true
    }

    private mutating func add<Rule: ConcernRule>(
        _ rule: Rule.Type, limb: String, about: About, from clockStart: Day, due: Day?, onset: Day, met: Met?,
        stop: Stop?, raisedFrom: Day?, level: Int?, standard: LimitID?, evidence: [Evidence], numbers: [Int]
    ) {
        // NB: something said to have cleared a condition before it began is bad data, and must not silence it.
        let met = met.flatMap { $0.on >= onset ? $0 : nil }
        let ended = stop.flatMap { stop in met.map { stop.on < $0.on } ?? true ? stop : nil }
        let base = level ?? rule.level
        var evidence = evidence
        if ended == nil, let by = met?.by { evidence.append(by) }
        concerns.append(
            Concern(
                code: rule.code, limb: limb, kind: rule.kind, about: about, clockStart: clockStart, due: due,
                onset: onset, clearedOn: ended == nil ? met?.on : nil, endedOn: ended?.on, ending: ended?.because,
                baseLevel: base, raisedFrom: base > 1 ? raised(rule.kind, raisedFrom, after: due ?? onset - 1) : nil,
                standard: standard, evidence: evidence, numbers: numbers, inToday: rule.inToday))
    }

    /// The earlier of the rule's own day and the one on which every concern of the kind becomes more urgent.
    private func raised(_ kind: ConcernKind, _ own: Day?, after due: Day) -> Day? {
        guard kind.escalates, let day = calendar.due(escalatesAfter, after: due) else { return own }
        return own.map { min($0, day) } ?? day
    }
}
