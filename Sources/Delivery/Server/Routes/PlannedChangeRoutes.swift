import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Improvement
import Measures
import Pages
import WorkingDays

/// Planned changes, such as a restructure, and the numbers watched meanwhile.
struct PlannedChangeRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}/changes"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in
            try await show(ImprovementDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)") { _, context in try await announce(ImprovementDesk(live, context)) }
    }

    private func show(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let standing = try await desk.standing(file)
        let people = try await desk.people()
        var parts = file.changes.map { part($0.body, standing.figures, people) }
        if parts.isEmpty { parts = [.init(paragraphs: ["No change is planned."])] }
        if desk.mayKeep, !file.hasEnded { parts.append(.init(forms: [form(typed, people, file)])) }
        return try await desk.respond(
            "Planned changes",
            "A change of how work is shared out can hide what goes wrong: these numbers are watched.",
            parts, plan: file, errors: typed.problems)
    }

    private func part(
        _ change: PlannedChange, _ figures: PlanFigures, _ people: ImprovementPeople
    ) -> InspectionPartPage.Part {
        func posts(_ tenths: Int?) -> String {
            tenths.map { $0.isMultiple(of: 10) ? "\($0 / 10)" : "\($0 / 10).\($0 % 10)" } ?? "not recorded"
        }
        let teams =
            change.teams.isEmpty ? "" : " Teams: \(change.teams.map(people.names.team).joined(separator: ", "))."
        return .init(
            change.name,
            paragraphs: [
                change.why,
                "From \(change.from.words) to \(change.until.words).\(teams) Full-time posts before: \(posts(change.capacityBefore)); after: \(posts(change.capacityAfter)).",
            ],
            table: .init(
                caption: "Over three months, to the day before it began and to \(figures.asOf.shortWords)",
                columns: ["Number", "Before", "Now", "Which way"],
                rows: change.watch.compactMap { id in Measures.all.first { $0.id.text == id } }.map { measure in
                    let (before, now) = figures.watched(measure, change)
                    return [
                        .init(measure.words.title),
                        .init(before.map { ActionRule.words($0, measure.unit) } ?? "Not known"),
                        .init(
                            now.map { ActionRule.words($0, measure.unit) } ?? figures.blind(
                                measure.id, PlanFigures.period(.quarter, to: figures.asOf)
                            ).map {
                                "Not checkable: \($0)"
                            } ?? "Not known"),
                        way(measure, before, now),
                    ]
                }, nothing: "No number is watched."))
    }

    private func way(_ measure: any Measure.Type, _ before: Int?, _ now: Int?) -> InspectionPartPage.Item {
        guard let before, let now else { return .init("", tags: [StatusTag(words: "Not known", tone: .gone)]) }
        guard before != now else { return .init("The same") }
        let isUp = now > before
        switch measure.better {
        case .neither: return .init(isUp ? "More" : "Fewer")
        case .higher: return .init("", tags: [StatusTag(words: isUp ? "Better" : "Worse", tone: isUp ? .need : .red)])
        case .lower: return .init("", tags: [StatusTag(words: isUp ? "Worse" : "Better", tone: isUp ? .red : .need)])
        }
    }

    private func form(_ typed: FormReader, _ people: ImprovementPeople, _ file: PlanFile) -> InspectionPartPage.Form {
        func value(_ name: String) -> String { typed.given(name) ?? "" }
        func several(_ name: String, _ all: [(id: String, words: String)]) -> InspectionPartPage.Field.Look {
            .several(
                all.map {
                    FilterOption(value: $0.id, words: $0.words, isChosen: typed.fields.all(name).contains($0.id))
                })
        }
        let sent = typed.given("form").flatMap { $0.hasPrefix("change-") ? $0 : nil }
        let teams: [InspectionPartPage.Field] =
            people.teams.isEmpty
            ? [] : [.init("teams", "Which teams?", several("teams", people.teams.map { ($0.id, $0.name) }))]
        return .init(
            summary: "Announce a change", action: "\(ImprovementDesk.address(file.id))/changes",
            hidden: [("form", sent ?? ImprovementDesk.newItem("change"))],
            fields: [
                .init("name", "What changes?", value: value("name")),
                .init("why", "Why?", value: value("why"), .long),
                .init("from", "From which day?", value: value("from")),
                .init("until", "Until which day?", value: value("until")),
            ] + teams + [
                .init("before", "Full-time posts before", value: value("before")),
                .init("after", "Full-time posts after", value: value("after")),
                .init(
                    "watch", "Which numbers are watched?",
                    several("watch", Measures.all.map { ($0.id.text, $0.words.title) })),
            ], button: "Announce")
    }

    private func announce(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        var form = FormReader(desk.context.form)
        let id = try desk.item(form, "change")
        let name = form.text("name", called: "what changes", atMost: 200)
        let why = form.text("why", called: "why", atMost: 5000)
        let from = form.day("from", called: "the first day", around: live.today)
        let until = form.day("until", called: "the last day", around: live.today)
        let before = form.tenths("before", called: "posts before", in: 0...100_000, required: false)
        let after = form.tenths("after", called: "posts after", in: 0...100_000, required: false)
        guard let name, let why, let from, let until, form.problems.isEmpty else { return try await show(desk, form) }
        let known = Set(Measures.all.map { $0.id.text })
        var change = PlannedChange(
            name: name, why: why, from: from, until: until,
            teams: form.fields.all("teams").filter { !$0.isEmpty },
            watch: form.fields.all("watch").filter { known.contains($0) })
        (change.capacityBefore, change.capacityAfter) = (before, after)
        let (verb, body) = (try desk.meetings(), change)
        let isDone = try await desk.record(&form, field: "name") { () throws(AssuranceRefusal) in
            try await verb.announce(body, id: RecordID(id), in: file.id)
        }
        return isDone ? .seeOther("\(ImprovementDesk.address(file.id))/changes") : try await show(desk, form)
    }
}
