import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Choosing what of a child's story goes into a chronology for somebody, in a council whose record is kept here.
struct ChronologyRoutes {
    private static let eventsShown = 40
    private static let longest = 500

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/chronology") { request, context in try await choose(request, context) }
        router.post("/children/{child}/chronology") { _, context in try await send(context) }
    }

    private func choose(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let (opened, access) = try await open(context)
        let form = FormReader(try FormFields(query: request.uri.query))
        return try await page(opened, try await draft(access), form, nil, [], context)
    }

    private func send(_ context: RequestDetails) async throws -> Response {
        let (opened, access) = try await open(context)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("form-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let address = ListedChild.address(of: opened.child)
        let done = Response.seeOther("\(address)/outgoing/\(PercentText.encode(id))")
        if opened.history.entries.contains(where: { $0.occasion == id }) { return done }
        let shown = form.fields.all("shown")
        let ticked = Set(form.fields.all("chosen"))
        var chosen: [ChosenEntry] = []
        for (place, key) in shown.enumerated() where ticked.contains(key) {
            let name = "meant-\(place)"
            let meant = form.text(name, called: "what it meant", atMost: Self.longest, required: false)
            if let problem = meant.flatMap(opened.withholding.whyToLeaveOut) { form.note(name, problem) }
            chosen.append(ChosenEntry(key: key, meant: meant))
        }
        var draft = try await draft(access)
        draft.choose(chosen, of: Set(shown))
        guard form.problems.isEmpty else {
            return try await page(opened, draft, form, RecordID(id), form.problems, context)
        }
        try await live.store.keep(
            Draft(
                id: RecordID(id), owner: access.who.user, child: opened.child, form: ChronologyDraft.form,
                fields: draft.fields, savedAt: live.now()), access: access)
        guard form.given("do") == "prepare" else {
            let page = form.given("page").map { [(name: "page", value: $0)] } ?? []
            return .seeOther(StoryFilter(form).address("\(address)/chronology", page + onlyChosen(form)))
        }
        let recipient = form.text("recipient", called: "who it is for", atMost: 300)
        let relation = form.text("relation", called: "who they are to the child", atMost: 300)
        form.askToLeaveOut(opened.withholding, in: ["recipient", "relation"])
        let keys = Set(events(opened).map(\.key))
        let standing = draft.chosen.filter { keys.contains($0.key) }
        if standing.isEmpty { form.note("chosen", "Choose at least one entry") }
        guard let recipient, let relation, form.problems.isEmpty else {
            return try await page(opened, draft, form, RecordID(id), form.problems, context)
        }
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        try await PrepareChronology(recorder)(standing, for: recipient, relation, form: RecordID(id), of: opened)
        try await live.store.forgetDraft(of: ChronologyDraft.form, access: access)
        return done
    }

    private func onlyChosen(_ form: FormReader) -> [(name: String, value: String)] {
        // NB: on the page the boxes have that name, so what narrows the page is sent under another.
        form.given("only-chosen") != nil ? [(name: "only-chosen", value: "yes")] : []
    }

    private func open(_ context: RequestDetails) async throws -> (OpenedChild, Access) {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .recordNote, child: child, in: live)
        try await live.mustBeKeptHere()
        let opening = try await context.leave(to: .openChild, child: child, in: live)
        return (try await live.store.open(child, access: opening, at: live.now()), access)
    }

    private func draft(_ access: Access) async throws -> ChronologyDraft {
        try await live.store.draft(of: ChronologyDraft.form, access: access).map { try ChronologyDraft($0) }
            ?? ChronologyDraft()
    }

    /// Oldest first, as a chronology is read. What only says where the child is, or what went out, is left to the record.
    private func events(_ opened: OpenedChild) -> [ToldEvent] {
        StoryWords(names: Names(opened.setting.workforce), withholding: opened.withholding)
            .events(of: opened.journey()).filter {
                ![.outgoingDocument, .withheldFact, .meetingMinutes].contains($0.kind)
            }.reversed()
    }

    private func page(
        _ opened: OpenedChild, _ draft: ChronologyDraft, _ form: FormReader, _ sent: RecordID?,
        _ errors: [FieldError], _ context: RequestDetails
    ) async throws -> Response {
        let address = ListedChild.address(of: opened.child)
        let path = "\(address)/chronology"
        let filter = StoryFilter(form)
        let numbered = NumberedPage(form, size: Self.eventsShown)
        let told = events(opened)
        let only = onlyChosen(form)
        let found = told.filter { filter.admits($0) && (only.isEmpty || draft.has($0.key)) }
        let keys = Set(told.map(\.key))
        let lost = draft.chosen.filter { !keys.contains($0.key) }.count
        let page = ChronologyPage(
            childName: opened.nameShown, childHref: address, action: path,
            csrfToken: try context.signedIn().formToken.masked(),
            hidden: [(name: "form", value: (sent ?? Self.newForm).text)] + filter.kept + only
                + [(name: "page", value: "\(numbered.number)")],
            filters: filter.form(path, told, kept: only),
            entries: numbered.of(found).map { event in
                ChronologyPage.Entry(
                    key: event.key, date: event.on.words, title: event.title, words: event.words,
                    isChosen: draft.has(event.key),
                    // Written before something was withheld, it is not brought back by the form.
                    meant: draft.meant(event.key).map(sent == nil ? opened.withholding.masked : { $0 }) ?? "")
            },
            position: numbered.position(of: found, order: "oldest first") { page in
                filter.address(path, only + [(name: "page", value: "\(page)")])
            }, chosen: draft.chosen.count - lost, lost: lost,
            chosenHref: StoryFilter().address(path, [(name: "only-chosen", value: "yes")]),
            allHref: path, recipient: form.given("recipient") ?? "", relation: form.given("relation") ?? "",
            errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private static var newForm: RecordID { RecordID("form-\(SecretToken().text.prefix(20))") }
}
