import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Improvement
import Pages
import WorkingDays

/// One action of a plan: what its number says, what its owner wrote each month, and how it was changed.
struct ImprovementActionRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}/actions/{action}"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in
            try await show(ImprovementDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)/updates") { _, context in try await update(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/completion") { _, context in try await complete(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/changes") { _, context in try await change(ImprovementDesk(live, context)) }
    }

    private func action(_ desk: ImprovementDesk, _ file: PlanFile) throws -> Recorded<ImprovementAction> {
        guard let action = file.action(RecordID(try desk.context.pathPart("action"))) else { throw Refused.notFound }
        return action
    }

    private static func address(_ file: PlanFile, _ action: Recorded<ImprovementAction>) -> String {
        "\(ImprovementDesk.address(file.id))/actions/\(PercentText.encode(action.id.text))"
    }

    private func show(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let action = try action(desk, file)
        guard let line = try await desk.standing(file).line(action.id.text) else { throw Refused.notFound }
        var page = ActionPageParts(
            file: file, line: line, people: try await desk.people(), calendar: live.standards.calendar,
            today: live.today, typed: typed, address: Self.address(file, action))
        page.mayTakeOn = desk.mayTakeOn(action.body.owner) && !file.hasEnded
        page.mayKeep = desk.mayKeep && !file.hasEnded
        page.audits = try await audits(desk, action.body)
        return try await desk.respond(
            PlanForms.short(action.body.what), page.lede, page.all, plan: file, errors: typed.problems)
    }

    /// The questions of an audit before and after, for those who may see audits.
    private func audits(_ desk: ImprovementDesk, _ action: ImprovementAction) async throws -> InspectionPartPage.Part? {
        let person = try desk.context.signedIn().person
        guard action.auditedBefore != nil || action.auditedAgain != nil else { return nil }
        guard person.mayDo.contains(.seeAssurance) else {
            return .init("Asked again by an audit", paragraphs: ["An audit asks again. It is not for your role."])
        }
        let see = SeeAssurance(try desk.assurer(), live.standards.frameworks)
        func read(_ id: String?) async throws -> ReadSample? {
            guard let id else { return nil }
            do { return try await see.read(id) } catch AssuranceRefusal.notFound { return nil }
        }
        let (before, after) = (try await read(action.auditedBefore), try await read(action.auditedAgain))
        let links = [before, after].compactMap { $0 }.map {
            Link(words: $0.file.sample.purpose, href: "/audit/samples/\(PercentText.encode($0.file.id))")
        }
        guard let before, let after else {
            return .init(
                "Asked again by an audit", paragraphs: ["Only one of the two audits is recorded."], links: links)
        }
        let tool = live.standards.auditTools.first { $0.id == after.file.sample.tool }
        let compare = CompareSamples(before: before, after: after)
        return .init(
            "Asked again by an audit", links: links,
            table: .init(
                caption: "Each question, before and now", columns: ["Question", "Before", "Now"],
                rows: (tool?.questions ?? []).map { question in
                    let both = compare.answers(to: question.id)
                    return [.init(question.ask), .init(both.before.words), .init(both.after.words)]
                }, nothing: "The tool of this audit is not held here."))
    }

    private func update(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .updateAction)
        let file = try await desk.file()
        let action = try action(desk, file)
        var form = FormReader(desk.context.form)
        let month = form.text("month", called: "the month", atMost: 7).flatMap { PlanMonth(text: $0) }
        let words = form.text("goes", called: "how it goes", atMost: 5000)
        let why = form.text("explained", called: "why the number is what it is", atMost: 5000, required: false)
        if month == nil { form.note("month", "Choose the month from the list") }
        guard let month, let words, form.problems.isEmpty else { return try await show(desk, form) }
        let write = UpdateAction(try desk.assurer())
        let isDone = try await desk.record(&form, field: "goes") { () throws(AssuranceRefusal) in
            try await write.write(words, explaining: why, for: month, of: action.id, in: file.id)
        }
        return isDone ? .seeOther(Self.address(file, action)) : try await show(desk, form)
    }

    /// Marks it complete; or, where it is marked so, opens it again.
    private func complete(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .updateAction)
        let file = try await desk.file()
        let action = try action(desk, file)
        var form = FormReader(desk.context.form)
        let write = UpdateAction(try desk.assurer())
        let isDone: Bool
        if form.given("reopen") == "yes" {
            let why = form.text("reopened", called: "why it is opened again", atMost: 1000)
            guard let why else { return try await show(desk, form) }
            isDone = try await desk.record(&form, field: "reopened") { () throws(AssuranceRefusal) in
                try await write.reopen(action.id, in: file.id, because: why)
            }
        } else {
            let on = form.day("completed", called: "the day it was completed", around: live.today)
            let shown = form.text("completed-shown", called: "what shows that it is complete", atMost: 1000)
            guard let on, let shown else { return try await show(desk, form) }
            isDone = try await desk.record(&form, field: "completed") { () throws(AssuranceRefusal) in
                try await write.complete(action.id, in: file.id, on: on, shownBy: shown)
            }
        }
        return isDone ? .seeOther(Self.address(file, action)) : try await show(desk, form)
    }

    private func change(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        let action = try action(desk, file)
        var form = FormReader(desk.context.form)
        let why = form.text("why", called: "why it is changed", atMost: 1000)
        let owner = form.text("owner", called: "who sees to it", atMost: 100)
        let by = form.day("by", called: "the day it is to be done by", around: live.today)
        let bound = ActionAsked.measure(&form)
        let isDropped = form.isTicked("dropped")
        guard let why, let owner, let by, form.problems.isEmpty else { return try await show(desk, form) }
        let (team, before, again) = (form.given("team"), form.given("audited-before"), form.given("audited-again"))
        let today = live.today
        let keep = try desk.keep()
        let isDone = try await desk.record(&form, field: "why") { () throws(AssuranceRefusal) in
            try await keep.change(action.id, in: file.id, because: why) { body in
                (body.owner, body.byOn, body.team) = (owner, by, team)
                (body.measure, body.noMeasureBecause) = (bound.measure, bound.because)
                (body.auditedBefore, body.auditedAgain) = (before, again)
                if isDropped, body.droppedOn == nil { (body.droppedOn, body.droppedBecause) = (today, why) }
                if !isDropped { (body.droppedOn, body.droppedBecause) = (nil, nil) }
            }
        }
        return isDone ? .seeOther(Self.address(file, action)) : try await show(desk, form)
    }
}
