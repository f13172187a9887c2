import Assurance
import Casework
import ChildJourney
import Improvement
import Measures
import Pages
import WorkingDays

/// One improvement plan as a page: how it stands, by theme, and what it does not answer.
struct ImprovementShowing {
    let standing: PlanStanding
    let inspection: InspectionFile?
    let frameworks: InspectionFrameworks
    let calendar: WorkingCalendar
    let today: Day
    let people: ImprovementPeople
    let mayKeep: Bool
    var team: String?
    var branch: String?

    private var file: PlanFile { standing.file }
    private var address: String { ImprovementDesk.address(file.id) }

    var lines: [PlanStanding.Line] {
        let shown = Set(file.actions(team: team, branch: branch).map(\.id))
        return standing.lines.filter { shown.contains($0.action.id) }
    }

    private var late: [(action: Recorded<ImprovementAction>, month: PlanMonth)] {
        let shown = Set(lines.map(\.action.id))
        return file.overdueUpdates(on: today, calendar).filter { shown.contains($0.action.id) }
    }

    /// "12 actions: 3 red, ..."; what is marked complete and not shown counts as not done.
    var summary: [String] {
        let lines = lines
        func count(_ state: ActionState) -> Int { lines.count { $0.state == state } }
        let standing = lines.filter { $0.state.isStanding }
        let colours = ActionColour.allCases.compactMap { colour -> String? in
            let number = standing.count { $0.judgement.colour == colour }
            return number == 0 ? nil : "\(number) \(colour.words)"
        }
        var words = [
            "\(Self.counted(lines.count, "action")): \(count(.complete)) complete, \(standing.count) not done\(colours.isEmpty ? "" : " (\(colours.joined(separator: ", ")))"), \(count(.dropped)) given up."
        ]
        let denied = count(.saysOtherwise)
        if denied > 0 {
            words.append(
                "\(Self.counted(denied, "action")) marked complete whose number says otherwise: counted as not done.")
        }
        if count(.notShown) > 0 {
            words.append(
                "\(Self.counted(count(.notShown), "action")) marked complete that no number shows: counted as not done."
            )
        }
        let overdue = lines.count { $0.state.isOverdue($0.action.body, on: today) }
        words.append("\(Self.counted(overdue, "action")) past the day they were to be done by.")
        words.append("\(Self.counted(late.count, "monthly update")) overdue.")
        words.append("Numbers are to \(self.standing.figures.asOf.words).")
        return words
    }

    static func counted(_ count: Int, _ one: String) -> String { "\(count) \(count == 1 ? one : "\(one)s")" }

    func parts(_ typed: FormReader) -> [InspectionPartPage.Part] {
        var parts = [InspectionPartPage.Part(paragraphs: summary + dueWords, links: views)]
        for theme in file.plan.body.themes { parts.append(part(theme)) }
        parts.append(unanswered)
        if let left = notTaken { parts.append(left) }
        parts.append(answered)
        parts.append(
            InspectionPartPage.Part(
                "Months, meetings and changes",
                links: [
                    Link(words: "Monthly updates and frozen snapshots", href: "\(address)/months"),
                    Link(words: "Meetings and what they resolved", href: "\(address)/meetings"),
                    Link(words: "Planned changes and the numbers watched", href: "\(address)/changes"),
                ] + engagement))
        if mayKeep, !file.hasEnded {
            parts.append(InspectionPartPage.Part("Keep the plan", forms: PlanForms(self, typed, standing, people).all))
        }
        return parts
    }

    private var engagement: [Link] {
        inspection.map {
            [
                Link(
                    words: "Talks with the inspectorate since",
                    href: "/audit/inspections/\(PercentText.encode($0.id))/after")
            ]
        } ?? []
    }

    /// When the plan has to be sent, whether it was, and from which day that is counted.
    private var dueWords: [String] {
        var words: [String] = []
        if let due = file.due(inspection, frameworks, calendar) {
            let assumed =
                due.isAssumed
                ? ", assuming that the report was received the day it was published"
                : " from the day the report was received"
            let sent = file.plan.body.sentOn
            let state =
                if let sent {
                    sent > due.on
                        ? "It was sent on \(sent.words), late." : "It was sent on \(sent.words)."
                } else {
                    due.on < today ? "It is not recorded as sent and is overdue." : "It is not recorded as sent yet."
                }
            words.append(
                "By law the plan is due on \(due.on.words): \(due.workingDays) working days\(assumed). \(state)")
        } else if file.plan.body.inspection != nil || file.plan.body.framework != nil {
            words.append("No day is set by law for this plan, or the day to count from is not recorded.")
        }
        if let ended = file.plan.body.endedOn { words.append("The plan ended on \(ended.words).") }
        return words
    }

