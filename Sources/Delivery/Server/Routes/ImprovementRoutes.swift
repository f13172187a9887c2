import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Improvement
import Pages
import RecordKeeping
import WorkingDays

/// Improvement plans: what they answer, what is done and what the numbers say of it.
struct ImprovementRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(ImprovementDesk.path)") { _, context in
            try await home(ImprovementDesk(live, context), FormReader(context.form))
        }
        router.post("\(ImprovementDesk.path)") { _, context in try await open(ImprovementDesk(live, context)) }
        router.get("\(Self.path)") { request, context in
            try await show(
                ImprovementDesk(live, context), FormReader(context.form), try FormFields(query: request.uri.query))
        }
        router.post("\(Self.path)/plan") { _, context in try await change(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/findings") { _, context in try await take(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/points") { _, context in try await point(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/actions") { _, context in try await act(ImprovementDesk(live, context)) }
        ImprovementActionRoutes(live: live).add(to: router)
        AnsweredPointRoutes(live: live).add(to: router)
        PlanMonthRoutes(live: live).add(to: router)
        PlanMeetingRoutes(live: live).add(to: router)
        MeetingFileRoutes(live: live).add(to: router)
        PlannedChangeRoutes(live: live).add(to: router)
    }

    // MARK: All plans

    private func home(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> Response {
        try desk.leave(to: .seePlan)
        let see = try desk.see()
        let plans = try await desk.asked { () async throws(AssuranceRefusal) in try await see.all() }
        let calendar = live.standards.calendar
        let rows = plans.sorted { $1.plan.body.beganOn < $0.plan.body.beganOn }.map {
            file -> [InspectionPartPage.Item] in
            let late = file.overdueUpdates(on: live.today, calendar).count
            let resolved = file.openResolutions.count { $0.body.dueOn < live.today }
            var tags: [StatusTag] = []
            if file.hasEnded { tags.append(StatusTag(words: "Ended", tone: .closed)) }
            if late > 0 {
                tags.append(StatusTag(words: "\(ImprovementShowing.counted(late, "update")) overdue", tone: .red))
            }
            if resolved > 0 { tags.append(StatusTag(words: "\(resolved) resolved and overdue", tone: .red)) }
            if !file.unanswered.isEmpty {
                tags.append(StatusTag(words: "\(file.unanswered.count) not answered", tone: .amber))
            }
            return [
                .init(file.plan.body.name, href: ImprovementDesk.address(file.id)),
                .init(file.plan.body.beganOn.shortWords), .init(String(file.actions.count)),
                .init(tags.isEmpty ? "Nothing of it is overdue" : "", tags: tags),
            ]
        }
        let table = InspectionPartPage.Table(
            caption: "\(ImprovementShowing.counted(plans.count, "plan"))",
            columns: ["Plan", "Began", "Actions", "How it stands"], rows: rows, nothing: "No plan is recorded.")
        return try await desk.respond(
            "Improvement", "What the council has promised to put right, and what its own numbers say of that.",
            try await PlanWorkShowing.part(live, desk.context) + [
                .init(table: table, forms: desk.mayKeep ? [try await form(desk, typed)] : [])
            ], errors: typed.problems)
    }

    private func form(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> InspectionPartPage.Form {
        func value(_ name: String) -> String { typed.given(name) ?? "" }
        func options(_ name: String, _ all: [(value: String, words: String)]) -> [FilterOption] {
            all.map { FilterOption(value: $0.value, words: $0.words, isChosen: value(name) == $0.value) }
        }
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let frameworks = live.standards.frameworks
        let inspections = try await live.store.assuranceWork(.inspection, access: access).compactMap {
            InspectionFile($0.id, $0.history, under: frameworks)
        }.filter { $0.inspection.body.publishedOn != nil }
        let sent = typed.given("form").flatMap { $0.hasPrefix("plan-") ? $0 : nil }
        return .init(
            summary: "Set up a plan", action: ImprovementDesk.path,
            hidden: [("form", sent ?? ImprovementDesk.newItem("plan"))],
            fields: [
                .init("name", "What is it called?", value: value("name")),
                .init("began", "When does it begin?", value: value("began")),
                .init("themes", "Its themes", hint: "One on each line", value: value("themes"), .long),
                .init(
                    "inspection", "Which inspection held here does it answer?",
                    .select(
                        none: "None: a report from elsewhere, or its own assessment",
                        options(
                            "inspection",
                            inspections.map {
                                ($0.id, "\($0.inspection.body.council), \($0.inspection.body.beganOn.shortWords)")
                            }))),
                .init(
                    "framework", "If a report from elsewhere: under which framework?",
                    .select(none: "None", options("framework", frameworks.all.reversed().map { ($0.id, $0.name) }))),
                .init(
                    "visit", "After which kind of visit?",
                    .select(none: "None", options("visit", frameworks.visitKinds.map { ($0.id, $0.name) }))),
                .init("received", "Which day did the council receive it?", value: value("received")),
                .init("published", "Which day was it published?", value: value("published")),
                .init(
                    "priority", "Does it have something for priority action?",
                    .choice(options("priority", [("yes", "Yes"), ("no", "No")]))),
            ], button: "Set up")
    }

    private func open(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        var form = FormReader(desk.context.form)
        let id = try desk.item(form, "plan")
        let name = form.text("name", called: "what it is called", atMost: 200)
        let began = form.day("began", called: "the day it begins", around: live.today)
        let themes = form.text("themes", called: "its themes", atMost: 5000)
        let received = form.day("received", called: "the day it was received", around: live.today, required: false)
        let published = form.day("published", called: "the day it was published", around: live.today, required: false)
        guard let name, let began, let themes, form.problems.isEmpty else { return try await home(desk, form) }
        var plan = ImprovementPlan(name: name, beganOn: began, keptBy: "")
        plan.themes = Self.themes(themes, known: [])
        plan.inspection = form.given("inspection")
        if plan.inspection == nil {
            (plan.framework, plan.visit) = (form.given("framework"), form.given("visit"))
            (plan.receivedOn, plan.publishedOn) = (received, published)
            plan.hasPriorityAction = form.given("priority").map { $0 == "yes" }
        }
        let (keep, body) = (try desk.keep(), plan)
        let isDone = try await desk.record(&form, field: "name") { () throws(AssuranceRefusal) in
            try await keep.open(body, id: id)
        }
        return isDone ? .seeOther(ImprovementDesk.address(id)) : try await home(desk, form)
    }

    /// A theme keeps its id while it keeps its name.
    static func themes(_ lines: String, known: [PlanTheme]) -> [PlanTheme] {
        var themes: [PlanTheme] = []
        for line in lines.split(whereSeparator: \.isNewline) {
            let name = line.drop { $0.isWhitespace }
            guard !name.isEmpty, !themes.contains(where: { $0.name == name }) else { continue }
            let free = (1...).lazy.map { "theme-\($0)" }.first { id in
                !known.contains { $0.id == id } && !themes.contains { $0.id == id }
            }
            let id = known.first { $0.name == name }?.id ?? free ?? String(name)
            themes.append(PlanTheme(id: id, name: String(name)))
        }
        return themes
    }

    // MARK: One plan

    private func show(
        _ desk: ImprovementDesk, _ typed: FormReader, _ query: FormFields = FormFields()
    ) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        func asked(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        let showing = ImprovementShowing(
            standing: try await desk.standing(file), inspection: try await desk.inspection(of: file),
            frameworks: live.standards.frameworks, calendar: live.standards.calendar, today: live.today,
            people: try await desk.people(), mayKeep: desk.mayKeep, team: asked("team"), branch: asked("branch"))
        let view =
            showing.team.map { ", team \(showing.people.names.team($0))" } ?? showing.branch.map { ", branch \($0)" }
            ?? ""
        return try await desk.respond(
            "\(file.plan.body.name)\(view)",
            "The number of an action sets its colour. Whoever sees to it may explain it, and nobody overrules it.",
            showing.parts(typed), trail: [Link(words: "Improvement", href: ImprovementDesk.path)],
            errors: typed.problems)
    }

    private func change(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        var form = FormReader(desk.context.form)
        let themes = form.text("themes", called: "its themes", atMost: 5000)
        let sent = form.day("sent", called: "the day it was sent", around: live.today, required: false)
        let shown = form.text("sent-shown", called: "what shows that it was sent", atMost: 500, required: sent != nil)
        let ended = form.day("ended", called: "the day it ended", around: live.today, required: false)
        let branches = try await Self.branches(&form, desk.people())
        guard let themes, form.problems.isEmpty else { return try await show(desk, form) }
        let known = Self.themes(themes, known: file.plan.body.themes)
        let keep = try desk.keep()
        let isDone = try await desk.record(&form, field: "themes") { () throws(AssuranceRefusal) in
            try await keep.change(file.id) { body in
                (body.themes, body.branches) = (known, branches)
                (body.sentOn, body.sentShownBy) = (sent, sent == nil ? nil : shown)
                if let ended { body.endedOn = ended }
            }
        }
        return isDone ? .seeOther(ImprovementDesk.address(file.id)) : try await show(desk, form)
    }

    /// "Safeguarding: North, South" on each line.
    private static func branches(_ form: inout FormReader, _ people: ImprovementPeople) throws -> [PlanBranch] {
        guard let text = form.given("branches") else { return [] }
        var branches: [PlanBranch] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1).map { trimmed($0) }
            let names = parts.count == 2 ? parts[1].split(separator: ",").map { trimmed($0) } : []
            let teams = names.map { name in people.teams.first { $0.name == name || $0.id == name }?.id }
            guard let name = parts.first, !name.isEmpty, !teams.isEmpty, !teams.contains(nil) else {
                form.note(
                    "branches",
                    "Say of each branch which teams of the record it has, such as Safeguarding: North, South")
                return []
            }
            branches.append(PlanBranch(name: name, teams: teams.compactMap { $0 }))
        }
        return branches
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    private func take(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        let keep = try desk.keep()
        _ = try await desk.asked { () async throws(AssuranceRefusal) in try await keep.takeFindings(into: file.id) }
        return .seeOther(ImprovementDesk.address(file.id))
    }

    private func point(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        var form = FormReader(desk.context.form)
        let id = try desk.item(form, "point")
        let origin = form.choice("origin", called: "where it was said", of: PointOrigin.self)
        let said = form.text("said", called: "what was found", atMost: 5000)
        let on = form.day("found-on", called: "the day it was said", around: live.today)
        let reference = form.text("reference", called: "which one", atMost: 100, required: false)
        guard let origin, let said, let on, form.problems.isEmpty else { return try await show(desk, form) }
        var point = AnsweredPoint(on: on, origin: origin, words: said, isPriority: form.given("priority") == "yes")
        point.reference = reference
        let (keep, body) = (try desk.keep(), point)
        let isDone = try await desk.record(&form, field: "said") { () throws(AssuranceRefusal) in
            try await keep.answer(body, id: RecordID(id), in: file.id)
        }
        return isDone ? .seeOther(ImprovementDesk.address(file.id)) : try await show(desk, form)
    }

    private func act(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        var form = FormReader(desk.context.form)
        let id = try desk.item(form, "action")
        let what = form.text("what", called: "what is done", atMost: 2000)
        let theme = form.text("theme", called: "the theme", atMost: 60)
        let owner = form.text("owner", called: "who sees to it", atMost: 100)
        let by = form.day("by", called: "the day it is to be done by", around: live.today)
        let began = form.day("began", called: "the day it began", around: live.today)
        let shown = form.text("began-shown", called: "what shows that it had begun", atMost: 1000, required: false)
        let bound = ActionAsked.measure(&form)
        guard let what, let theme, let owner, let by, let began, form.problems.isEmpty else {
            return try await show(desk, form)
        }
        var action = ImprovementAction(
            what: what, theme: theme, answers: form.fields.all("answers").filter { !$0.isEmpty }, owner: owner,
            byOn: by,
            beganOn: began)
        (action.team, action.begunShownBy) = (form.given("team"), shown)
        (action.measure, action.noMeasureBecause) = (bound.measure, bound.because)
        let (keep, body) = (try desk.keep(), action)
        let isDone = try await desk.record(&form, field: "what") { () throws(AssuranceRefusal) in
            try await keep.act(body, id: RecordID(id), in: file.id)
        }
        return isDone ? .seeOther(ImprovementDesk.address(file.id)) : try await show(desk, form)
    }
}
