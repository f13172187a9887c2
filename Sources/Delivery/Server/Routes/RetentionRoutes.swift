import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import Retention
import WorkingDays

/// What is past its retention, what holds it, and the end of one record.
struct RetentionRoutes {
    private static let shown = 50

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/retention") { request, context in try await list(request, context) }
        router.post("/retention/holds") { _, context in try await putOn(context) }
        router.post("/retention/holds/{hold}") { _, context in try await end(context) }
        router.get("/children/{child}/destruction") { _, context in try await destruction(context) }
        router.post("/children/{child}/destruction") { _, context in try await decide(context) }
    }

    // MARK: The list

    private func list(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let fields = try FormFields(query: request.uri.query)
        var after: RetentionPlace?
        if let until = fields["until"].flatMap({ Day(iso: $0) }), let child = fields["after"] {
            after = RetentionPlace(until: until, child: SubjectID(child))
        }
        return try await list(context, after: after)
    }

    private func list(
        _ context: RequestDetails, after: RetentionPlace? = nil, typed: FormReader? = nil
    ) async throws -> Response {
        let access = try context.leave(to: .seeRetention, in: live)
        let day = live.today
        let found = try await live.store.pastRetention(
            on: day, after: after, limit: Self.shown, access: access, at: live.now())
        let showing = try await showing()
        let holds = try await live.store.holdsOnAll(in: live.council)
        let errors = typed?.problems ?? []
        let page = Pages.RetentionPage(
            asOf: day.words, total: found.total, restricted: found.lines.filter { $0 == nil }.count,
            lines: found.lines.compactMap { $0.map(showing.line) },
            nextHref: found.next.map {
                "/retention?until=\($0.until)&after=\(PercentText.encode($0.child.text))"
            },
            rows: live.standards.retention.rows.map {
                ($0.title, $0.lengthWords, $0.source, RetentionShowing.mark($0))
            }, holds: holds.reversed().map(showing.hold), form: "hold-\(SecretToken().text.prefix(20))",
            csrfToken: try context.signedIn().formToken.masked(), why: typed?.given("why") ?? "",
            authority: typed?.given("authority") ?? "", errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func putOn(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .holdAllRecords, in: live)
        try await live.mustBeKeptHere()
        var form = FormReader(context.form)
        let why = form.text("why", called: "why everything must be kept", atMost: 5000)
        let authority = form.text("authority", called: "by whose word", atMost: 300)
        guard let why, let authority else { return try await list(context, typed: form) }
        guard let id = form.given("form"), id.hasPrefix("hold-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let holding = HoldEveryRecord(live.store, access, at: live.now())
        try await holding.putOn(why: why, authority: authority, id: RecordID(id))
        return .seeOther("/retention")
    }

    private func end(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .holdAllRecords, in: live)
        try await live.mustBeKeptHere()
        let id = try context.pathPart("hold")
        var form = FormReader(context.form)
        let field = "ended-\(id)"
        guard let why = form.text(field, called: "why it is not needed any more", atMost: 1000) else {
            return try await list(context, typed: form)
        }
        switch try await HoldEveryRecord(live.store, access, at: live.now()).end(RecordID(id), why: why) {
        case nil: return .seeOther("/retention")
        case .own:
            form.note(field, "You put it on yourself: somebody else ends it")
            return try await list(context, typed: form)
        case .notFound: throw Refused.notFound
        case .changedSince: throw Refused.changedSince
        }
    }

    private func showing() async throws -> RetentionShowing {
        let setting = try await live.store.setting(of: live.council)?.setting
        return RetentionShowing(
            names: PeopleNames(users: try await live.store.users(in: live.council), workforce: setting?.workforce))
    }

    // MARK: One record

    private func destruction(_ context: RequestDetails) async throws -> Response {
        try await page(context, errors: [])
    }

    private func decide(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .destroyRecord, child: child, in: live)
        try await live.mustBeKeptHere()
        let ending = EndOfRetention(
            Recorder(store: live.store, person: try context.signedIn().person, now: live.now))
        var form = FormReader(context.form)
        var refusal: EndOfRetention.Refusal?
        var field = "authority"
        var isDestroyed = false
        switch form.given("do") {
        case "propose":
            guard let id = form.given("form"), id.hasPrefix("destruction-"), id.count <= 60 else {
                throw Refused.addressUnreadable
            }
            if let authority = form.text("authority", called: "by whose word it is destroyed", atMost: 300) {
                refusal = try await ending.propose(child, authority: authority, id: RecordID(id))
            }
        case "decline":
            field = "why"
            if let why = form.text("why", called: "why it is not destroyed", atMost: 1000) {
                refusal = try await ending.decline(child, why: why)
            }
        case "confirm":
            field = "read"
            guard let seen = form.given("seen").flatMap({ Int64($0) }) else { throw Refused.addressUnreadable }
            if !form.isTicked("read") { form.note("read", "Look through the record first, and say so") }
            let found = try await ending.retention(of: child)
            if Self.isToBeConfirmed(found.verdict), !form.isTicked("confirmed") {
                form.note("confirmed", "Compare it with the council's own schedule first, and say so")
            }
            if form.problems.isEmpty {
                refusal = try await ending.confirm(child, seen: seen)
                isDestroyed = refusal == nil
            }
        default: throw Refused.addressUnreadable
        }
        if let refusal { form.note(field, Self.words(refusal)) }
        guard form.problems.isEmpty else {
            return try await page(context, authority: form.given("authority") ?? "", errors: form.problems)
        }
        return .seeOther(isDestroyed ? "/retention" : "\(ListedChild.address(of: child))/destruction")
    }

    private static func words(_ refusal: EndOfRetention.Refusal) -> String {
        switch refusal {
        case .notPast: "It is not past its retention, or something has been recorded since"
        case .kept(let blocks): "It is kept: \(blocks.map(\.words).joined(separator: "; "))"
        case .alreadyProposed: "Somebody has proposed it already"
        case .notProposed: "Nobody proposes it now: somebody may have declined it meanwhile"
        case .ownProposal: "You proposed it yourself: somebody else confirms it"
        case .namesTheChild: "This names the child, and it is kept for good: leave the name out"
        }
    }

    private static func isToBeConfirmed(_ verdict: RetentionVerdict) -> Bool {
        guard case .until(_, let reasons) = verdict else { return false }
        return reasons.contains { $0.row.isToBeConfirmed }
    }

    private func page(
        _ context: RequestDetails, authority: String = "", errors: [FieldError]
    ) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .destroyRecord, child: child, in: live)
        try await live.mustBeKeptHere()
        let found = try await live.store.retention(of: child, on: live.today, access: access)
        try await live.store.log(Look(access, at: live.now(), query: "end of retention"))
        let showing = try await showing()
        let listed = ListedChild(child: child, summary: found.summary, standing: nil, concerns: [])
        let page = DestructionPage(
            childName: listed.nameShown, childHref: listed.address,
            csrfToken: try context.signedIn().formToken.masked(),
            form: "destruction-\(SecretToken().text.prefix(20))", verdict: RetentionShowing.verdict(found.verdict),
            because: RetentionShowing.because(found.verdict),
            proposed: found.proposal.map { "\(showing.proposed(found) ?? ""): \($0.body.authority)" },
            stage: stage(found, access.who.user), goes: RetentionShowing.goes(found), stays: RetentionShowing.stays,
            isToBeConfirmed: Self.isToBeConfirmed(found.verdict), authority: authority, errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func stage(_ found: RetentionCase, _ user: UserID) -> DestructionPage.Stage {
        guard found.verdict.isPast(on: live.today) else { return .kept([]) }
        guard found.blocks.isEmpty else { return .kept(found.blocks.map(\.words)) }
        guard let proposal = found.proposal else { return .open }
        return proposal.body.by == user.text ? .own : .waits(seen: proposal.place)
    }
}
