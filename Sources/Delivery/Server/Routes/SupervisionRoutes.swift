import AccessRules
import Casework
import ChildJourney
import Concerns
import HTTPTypes
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Supervision with one worker, made from what stands for the children they hold.
struct SupervisionRoutes {
    private static let fields = ["weighed", "actions", "done"]

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/team/workers/{worker}/supervision") { _, context in
            try await Response.page(page(context), context, in: live)
        }
        router.post("/team/workers/{worker}/supervision") { _, context in try await record(context) }
    }

    private func record(_ context: RequestDetails) async throws -> Response {
        _ = try context.mayTry(.supervise, in: live)
        try await live.mustBeKeptHere()
        let id = try context.pathPart("worker")
        _ = try await KnownWorker(id, live, context)
        var form = FormReader(context.form)
        guard let formID = form.given("form"), formID.hasPrefix("form-"), formID.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let children = Set(form.fields.all("child")).sorted().map { SubjectID($0) }
        if form.given("keep") != nil { return try await keep(form, children, RecordID(formID), id, context) }
        let on = form.day("on", called: "the day", around: live.today)
        if let on, on > live.today { form.note("on", "Enter a day up to today") }
        var written: [SuperviseChildren.Written] = []
        for child in children {
            let actions = form.text("actions-\(child)", called: "who does what", atMost: 20_000, required: false)
            let weighed = form.text("weighed-\(child)", called: "what was weighed", atMost: 20_000, required: false)
            guard let weighed else {
                if actions != nil { form.note("weighed-\(child)", "Enter what was weighed") }
                continue
            }
            written.append(
                SuperviseChildren.Written(
                    child: child, weighed: weighed, actions: actions,
                    earlier: form.given("done-\(child)").flatMap { EarlierActions(rawValue: $0) }))
        }
        if written.isEmpty, form.problems.isEmpty { form.note("on", "Write what was weighed for at least one child") }
        guard let on, form.problems.isEmpty else {
            var page = try await page(context, typed: form)
            page.errors = form.problems
            for index in page.children.indices {
                page.children[index].error =
                    form.problems.first {
                        $0.field == "weighed-\(page.children[index].id)"
                    }?.message
            }
            return .page(page, in: try await live.frame(for: context), status: .unprocessableContent)
        }
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        let outcome = try await SuperviseChildren(recorder)(written, of: id, on: on, form: RecordID(formID))
        for child in outcome.recorded {
            let access = try await context.leave(to: .supervise, child: child, in: live)
            try await live.store.forgetDraft(of: SuperviseCase.name, access: access)
        }
        let refused = Set(outcome.refused.map(\.child))
        var page = try await page(context, typed: refused.isEmpty ? nil : form, keeping: refused)
        page.told = try await ManyChildrenWords(live, context).lines(
            outcome, done: "supervised, each on their own record")
        // Nothing that was written is lost, whoever holds the child now.
        let shown = Set(page.children.filter { $0.told == nil }.map { SubjectID($0.id) })
        for unsent in written where refused.contains(unsent.child) && !shown.contains(unsent.child) {
            page.told.append(
                "What you wrote and was not recorded: "
                    + [unsent.weighed, unsent.actions].compactMap { $0 }.joined(separator: " "))
        }
        return .page(page, in: try await live.frame(for: context), status: refused.isEmpty ? .ok : .conflict)
    }

    /// Each child's part is a draft of that child alone, and the same their own form of supervision goes on with.
    private func keep(
        _ form: FormReader, _ children: [SubjectID], _ id: RecordID, _ worker: String, _ context: RequestDetails
    ) async throws -> Response {
        for child in children {
            var fields = Self.fields.compactMap { name in
                form.given("\(name)-\(child)").map { FormFields.Field(name, $0) }
            }
            guard !fields.isEmpty else { continue }
            if let on = form.given("on") { fields.append(FormFields.Field("on", on)) }
            let access = try await context.leave(to: .supervise, child: child, in: live)
            let draft = Draft(
                id: id, owner: access.who.user, child: child, form: SuperviseCase.name,
                fields: FormFields(fields).query, savedAt: live.now())
            try await live.store.keep(draft, access: access)
        }
        if form.given("quiet") != nil { return Response(status: .noContent) }
        return .seeOther("\(WorkerRoutes.address(of: worker))/supervision")
    }

    /// `typed` is what was sent; of it what was written for the children of `keeping` is shown again, or all of it.
    private func page(
        _ context: RequestDetails, typed: FormReader? = nil, keeping: Set<SubjectID>? = nil
    ) async throws -> SupervisionPage {
        let person = try context.mayTry(.supervise, in: live)
        try await live.mustBeKeptHere()
        let id = try context.pathPart("worker")
        let known = try await KnownWorker(id, live, context)
        let access = try context.leave(to: .seeToday, in: live)
        let held = try await live.store.heldChildren(of: id, on: live.today, access: access, at: live.now())
        var children: [SupervisionPage.Child] = []
        for listed in held.compactMap(\.listed) {
            let isTyped = typed != nil && keeping?.contains(listed.child) ?? true
            children.append(
                try await child(listed, person, isTyped ? typed : nil, isOwn: person.user.text == id, context))
        }
        return SupervisionPage(
            worker: Link(words: known.name, href: WorkerRoutes.address(of: id)),
            address: "\(WorkerRoutes.address(of: id))/supervision", children: children,
            restricted: held.count { $0.listed == nil }, on: typed?.given("on") ?? live.today.shortWords,
            form: WorkerRoutes.newForm(), csrfToken: try context.signedIn().formToken.masked())
    }

    private func child(
        _ listed: ListedChild, _ person: SignedInPerson, _ typed: FormReader?, isOwn: Bool, _ context: RequestDetails
    ) async throws -> SupervisionPage.Child {
        let day = live.today
        let opening = try await context.leave(to: .openChild, child: listed.child, in: live)
        let opened = try await live.store.open(listed.child, access: opening, at: live.now())
        let standing = opened.concerns.filter { $0.stands(on: day) && $0.inToday }
            .sorted { Concern.isBefore($0, $1, on: day) }
        let card = ChildCards(day: day, now: try await live.hourHand(), setting: opened.setting).card(
            ListedChild(child: listed.child, summary: opened.summary, standing: nil, concerns: standing))
        let last = opened.history.journey().casework.supervisions.last { $0.body.on <= day }
        let earlier = last.map { [$0.body.weighed, $0.body.actions.map { "Agreed: \($0)" }].compactMap { $0 } } ?? []
        let draftAccess = try await context.leave(to: .supervise, child: listed.child, in: live)
        let draft = try await live.store.draft(of: SuperviseCase.name, access: draftAccess)
        let kept = try draft.map { try FormFields(encoded: Array($0.fields.utf8)) }
        func value(_ name: String) -> String {
            if let typed { return typed.given("\(name)-\(listed.child)") ?? "" }
            return kept?[name] ?? ""
        }
        return SupervisionPage.Child(
            id: listed.child.text, card: card,
            last: last.map { "Last supervised \($0.body.on.words), \(day - $0.body.on) days ago." }
                ?? "No supervision about this child is recorded.",
            earlier: earlier.map(opened.withholding.masked), weighed: value("weighed"), actions: value("actions"),
            done: value("done"), error: nil,
            told: isOwn ? "You hold this child yourself: somebody else supervises." : nil)
    }
}