    /// The same actions by branch and by team: nothing is copied.
    private var views: [Link] {
        let teams = Set(file.actions.compactMap(\.body.team)).sorted()
        let all = [
            Link(words: team == nil && branch == nil ? "The whole plan (shown)" : "The whole plan", href: address)
        ]
        let branches = file.plan.body.branches.map { one in
            Link(
                words: "Branch \(one.name)\(branch == one.name ? " (shown)" : "")",
                href: "\(address)?branch=\(PercentText.encode(one.name))")
        }
        let ofTeams = teams.map { id in
            Link(
                words: "Team \(people.names.team(id))\(team == id ? " (shown)" : "")",
                href: "\(address)?team=\(PercentText.encode(id))")
        }
        return branches.isEmpty && ofTeams.isEmpty ? [] : all + branches + ofTeams
    }

    private func part(_ theme: PlanTheme) -> InspectionPartPage.Part {
        let lines = lines.filter { $0.action.body.theme == theme.id }
        return InspectionPartPage.Part(
            theme.name,
            table: .init(
                caption: Self.counted(lines.count, "action"),
                columns: ["Action", "Who, and by when", "What the number says", "How it stands"],
                rows: lines.map { line in
                    let body = line.action.body
                    let href = "\(address)/actions/\(PercentText.encode(line.action.id.text))"
                    let team = body.team.map { ", \(people.names.team($0))" } ?? ""
                    var state = [line.state.tag]
                    if line.state.isOverdue(body, on: today) { state.append(StatusTag(words: "Overdue", tone: .red)) }
                    let months = late.filter { $0.action.id == line.action.id }.map(\.month.words)
                    let owed = months.isEmpty ? "" : "No update for \(months.joined(separator: ", "))"
                    return [
                        .init(body.what, href: href),
                        .init("\(people.names.name(body.owner))\(team), by \(body.byOn.shortWords)"),
                        .init(line.numberWords, tags: [line.judgement.colour.tag]), .init(owed, tags: state),
                    ]
                }, nothing: "No action here."))
    }

    private func pointRow(_ point: Recorded<AnsweredPoint>, _ last: InspectionPartPage.Item) -> [InspectionPartPage
        .Item]
    {
        let place = point.body.origin == .inspection ? nil : point.body.reference
        let from = [point.body.origin.words.atSentenceStart, place].compactMap(\.self).joined(separator: " ")
        return [
            .init(
                point.body.words, href: "\(address)/points/\(PercentText.encode(point.id.text))",
                tags: point.body.isPriority ? [StatusTag(words: "Priority", tone: .red)] : []),
            .init("\(from), \(point.body.on.shortWords)"), last,
        ]
    }

    private var unanswered: InspectionPartPage.Part {
        InspectionPartPage.Part(
            "Not answered by any action",
            table: .init(
                caption: "What has to be put right, and nothing in the plan does",
                columns: ["What was found", "Where it was said", "Answered"],
                rows: file.unanswered.map {
                    pointRow($0, .init("", tags: [StatusTag(words: "Not answered", tone: .red)]))
                },
                nothing: file.points.isEmpty
                    ? "Nothing is recorded yet that the plan has to answer."
                    : "Every point recorded here has an action."))
    }

    private var answered: InspectionPartPage.Part {
        let open = Set(file.unanswered.map(\.id))
        return InspectionPartPage.Part(
            "What the plan answers",
            table: .init(
                caption: "Findings and paragraphs, and how many actions answer each",
                columns: ["What was found", "Where it was said", "Actions"],
                rows: file.points.filter { !open.contains($0.id) }.map { point in
                    pointRow(
                        point,
                        .init(
                            String(
                                file.actions.count {
                                    $0.body.droppedOn == nil && $0.body.answers.contains(point.id.text)
                                })))
                }, nothing: "No action answers anything yet."))
    }

    /// Findings of the plan's inspection that the plan has not taken up.
    private var notTaken: InspectionPartPage.Part? {
        guard let inspection else { return nil }
        let left = KeepPlan.notTaken(inspection, file)
        guard !left.isEmpty else { return nil }
        return InspectionPartPage.Part(
            "Found by the inspection and not in the plan",
            table: .init(
                caption: "\(Self.counted(left.count, "finding"))", columns: ["What was found", "Found on"],
                rows: left.map { one in
                    [
                        .init(one.body.words, tags: one.isPriority ? [StatusTag(words: "Priority", tone: .red)] : []),
                        .init(one.body.on.shortWords),
                    ]
                }, nothing: ""),
            forms: mayKeep && !file.hasEnded
                ? [
                    .init(
                        summary: "Take them into the plan", action: "\(address)/findings", fields: [],
                        button: "Take all of them up")
                ] : [])
    }
}
