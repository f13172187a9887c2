import Casework
import ChildJourney
import Improvement
import Measures
import Pages
import WorkingDays

/// The page of one action of an improvement plan.
struct ActionPageParts {
    let file: PlanFile
    let line: PlanStanding.Line
    let people: ImprovementPeople
    let calendar: WorkingCalendar
    let today: Day
    let typed: FormReader
    let address: String
    var mayTakeOn = false
    var mayKeep = false
    var audits: InspectionPartPage.Part?

    private var action: ImprovementAction { line.action.body }

    var lede: String {
        "\(people.names.name(action.owner)) sees to it by \(action.byOn.words). It \(line.state.words == "open" ? "is open" : "is \(line.state.words)")."
    }

    var all: [InspectionPartPage.Part] {
        [number, months, answers] + [audits].compactMap { $0 } + [versions, forms].compactMap { $0 }
    }

    private var number: InspectionPartPage.Part {
        var paragraphs = [action.what]
        paragraphs.append(
            "It began on \(action.beganOn.words)\(action.begunShownBy.map { ", before it was asked for: \($0)" } ?? "")."
        )
        if let bound = action.measure, let rule = try? ActionRule(bound) {
            paragraphs.append("Measure: \(bound.words(people)).")
            paragraphs.append(
                "Rule: green at \(rule.words(rule.target)) or \(rule.measure.better == .lower ? "less" : "more"); red short of \(rule.words(rule.floor)), unless it has moved by \(rule.words(rule.step)) towards the target since it began; amber in between. Fewer than \(ActionRule.fewest) counted is not checkable (L)."
            )
        }
        if let done = action.completedOn {
            paragraphs.append(
                "\(people.names.name(action.completedBy ?? "")) marked it complete on \(done.words): \(action.completedShownBy ?? "")."
            )
        }
        if let dropped = action.droppedOn {
            paragraphs.append("It was given up on \(dropped.words): \(action.droppedBecause ?? "").")
        }
        var tags = [line.judgement.colour.tag]
        if line.state.isOverdue(action, on: today) { tags.append(StatusTag(words: "Overdue", tone: .red)) }
        let moved = line.judgement.moved.flatMap { moved in
            action.measure.flatMap { try? ActionRule($0) }.map { rule in
                moved == 0 ? "Not at all" : "\(rule.words(abs(moved))) \(moved > 0 ? "the right way" : "the wrong way")"
            }
        }
        return .init(
            "What the number says", paragraphs: paragraphs,
            table: .init(
                caption: "Set by the measure; the owner may explain it",
                columns: ["How it stands", "Number", "Moved since it began"],
                rows: [
                    [.init("", tags: tags + [line.state.tag]), .init(line.numberWords), .init(moved ?? "Not known")]
                ], nothing: ""))
    }

    private var months: InspectionPartPage.Part {
        let written = file.updates(of: line.action.id)
        let overdue = file.duty(of: line.action).overdue(on: today, calendar)
        let rows = written.map { update -> (PlanMonth, [InspectionPartPage.Item]) in
            let month = PlanMonth(of: update.body.month)
            let isLate = (update.firstWrittenAt?.londonDay ?? update.body.on) > month.lastWorkingDay(calendar)
            return (
                month,
                [
                    .init(month.words, tags: isLate ? [StatusTag(words: "Late", tone: .amber)] : []),
                    .init(update.body.words), .init(update.body.explanation ?? ""),
                    .init("\(people.names.name(update.body.by)), \(update.body.on.shortWords)"),
                ]
            )
        }
        let missing = overdue.map { month -> (PlanMonth, [InspectionPartPage.Item]) in
            (
                month,
                [
                    .init(month.words, tags: [StatusTag(words: "Overdue", tone: .red)]),
                    .init("Nothing was written by \(month.lastWorkingDay(calendar).shortWords)"), "", "",
                ]
            )
        }
        return .init(
            "Month by month",
            table: .init(
                caption: "What was written, latest first",
                columns: ["Month", "How it goes", "Why the number is what it is", "By"],
                rows: (rows + missing).sorted { $1.0 < $0.0 }.map(\.1), nothing: "Nothing is written yet."),
            forms: mayTakeOn && action.droppedOn == nil ? [update, completion] : [])
    }

