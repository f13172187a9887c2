import ChildJourney
import Duties
import WorkingDays

/// `worker-gone`: the worker who is meant to hold the child no longer works here, or is away with nobody in their place.
package struct WorkerGone: ConcernRule {
    package static let code: ConcernCode = "worker-gone"
    package static let kind = ConcernKind.unowned
    package static let level = 1
    package static let limbs = [
        Limb("left", needs: [.referrals, .allocations, .workers]),
        Limb("absent", needs: [.referrals, .allocations, .absences]),
    ]
    package static let limits: [LimitID] = ["worker_absent_local"]
    package static let words = RuleWords(
        title: "The lead worker has gone or is away",
        rule:
            "When a lead worker leaves, every child they hold is given to somebody else. When one is away for more than 5 working days, somebody is named who covers for each child.",
        clears: "the child is given to another worker, or one who is here is named who covers",
        whoCanAct: "The team manager")

    /// Somebody who is recorded as gone or away is so, whether or not the source tells of everybody.
    package static let runsOnWhatIsSeen = true

    private let workers: [String: Worker]
    private let tellsWorkers: Bool
    private let absences: [String: [WorkerAbsence]]
    private let lastDay: Day?
    private let allowance: Allowance
    private let calendar: WorkingCalendar

    package init(_ setting: Setting) {
        workers = setting.workforce.workers
        tellsWorkers = setting.cover.tells(Self.limbs[0].needs)
        absences = setting.workforce.absences
        lastDay = setting.cover.until
        allowance = setting.limits.allowance("worker_absent_local")
        calendar = setting.calendar
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard !journey.allocations.isEmpty else { return }
        let spans = merged(journey.openSpans)
        if !absences.isEmpty { findAway(in: journey, spans, into: &findings) }
        for lead in journey.allocations where lead.role == .lead {
            guard let id = lead.worker else {
                guard tellsWorkers else { continue }
                let isOpen = spans.contains { day(from: lead.from, lead, in: $0, journey) != nil }
                if isOpen { findings.notCheckable(Self.self, "left", because: "a lead's allocation names no worker") }
                continue
            }
            guard let gone = dayGone(id, lead) else { continue }
            for span in spans {
                guard let onset = day(from: gone, lead, in: span, journey) else { continue }
                findings.condition(
                    Self.self, limb: "left", about: lead.about(on: lead.from), from: onset,
                    met: reallocated(from: lead, after: onset, in: journey), stop: span.until,
                    evidence: [lead.evidence("allocated", on: lead.from)])
            }
        }
    }

    /// What runs at the same time leaves the child open once, until the last of it is over.
    private func merged(_ spans: [OpenSpan]) -> [OpenSpan] {
        var merged: [OpenSpan] = []
        for span in spans.sorted(by: { $0.from < $1.from }) {
            guard let last = merged.last, last.until.map({ span.from < $0.on }) ?? true else {
                merged.append(span)
                continue
            }
            guard let until = last.until, span.until.map({ $0.on > until.on }) ?? true else { continue }
            merged[merged.count - 1] = OpenSpan(
                about: last.about, from: last.from, until: span.until, evidence: last.evidence)
        }
        return merged
    }

    /// The first day of the span, on or after one, on which this is the lead.
    private func day(
        from day: Day, _ lead: Recorded<Allocation>, in span: OpenSpan, _ journey: Journey
    ) -> Day? {
        let first = max(day, span.from)
        guard span.until.map({ first < $0.on }) ?? true else { return nil }
        return journey.lead(on: first)?.id == lead.id ? first : nil
    }

    /// The day they left; where the source only no longer lists them, the last day it covers. Nil for somebody who has
    /// not left, or who held the child no longer than the day they did.
    private func dayGone(_ worker: String, _ lead: Recorded<Allocation>) -> Day? {
        if let known = workers[worker] {
            guard let left = known.leftOn, lead.until.map({ $0 > left }) ?? true else { return nil }
            return max(left, lead.from)
        }
        return tellsWorkers ? max(lastDay ?? lead.from, lead.from) : nil
    }

    private func reallocated(from lead: Recorded<Allocation>, after gone: Day, in journey: Journey) -> Met? {
        let next = journey.allocations.first { $0.role == .lead && $0.id != lead.id && $0.from >= gone }
        return [
            next.map { Met(on: $0.from, by: $0.evidence("allocated", on: $0.from)) },
            lead.until.map { Met(on: $0 + 1, by: lead.evidence("ended", on: $0)) },
        ].compactMap { $0 }.min { $0.on < $1.on }
    }

    private func findAway(in journey: Journey, _ spans: [OpenSpan], into findings: inout Findings) {
        for lead in journey.allocations where lead.role == .lead {
            for absence in lead.worker.map(timesAway) ?? []
            where !(lead.until.map { $0 < absence.from } ?? false) {
                for span in spans {
                    let from = max(absence.from, lead.from, span.from)
                    guard journey.lead(on: from)?.id == lead.id, span.until.map({ from < $0.on }) ?? true else {
                        continue
                    }
                    uncovered(lead, absence, from: from, in: journey, span.until, into: &findings)
                }
            }
        }
    }

    /// Absences of one worker, each time once: what overlaps, or goes on the next day, is one.
    private func timesAway(_ worker: String) -> [WorkerAbsence] {
        var times: [WorkerAbsence] = []
        for absence in (absences[worker] ?? []).sorted(by: { $0.from < $1.from }) {
            guard let last = times.last, last.until.map({ absence.from <= $0 + 1 }) ?? true else {
                times.append(absence)
                continue
            }
            if let until = last.until, absence.until.map({ $0 > until }) ?? true {
                times[times.count - 1].until = absence.until
            }
        }
        return times
    }

    /// Days on which somebody covers who is here; `until` is nil while nobody knows of an end.
    private struct Covering {
        let from: Day
        let until: Day?
        let by: Recorded<Allocation>
    }

    /// The days of a cover on which its worker has not left and is not away: nobody covers who is not there.
    private func here(_ cover: Recorded<Allocation>) -> [Covering] {
        var last = cover.until
        if let left = cover.worker.flatMap({ workers[$0]?.leftOn }) { last = min(last ?? left - 1, left - 1) }
        var stretches: [Covering] = []
        var from: Day? = cover.from
        for absence in cover.worker.map(timesAway) ?? [] {
            guard let start = from, last.map({ start <= $0 && absence.from <= $0 }) ?? true else { break }
            if let until = absence.until, until < start { continue }
            if absence.from > start { stretches.append(Covering(from: start, until: absence.from - 1, by: cover)) }
            from = absence.until.map { $0 + 1 }
        }
        if let from, last.map({ from <= $0 }) ?? true { stretches.append(Covering(from: from, until: last, by: cover)) }
        return stretches
    }

    /// Each stretch of an absence in which nobody covers. One whose cover ended after the days allowed is uncovered at once.
    private func uncovered(
        _ lead: Recorded<Allocation>, _ absence: WorkerAbsence, from start: Day, in journey: Journey, _ over: Stop?,
        into findings: inout Findings
    ) {
        let back = absence.until.map { Stop(on: $0 + 1, because: .noLongerApplies) }
        let stop = [back, over].compactMap { $0 }.min { $0.on < $1.on }
        let given = reallocated(from: lead, after: start, in: journey)
        let covers = journey.allocations.filter { $0.role == .cover && $0.worker != lead.worker }.flatMap(here)
        guard let due = calendar.due(allowance, after: start) else {
            return findings.notCheckable(
                Self.self, "absent", because: "a date lies outside the years the calendar knows")
        }
        var gap: Day? = start
        while let open = gap, stop.map({ open < $0.on }) ?? true, given.map({ open < $0.on }) ?? true {
            let covering = covers.filter { $0.from <= open && ($0.until.map { open <= $0 } ?? true) }
            if !covering.isEmpty {
                let ends = covering.map(\.until)
                gap = ends.contains(nil) ? nil : ends.compactMap { $0 }.max().map { $0 + 1 }
                continue
            }
            let next = covers.filter { $0.from > open }.min { $0.from < $1.from }
            let met = [next.map { Met(on: $0.from, by: $0.by.evidence("cover begins", on: $0.from)) }, given]
                .compactMap { $0 }.min { $0.on < $1.on }
            let evidence = [lead.evidence("allocated", on: lead.from)]
            if open == start {
                findings.duty(
                    Self.self, limb: "absent", about: lead.about(on: lead.from), from: open, within: allowance,
                    standard: "worker_absent_local", met: met, stop: stop, evidence: evidence)
            } else if met.map({ $0.on > max(open, due + 1) }) ?? true {
                findings.condition(
                    Self.self, limb: "absent", about: lead.about(on: lead.from), from: max(open, due + 1),
                    standard: "worker_absent_local", met: met, stop: stop, evidence: evidence)
            }
            gap = next?.from
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == "absent" {
            return concern.due == nil
                ? "Whoever covered for the lead worker stopped before \(concern.onset.words), and the lead worker is still away."
                : "The lead worker is away since \(concern.clockStart.words), and nobody is named who covers."
        }
        return
            "Held since \(concern.about.on.words) by a worker who, by \(concern.onset.words), is no longer among the council's workers."
    }
}
