import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// A child's plan for tonight in words.
package struct PlanShowing {
    private let opened: OpenedChild
    private let day: Day
    private let now: Moment
    private let names: PeopleNames

    package init(_ opened: OpenedChild, on day: Day, at now: Moment, names: PeopleNames) {
        self.opened = opened
        self.day = day
        self.now = now
        self.names = names
    }

    package var lines: PlanLines {
        let plan = PlanForTonight(opened.history.journey(), on: day)
        func line(_ words: String, _ agreed: PlanForTonight.Agreed?, none: String) -> PlanLines.Line {
            PlanLines.Line(words, agreed.map { "\($0.words) (\($0.what), \($0.on.words))" } ?? none)
        }
        var lines = [
            line(
                "Kept safe tonight", plan.immediateSafety, none: "Nothing is recorded: decide it, and write it down"),
            line("If it does not hold", plan.contingency, none: "No contingency is recorded"),
            PlanLines.Line("Held by", holder(plan.lead)),
            PlanLines.Line(
                "Others to ask",
                plan.others.isEmpty ? "Nobody else is named" : plan.others.map(names.name).joined(separator: ", ")),
            PlanLines.Line("Last seen", seen(plan.lastSeen, "No visit on which the child was seen is recorded")),
            PlanLines.Line("Last seen alone", seen(plan.lastSeenAlone, "No visit is recorded")),
        ]
        if let actions = plan.actions { lines.append(line("Agreed to be done", actions, none: "")) }
        if !plan.planActions.isEmpty {
            lines.append(
                PlanLines.Line(
                    "Plan",
                    plan.planActions.map { "\($0.aim) (\($0.owner), by \($0.by.shortWords))" }.joined(separator: "; ")))
        }
        if let handover = plan.handovers.first?.body {
            let taken = handover.acceptedBy.map { "taken by \(names.name($0))" } ?? "not yet taken"
            lines.append(PlanLines.Line("Last handed over", "\(handover.at.words), \(taken): \(handover.items)"))
        }
        // Told over the telephone at night, and printed: nothing of what is withheld.
        return PlanLines(
            lines: lines.map { PlanLines.Line($0.words, opened.withholding.masked($0.value)) }, missing: missing)
    }

    /// "7 years. Protection plan."
    package var about: String {
        let statuses = opened.summary.statuses(on: day).all.map(\.tag.words).joined(separator: ", ")
        return "\(listed.ageWords(on: day)). \(statuses)."
    }

    package var name: String { opened.nameShown }

    private var listed: ListedChild {
        ListedChild(child: opened.child, summary: opened.summary, standing: nil, concerns: [])
    }

    /// What is not missing yet, and will be before `until` if nobody acts: what leaves a child at potential risk, alone.
    package func soon(before until: Moment) -> [Concern] {
        opened.concerns.filter { $0.isSoon(after: day, before: until) }.sorted { Concern.isBefore($0, $1, on: day) }
    }

    /// The same, as lines.
    package func soonWords(before until: Moment) -> [String] {
        soon(before: until).map {
            let by = $0.dueAt?.dueWords ?? "the end of \(($0.due ?? $0.onset - 1).words)"
            return "\($0.explanation(on: day, opened.setting)?.why ?? $0.code.text) Not yet missing: due by \(by)."
        }
    }

    private var missing: [String] {
        opened.concerns.filter { $0.stands(on: day) && $0.inToday }.sorted { Concern.isBefore($0, $1, on: day) }.map {
            let words = $0.explanation(on: day, opened.setting)
            return "\(words?.why ?? $0.code.text) \(OverWords.words($0, on: day, now))."
        }
    }

    private func holder(_ lead: Recorded<Allocation>?) -> String {
        guard let lead else { return "Nobody" }
        let team = lead.team.map { Names(opened.setting.workforce).team($0) }
        return [lead.worker.map(names.name), team].compactMap { $0 }.joined(separator: ", ")
    }

    private func seen(_ visit: Recorded<Visit>?, _ none: String) -> String {
        guard let visit else { return none }
        let by = visit.body.place.map { ", \($0.words)" } ?? ""
        let at = visit.body.at.map { ", \($0.clockWords)" } ?? ""
        let said = visit.childsWords.map { ". The child said: \($0)" } ?? ""
        return "\(visit.on.words)\(at)\(by)\(said)"
    }
}

extension Concern {
    /// Not standing on a day, and beginning by a moment after it unless somebody acts; of what leaves a child at potential risk.
    func isSoon(after day: Day, before until: Moment) -> Bool {
        guard onset > day, overOn.map({ $0 > onset }) ?? true, inToday, leavesAtPotentialRisk(on: onset) else {
            return false
        }
        return (dueAt ?? Moment(londonDay: onset)) <= until
    }
}

/// Those who sign in, and those the record names, by the name people know them by.
package struct PeopleNames: Sendable {
    private let users: [String: String]
    private let workforce: Workforce?

    package init(users: [User], workforce: Workforce?) {
        self.users = Dictionary(users.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.workforce = workforce
    }

    /// Somebody whom neither the accounts nor the record knows is said to be so.
    package func name(_ id: String) -> String {
        users[id] ?? workforce?.workers[id]?.name ?? "somebody with no account here (\(id))"
    }

    func team(_ id: String) -> String { Names(workforce).team(id) }
}