    private var update: InspectionPartPage.Form {
        let duty = file.duty(of: line.action)
        let first = duty.overdue(on: today, calendar).first ?? duty.asked(on: today, calendar) ?? PlanMonth(of: today)
        let chosen = typed.given("month") ?? first.text
        // The one that waits longest is offered however long ago it was.
        let latest = PlanMonth.all(from: file.writtenOn(line.action), through: today).reversed().prefix(24)
        let months = latest + (latest.contains(first) ? [] : [first])
        return .init(
            summary: "Write for a month", action: "\(address)/updates",
            fields: [
                .init(
                    "month", "Which month?",
                    .select(
                        none: "Choose",
                        months.map { FilterOption(value: $0.text, words: $0.words, isChosen: $0.text == chosen) })),
                .init("goes", "How does it go?", hint: "No name of a child", value: typed.given("goes") ?? "", .long),
                .init(
                    "explained", "Why is the number what it is?", hint: "It explains the colour and does not change it",
                    value: typed.given("explained") ?? "", .long),
            ], button: "Write")
    }

    private var completion: InspectionPartPage.Form {
        guard action.completedOn == nil else {
            return .init(
                summary: "Open it again", action: "\(address)/completion", hidden: [("reopen", "yes")],
                fields: [.init("reopened", "Why?", value: typed.given("reopened") ?? "", .long)], button: "Open again")
        }
        return .init(
            summary: "Mark it complete", action: "\(address)/completion",
            fields: [
                .init("completed", "On which day was it completed?", value: typed.given("completed") ?? ""),
                .init(
                    "completed-shown", "What shows that it is complete?", value: typed.given("completed-shown") ?? "",
                    .long),
            ], button: "Mark complete")
    }

    private var answers: InspectionPartPage.Part {
        .init(
            "What it answers, and what next",
            links: file.points.filter { action.answers.contains($0.id.text) }.map { point in
                Link(
                    words: point.body.words,
                    href: "\(ImprovementDesk.address(file.id))/points/\(PercentText.encode(point.id.text))")
            })
    }

    private var versions: InspectionPartPage.Part? {
        let all = file.versions[line.action.id] ?? []
        guard all.count > 1 else { return nil }
        return .init(
            "How it was changed",
            table: .init(
                caption: "Every version, latest first", columns: ["Written", "Why", "By when", "Who"],
                rows: all.reversed().map { at, body in
                    [
                        .init(at.words), .init(body.changedBecause ?? "As first written"), .init(body.byOn.shortWords),
                        .init(people.names.name(body.owner)),
                    ]
                }, nothing: ""))
    }

    private var forms: InspectionPartPage.Part? {
        guard mayKeep else { return nil }
        func kept(_ name: String, _ value: String?) -> String { typed.given(name) ?? value ?? "" }
        let form = InspectionPartPage.Form(
            summary: "Change the action", action: "\(address)/changes",
            fields: [
                .init("why", "Why is it changed?", value: kept("why", nil), .long),
                .init(
                    "owner", "Who sees to it?",
                    .select(none: "Choose", people.ownerOptions(kept("owner", action.owner)))),
                .init(
                    "team", "Which team?",
                    .select(none: "No single team", people.teamOptions(kept("team", action.team)))),
                .init("by", "By when?", value: kept("by", action.byOn.shortWords)),
                .init(
                    "audited-before", "Which sample asked the question?", hint: "The sample's name in its address",
                    value: kept("audited-before", action.auditedBefore)),
                .init(
                    "audited-again", "Which sample asked it again?", value: kept("audited-again", action.auditedAgain)),
            ] + PlanForms.measureFields(typed, people, action.measure, because: action.noMeasureBecause) + [
                .init(
                    "dropped", "Is it given up?",
                    .several([
                        FilterOption(
                            value: "yes", words: "Yes, for the reason above", isChosen: action.droppedOn != nil)
                    ]))
            ], button: "Change")
        return .init("Change it", forms: [form])
    }
}
