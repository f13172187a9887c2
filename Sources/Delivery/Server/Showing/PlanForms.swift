import Casework
import ChildJourney
import Improvement
import Measures
import Pages
import WorkingDays

/// Forms by which a plan is kept.
struct PlanForms {
    private let showing: ImprovementShowing
    private let typed: FormReader
    private let standing: PlanStanding
    private let people: ImprovementPeople

    init(_ showing: ImprovementShowing, _ typed: FormReader, _ standing: PlanStanding, _ people: ImprovementPeople) {
        self.showing = showing
        self.typed = typed
        self.standing = standing
        self.people = people
    }

    private var file: PlanFile { standing.file }
    private var address: String { ImprovementDesk.address(file.id) }

    private func value(_ name: String) -> String { typed.given(name) ?? "" }

    private func kept(_ kind: String) -> [(name: String, value: String)] {
        let sent = typed.given("form").flatMap { $0.hasPrefix("\(kind)-") ? $0 : nil }
        return [("form", sent ?? ImprovementDesk.newItem(kind))]
    }

    private func options(_ name: String, _ all: [(value: String, words: String)]) -> [FilterOption] {
        all.map { FilterOption(value: $0.value, words: $0.words, isChosen: value(name) == $0.value) }
    }

    var all: [InspectionPartPage.Form] { [point, action, plan] }

    private var point: InspectionPartPage.Form {
        .init(
            summary: "Add something the plan has to answer", action: "\(address)/points", hidden: kept("point"),
            fields: [
                .init(
                    "origin", "Where was it said?",
                    .select(
                        none: "Choose",
                        options("origin", PointOrigin.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }))),
                .init(
                    "reference", "Which paragraph, complaint or audit?", hint: "Its number", value: value("reference")),
                .init("said", "What was found?", hint: "No name of a child", value: value("said"), .long),
                .init("found-on", "Which day was it said?", value: value("found-on")),
                .init(
                    "priority", "Is it for priority action?",
                    .choice(options("priority", [("yes", "Yes"), ("no", "No")]))),
            ], button: "Add")
    }

    private var action: InspectionPartPage.Form {
        .init(
            summary: "Add an action", action: "\(address)/actions", hidden: kept("action"),
            fields: [
                .init("what", "What is done?", hint: "No name of a child", value: value("what"), .long),
                .init(
                    "answers", "What does it answer?",
                    .several(
                        file.points.map { point in
                            FilterOption(
                                value: point.id.text, words: Self.short(point.body.words),
                                isChosen: typed.fields.all("answers").contains(point.id.text))
                        })),
                .init(
                    "theme", "Theme",
                    .select(none: "Choose", options("theme", file.plan.body.themes.map { ($0.id, $0.name) }))),
                .init("owner", "Who sees to it?", .select(none: "Choose", people.ownerOptions(typed.given("owner")))),
                .init("team", "Which team?", .select(none: "No single team", people.teamOptions(typed.given("team")))),
                .init("by", "By when?", value: value("by")),
                .init(
                    "began", "When did it begin?", hint: "The day its number is measured from", value: value("began")),
                .init(
                    "began-shown", "If it began before it was asked for: what shows it?", value: value("began-shown")),
            ] + Self.measureFields(typed, people, nil), button: "Add the action")
    }

    private var plan: InspectionPartPage.Form {
        let body = file.plan.body
        let branches = body.branches.map { "\($0.name): \($0.teams.map(people.names.team).joined(separator: ", "))" }
        return .init(
            summary: "Change the plan itself", action: "\(address)/plan",
            fields: [
                .init(
                    "themes", "Themes", hint: "One on each line",
                    value: typed.given("themes") ?? body.themes.map(\.name).joined(separator: "\n"), .long),
                .init(
                    "branches", "Branches", hint: "One on each line, such as Safeguarding: North, South",
                    value: typed.given("branches") ?? branches.joined(separator: "\n"), .long),
                .init(
                    "sent", "When was it sent to the inspectorate?",
                    value: typed.given("sent") ?? body.sentOn?.shortWords ?? ""),
                .init(
                    "sent-shown", "What shows that it was sent?",
                    value: typed.given("sent-shown") ?? body.sentShownBy ?? ""),
                .init(
                    "ended", "When did the plan end?", hint: "Nothing can be written into it after",
                    value: value("ended")),
            ], button: "Change")
    }

    static func short(_ words: String) -> String { words.count > 90 ? "\(words.prefix(90))…" : words }

    /// The number that shows it, or why none does.
    static func measureFields(
        _ typed: FormReader, _ people: ImprovementPeople, _ bound: ActionMeasure?, because: String? = nil
    ) -> [InspectionPartPage.Field] {
        func given(_ name: String, _ kept: String?) -> String { typed.given(name) ?? kept ?? "" }
        func number(_ tenths: Int?) -> String? {
            tenths.map { $0.isMultiple(of: 10) ? "\($0 / 10)" : "\($0 / 10).\($0 % 10)" }
        }
        let measures = Measures.all.filter { $0.better != .neither }.map { measure in
            FilterOption(
                value: measure.id.text,
                words: "\(measure.words.title) (\(measure.better == .lower ? "fewer are" : "more is") better)",
                isChosen: given("measure", bound?.id) == measure.id.text)
        }
        let periods = ActionRule.periods.map { kind in
            FilterOption(
                value: kind.rawValue, words: ActionMeasure.words(kind).atSentenceStart,
                isChosen: given("period", bound?.period ?? "quarter") == kind.rawValue)
        }
        return [
            .init("measure", "Which number shows it?", .select(none: "No measure: say why below", measures)),
            .init("period", "Over which time?", .select(none: "Choose", periods)),
            .init(
                "measure-team", "Of which team?",
                .select(none: "Everybody", people.teamOptions(given("measure-team", bound?.team)))),
            .init("target", "Target: green at or past it", value: given("target", number(bound?.target))),
            .init("floor", "Floor: red short of it", value: given("floor", number(bound?.floor))),
            .init(
                "step", "How far must it move to count as moving?",
                hint: "Amber while it does, though short of the floor",
                value: given("step", number(bound?.step))),
            .init("no-measure", "If no number shows it: why not?", value: given("no-measure", because)),
        ]
    }
}
