import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What was recorded about the wrong child, in a council whose record is kept here.
struct WrongChildRoutes {
    private static let shown = 60
    private static let looksShown = 2000
    /// Answers beside the children who belong together.
    private static let another = "another"
    private static let nobody = "nobody"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/wrong-child") { _, context in
            try await page(try await open(context), FormReader(FormFields([])), context)
        }
        router.post("/children/{child}/wrong-child") { _, context in try await seal(context) }
    }

    private func seal(_ context: RequestDetails) async throws -> Response {
        let opened = try await open(context)
        var form = FormReader(context.form)
        if form.given("act") != nil { return try await end(opened, form, context) }
        let recordings = MoveMisfiled.recordings(in: opened.history)
        let id = form.given("recording").flatMap { Int64($0) }
        let chosen = recordings.first { $0.id == id }
        if chosen == nil { form.note("recording", "Choose what is about another child") }
        let why = form.text("why", called: "what happened", atMost: 2000)
        form.askToLeaveOut(opened.withholding, in: ["why"])
        let other = try await other(&form, context)
        if other != nil, chosen?.canBeMoved == false {
            form.note("to", "This goes on with a record of this child: seal it here, and record it anew on the other")
        }
        if other == opened.child { form.note("number", "This is the child whose record it is on") }
        guard let chosen, let why, form.problems.isEmpty else { return try await page(opened, form, context) }
        // Where it waits for a second manager the page says so, beside what waits.
        _ = try await moving(context)(chosen.id, of: opened.child, to: other, because: why)
        return .seeOther("\(ListedChild.address(of: opened.child))/wrong-child")
    }

    /// A proposal is taken back by whoever made it, or refused by somebody else.
    private func end(_ opened: OpenedChild, _ asked: FormReader, _ context: RequestDetails) async throws -> Response {
        var form = asked
        guard let of = form.given("of").flatMap({ Int64($0) }) else { throw RecordingRefusal.notFound }
        switch form.given("act") {
        case "take-back": try await moving(context).takeBack(of, of: opened.child)
        case "refuse":
            let field = "refused-\(of)"
            let why = form.text(field, called: "why it should not be sealed", atMost: 2000)
            form.askToLeaveOut(opened.withholding, in: [field])
            guard let why, form.problems.isEmpty else { return try await page(opened, form, context) }
            try await moving(context).refuse(of, of: opened.child, because: why)
        default: throw RecordingRefusal.notFound
        }
        return .seeOther("\(ListedChild.address(of: opened.child))/wrong-child")
    }

    private func moving(_ context: RequestDetails) throws -> MoveMisfiled {
        MoveMisfiled(Recorder(store: live.store, person: try context.signedIn().person, now: live.now))
    }

    /// Nil for nobody's; asked for as any child, so that nothing is put on the record of one who may not be opened.
    private func other(_ form: inout FormReader, _ context: RequestDetails) async throws -> SubjectID? {
        let local: String
        switch form.given("to") {
        case nil:
            form.note("to", "Choose whose it is")
            return nil
        case Self.nobody?: return nil
        case Self.another?:
            guard let number = form.text("number", called: "the child's number") else { return nil }
            local = number
        case let tied?: local = tied
        }
        let child = SubjectID(source: SourceName.record.text, local: local)
        do {
            _ = try await context.leave(to: .decide, child: child, in: live)
        } catch Refused.notFound {
            form.note("number", "No child is known here by that number")
            return nil
        }
        return child
    }

    private func open(_ context: RequestDetails) async throws -> OpenedChild {
        try await context.openToDecide(in: live)
    }

    private func page(_ opened: OpenedChild, _ form: FormReader, _ context: RequestDetails) async throws -> Response {
        let access = try await context.leave(to: .openChild, child: opened.child, in: live)
        let relatives = try await Relatives(of: opened, access: access, in: live)
        let to = form.given("to")
        let children =
            relatives.seen.compactMap { tie in
                FilterOption(
                    value: tie.child.local, words: "\(tie.summary.name ?? tie.child.local)",
                    isChosen: to == tie.child.local)
            } + [
                FilterOption(value: Self.another, words: "Another child's", isChosen: to == Self.another),
                FilterOption(
                    value: Self.nobody, words: "Nobody's who is known here: seal it only", isChosen: to == Self.nobody),
            ]
        let recordings = MoveMisfiled.recordings(in: opened.history).prefix(Self.shown).map { recording in
            FilterOption(
                value: "\(recording.id)", words: "\(recording.what), recorded \(recording.recordedAt.words)",
                isChosen: form.given("recording") == "\(recording.id)")
        }
        let me = try context.signedIn().person.user.text
        let names = PeopleNames(
            users: try await live.store.users(in: live.council), workforce: opened.setting.workforce)
        var page = WrongChildPage(
            childName: opened.nameShown, childHref: ListedChild.address(of: opened.child),
            csrfToken: try context.signedIn().formToken.masked(), recordings: Array(recordings), children: children,
            number: form.given("number") ?? "", why: form.given("why") ?? "",
            sealed: try await sealed(opened, context), errors: form.problems)
        for recording in MoveMisfiled.recordings(in: opened.history) {
            guard let asked = MoveMisfiled.asked(for: recording.id, in: opened.history) else { continue }
            let by = asked.body.by.map { " by \(names.name($0))" } ?? ""
            let words =
                "\(asked.body.what): asked for\(by) on \(asked.body.on.words)\(live.today.waited(since: asked.body.on)). "
                + asked.body.why
            let target = try await target(asked.body.waitingFor, access)
            page.waiting.append(
                WrongChildPage.Waiting(
                    recording: "\(recording.id)", words: opened.withholding.masked(words) + target.words,
                    isOwn: asked.body.by == me,
                    ends: try await ends(recording.id, opened, target.child, access, context)))
        }
        page.ended = opened.history.journey().casework.misfiledEntries.reversed().compactMap { ended in
            guard let on = ended.body.endedOn else { return nil }
            let (by, proposer) = (ended.body.endedBy.map(names.name), ended.body.by.map(names.name) ?? "somebody")
            let how = ended.body.isTakenBack ? "taken back" : "refused by \(by ?? "somebody")"
            let why = ended.body.endedWhy.map { ": \($0)" } ?? ""
            return opened.withholding.masked(
                "\(ended.body.what), asked for by \(proposer): \(how) on \(on.words)\(why)")
        }
        return .page(
            page, in: try await live.frame(for: context), status: form.problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Whose it is asked to be recorded as; named to whoever may open that child, who alone can confirm it.
    private func target(
        _ local: String?, _ access: Access
    ) async throws -> (words: String, child: SubjectID?) {
        guard let other = local.map({ SubjectID(source: SourceName.record.text, local: $0) }) else {
            return (" It is asked to be sealed, and recorded nowhere else.", nil)
        }
        guard let summary = try await live.store.relatives([other], access: access)[other].flatMap({ $0 }) else {
            return (" It is asked to be recorded on a child whose record you may not open.", nil)
        }
        try await live.store.log(.family(access, at: live.now(), shown: [other]))
        let name = ListedChild(child: other, summary: summary, standing: nil, concerns: []).nameShown
        return (" It is asked to be recorded on \(name), number \(other.local).", other)
    }

    /// What would end, by child; others of the family are named to whoever may open them, and counted for anybody else.
    private func ends(
        _ recording: Int64, _ opened: OpenedChild, _ other: SubjectID?, _ access: Access, _ context: RequestDetails
    ) async throws -> [String] {
        let ends = try await moving(context).wouldEnd(recording, of: opened, to: other)
        let others = ends.map(\.child).filter { $0 != opened.child }
        let known = others.isEmpty ? [:] : try await live.store.relatives(others, access: access)
        let named = others.filter { known[$0].map { $0 != nil } ?? false }
        if !named.isEmpty { try await live.store.log(.family(access, at: live.now(), shown: named)) }
        return ends.map { end in
            let titles = end.concerns.map { Rules.rule($0.code)?.words.title ?? $0.code.text }
            let once = Set(titles).sorted().joined(separator: "; ")
            if end.child == opened.child { return "This child: \(once)" }
            guard let summary = known[end.child].flatMap({ $0 }) else {
                return "A child whose record you may not open: \(titles.count) "
                    + (titles.count == 1 ? "thing" : "things")
            }
            let listed = ListedChild(child: end.child, summary: summary, standing: nil, concerns: [])
            return "\(listed.nameShown): \(once)"
        }
    }

    /// What was sealed, each with whoever opened the record while it could be read there.
    private func sealed(_ opened: OpenedChild, _ context: RequestDetails) async throws -> [WrongChildPage.Sealed] {
        let misfiled = opened.history.journey().casework.misfiledEntries.filter { !$0.sealed.isEmpty }
        guard !misfiled.isEmpty else { return [] }
        let access = try await context.leave(to: .seeWhoHasLooked, child: opened.child, in: live)
        let looks = try await live.store.whoHasLooked(at: opened.child, access: access, limit: Self.looksShown)
        return misfiled.reversed().map { sealed in
            let until = sealed.recordedAt ?? live.now()
            let from = sealed.body.readableFrom ?? Moment(milliseconds: 0)
            let readers = looks.filter { $0.at >= from && $0.at <= until }.map { "\($0.user), \($0.role)" }
            return WrongChildPage.Sealed(
                words: opened.withholding.masked("\(sealed.body.what), sealed \(until.words). \(sealed.body.why)"),
                readers: Array(Set(readers)).sorted())
        }
    }
}
