import ChildJourney
import Concerns
import Duties
import Pages
import RecordKeeping
import WorkingDays

/// One concern, explained: the rule and its source, the dates and the arithmetic, the entries, what clears it.
struct WhyShowing {
    let opened: OpenedChild
    let concern: Concern
    let day: Day
    var now: Moment?
    /// What the concern rests on in other people's records.
    var others = OthersEvidence.none
    /// Nil where nothing is recorded here.
    var remedies: Remedies?

    private var setting: Setting { opened.setting }
    private var listed: ListedChild {
        ListedChild(child: opened.child, summary: opened.summary, standing: nil, concerns: [])
    }

    var page: WhyPage {
        let words = concern.explanation(on: day, setting)
        return WhyPage(
            child: Link(words: listed.nameShown, href: listed.address), kind: concern.kind.icon, standing: standing,
            level: LevelWords.words(concern.level(on: day)), code: concern.code.text,
            sentence: words?.why ?? concern.code.text, over: over,
            marks: delays, isNoLongerInSource: concern.noLongerInSource,
            clears: words.map { "Clears when \($0.clears)." } ?? "", whoCanAct: [words?.whoCanAct].compactMap { $0 },
            actions: actions,
            rule: rule(words), dates: dates, arithmetic: arithmetic(words), evidence: evidence, caveats: caveats,
            history: history)
    }

    private var actions: [Link] {
        guard let remedies, standing != .cleared else { return [] }
        return [
            remedies.link(for: concern, of: listed.address),
            remedies.delay(of: concern, on: day, of: listed.address),
        ].compactMap { $0 }
    }

    /// What was said of why it is late, with the words and names that lists leave out.
    private var delays: [String] {
        let names = Names(setting.workforce)
        return opened.history.journey().casework.delays.filter { $0.body.isAbout(concern) }.map { delay in
            let body = delay.body
            let said = ConcernDelay(reason: body.reason, newDay: body.newDay, isAgreed: body.isAgreed == true)
            let state =
                switch body.isAgreed {
                case true?: said.words(on: day) + " Agreed by \(body.answeredBy.map(names.worker) ?? "a manager")."
                case false?: "A delay was asked for and not agreed: \(body.reason.words)."
                case nil: said.words(on: day)
                }
            return [state, opened.withholding.masked(body.why)].joined(separator: " ")
        }
    }

    private var standing: Pages.Standing {
        if concern.onset > day { return .ahead }
        if !concern.stands(on: day) { return .cleared }
        if concern.isFlag { return .unsafeNow }
        return concern.leavesAtPotentialRisk(on: day) ? .atPotentialRisk : .overdue
    }

    private var over: String {
        switch standing {
        case .ahead: return "would begin \(concern.onset.words)"
        case .cleared: return "over since \((concern.overOn ?? day).words)"
        default: return OverWords.words(concern, on: day, now)
        }
    }

    private func rule(_ words: Explanation?) -> Pages.RuleWords {
        let standard = words?.standard
        let verification: Pages.RuleWords.Verification =
            standard.map {
                $0.standing == .localPractice ? .councilSetting : $0.verification == .memory ? .fromMemory : .checked
            }
            ?? .noLimit
        let inForce = standard.map { standard in
            "In force from \(standard.inForce.from.words)" + (standard.inForce.until.map { " to \($0.words)" } ?? "")
        }
        return Pages.RuleWords(
            words: [words?.rule].compactMap { $0 },
            source: standard?.source ?? "Sightline's catalogue of concerns; no time limit applies",
            verification: verification, inForce: inForce)
    }

    private var dates: DateLine {
        var marks: [(Day, String, DateMark.Role)] = [(concern.clockStart, "Clock started", .happened)]
        if let due = concern.due, due < concern.onset { marks.append((due, "Last day in time", .due)) }
        if concern.due != nil || concern.onset != concern.clockStart {
            let from = concern.dueAt.map { $0.londonMinute == 0 ? "" : " at \($0.clockWords)" } ?? ""
            marks.append((concern.onset, "Concern began\(from)", .onset))
        }
        if let over = concern.overOn, over <= day {
            marks.append((over, concern.clearedOn == over ? "Cleared" : "Ended", .cleared))
        }
        if concern.stands(on: day) { marks.append((day, "Today", .today)) }
        marks.sort { $0.0 < $1.0 }
        let first = marks.first?.0 ?? day
        let last = marks.last?.0 ?? day
        return DateLine(
            marks: marks.map { DateMark(dayNumber: $0.0 - first, date: $0.0.words, words: $0.1, role: $0.2) },
            notCounted: notCounted(from: first, through: min(concern.due ?? last, last)),
            lengthInDays: max(1, last - first))
    }

    /// Weekends and bank holidays, where working days are counted and the line is short enough to show them.
    private func notCounted(from first: Day, through last: Day) -> [NotCounted] {
        let standard = concern.standard.flatMap { setting.limits.standard($0, on: concern.clockStart) }
        guard case .workingDays? = standard?.allowance?.length, last - first <= 120, last > first else { return [] }
        return (1...(last - first)).compactMap { offset in
            let day = first + offset
            if let name = setting.calendar.holiday(on: day) {
                return NotCounted(dayNumber: offset, lengthInDays: 1, holiday: "\(name), \(day.words)")
            }
            return day.weekday.isWeekend ? NotCounted(dayNumber: offset, lengthInDays: 1) : nil
        }
    }

    private func arithmetic(_ words: Explanation?) -> [ArithmeticLine] {
        (words?.arithmetic ?? []).enumerated().map { ArithmeticLine(step: "Step \($0.offset + 1)", result: $0.element) }
    }

    private var evidence: [EvidenceEntry] {
        let entries = Dictionary(
            opened.history.entries.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
        return concern.evidence.map { evidence in
            let entry = entries[evidence.place] ?? others.shown[evidence.place]
            if others.hidden.contains(evidence.place) {
                return EvidenceEntry(date: "Not shown", body: .notYours, recorded: "Not shown")
            }
            return EvidenceEntry(
                date: evidence.on?.words ?? "No day",
                body: .shown(words: opened.withholding.masked("\(evidence.kind.words): \(evidence.says)"), href: nil),
                recorded: entry.map { "Entry \($0.sequence), recorded \($0.recordedAt.words)" }
                    ?? "Entry \(evidence.place)",
                isNoLongerInSource: entry?.withdrawn ?? false)
        }
    }

    private var caveats: [String] {
        opened.notChecked.filter { $0.code == concern.code }.map {
            "Part of this check could not be made: \($0.because)."
        }
    }

    private var history: [PastConcern] {
        opened.concerns.filter { $0.code == concern.code && $0 != concern && $0.onset <= day }.map { past in
            let end = past.overOn ?? day
            let worked = setting.calendar.workingDays(after: past.onset - 1, through: end - 1).map {
                "\($0) working days"
            }
            return PastConcern(
                began: past.onset.words, cleared: past.overOn?.words, length: worked ?? "\(end - past.onset) days",
                how: past.clearedOn != nil ? "Cleared" : past.ending.map { "Ended: \($0.words)" } ?? "Stands")
        }
    }
}
