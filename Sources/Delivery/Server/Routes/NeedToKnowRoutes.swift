import AccessRules
import Casework
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Who may open a child, opening a restricted record in an emergency, and the review of that.
struct NeedToKnowRoutes {
    static let list = "/break-glass"
    /// Looks read back to find those of one opening.
    private static let looksRead = 500

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/restriction") { _, context in try await restriction(context) }
        router.post("/children/{child}/restriction") { _, context in try await restrict(context) }
        router.get("/children/{child}/break-glass") { _, context in try await askWhy(context) }
        router.post("/children/{child}/break-glass") { _, context in try await breakGlass(context) }
        router.get("/break-glass") { _, context in try await opened(context) }
        router.post("/break-glass/{number}") { _, context in try await review(context) }
    }

    // MARK: Restricting

    private func restrict(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .restrictChild, child: child, in: live)
        var form = FormReader(context.form)
        guard let seen = form.given("seen").flatMap({ Int64($0) }) else {
            return try await restriction(context, errors: [Self.nobody])
        }
        let isLifting = form.given("do") == "lift"
        let field = isLifting ? "why-lifted" : "why"
        let why = form.text(field, called: "why", atMost: 1000)
        let opened = try await open(child, context)
        form.askToLeaveOut(opened.withholding, in: [field])
        let named = Set(context.form.all("named").filter { !$0.isEmpty }.map { UserID($0) })
        var leftOut: UserID?
        if !isLifting {
            let users = try await live.store.users(in: live.council)
            let refusal = RestrictChild.refusal(
                named, lead: lead(opened), leadMayBeLeftOut: form.isTicked("without-lead"),
                users: users)
            switch refusal {
            case nil: break
            case .nobodyNamed: form.note("named", Self.nobody.message)
            case .notSomebodyWhoMayOpen: form.note("named", "Choose people from the list: somebody was taken off it")
            case .nobodyLooksAfterIt:
                form.note("named", "Name yourself or another manager, so that somebody can change this again")
            case .leadLeftOut(let lead):
                leftOut = lead
                form.note(
                    "without-lead",
                    "\(GlassShowing(users).name(lead)) leads this child and could not open the record. Name them, or "
                        + "say that this is meant")
            }
        }
        guard let why, form.problems.isEmpty else {
            return try await restriction(
                context, named: named, why: isLifting ? nil : form.given("why"), leftOut: leftOut,
                errors: form.problems)
        }
        let isDone = try await live.store.restrict(
            child, to: isLifting ? nil : named, why: why, seen: seen, access: access, at: live.now())
        guard isDone else { throw Refused.changedSince }
        let mayStill = isLifting || named.contains(access.who.user)
        return .seeOther(mayStill ? ListedChild.address(of: child) : MainSection.today.path)
    }

    private static let nobody = FieldError(field: "named", message: "Choose who may open the record")

    private func restriction(
        _ context: RequestDetails, named typed: Set<UserID>? = nil, why: String? = nil, leftOut: UserID? = nil,
        errors: [FieldError] = []
    ) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .restrictChild, child: child, in: live)
        let opened = try await open(child, context)
        let users = try await live.store.users(in: live.council)
        let restriction = try await live.store.restriction(of: child, in: live.council, at: live.now()) ?? .none
        let changes = try await live.store.needToKnowChanges(of: child, access: access)
        let showing = GlassShowing(users)
        let listed = ListedChild(child: child, summary: opened.summary, standing: nil, concerns: [])
        let lead = self.lead(opened)
        let choices = RestrictChild.choices(users)
        let page = RestrictionPage(
            childName: listed.nameShown, childHref: listed.address,
            csrfToken: try context.signedIn().formToken.masked(), standing: standing(restriction, changes, showing),
            isRestricted: restriction.isRestricted, warning: warning(restriction, lead, choices),
            people: choices.map { user in
                FilterOption(
                    value: user.id.text,
                    words: "\(user.name), \(user.role.words)\(user.id == lead ? ", leads this child" : "")",
                    isChosen: typed?.contains(user.id)
                        ?? (restriction.isRestricted
                            ? restriction.admits(user.id) : user.id == access.who.user || user.id == lead))
            }, leadLeftOut: leftOut.map(showing.name), why: why ?? "",
            seen: changes.first { $0.what == .restricted || $0.what == .lifted }?.number ?? 0,
            lines: changes.map(showing.line), errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func standing(
        _ restriction: Restriction, _ changes: [NeedToKnowChange], _ showing: GlassShowing
    ) -> String {
        guard restriction.isRestricted else {
            return changes.isEmpty
                ? "Not restricted: everybody whose work is with children can open this record."
                : "Not restricted any more: everybody whose work is with children can open this record."
        }
        // The first since it was last open to everybody.
        let first = changes.prefix { $0.what != .lifted }.last { $0.what == .restricted }
        return first.map { "Restricted since \($0.at.words) by \(showing.name($0.by))." }
            ?? "Restricted before Sightline kept a log of it."
    }

    /// What must be said of whoever leads the child.
    private func warning(_ restriction: Restriction, _ lead: UserID?, _ choices: [User]) -> String? {
        guard restriction.isRestricted, let lead else { return nil }
        guard let user = choices.first(where: { $0.id == lead }) else {
            return "Whoever leads this child has no account of that name here: whether they are among those named "
                + "cannot be told."
        }
        return restriction.admits(lead) ? nil : "\(user.name) leads this child and may not open the record."
    }

    /// The account of whoever leads the child.
    private func lead(_ opened: OpenedChild) -> UserID? {
        opened.summary.holder(on: live.today)?.worker.map { UserID($0) }
    }

    private func open(_ child: SubjectID, _ context: RequestDetails) async throws -> OpenedChild {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        return try await live.store.open(child, access: access, at: live.now())
    }

    // MARK: Breaking the glass

    private func askWhy(_ context: RequestDetails, errors: [FieldError] = []) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .breakGlass, child: child, in: live)
        if try await isOpen(child, access) { return .seeOther(ListedChild.address(of: child)) }
        let page = BreakGlassPage(
            action: "\(ListedChild.address(of: child))/break-glass",
            csrfToken: try context.signedIn().formToken.masked(), hours: try await breaking.hours(in: live.council),
            why: errors.isEmpty ? "" : context.form["why"] ?? "", errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func breakGlass(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        var form = FormReader(context.form)
        let asked = try await context.leave(to: .breakGlass, child: child, in: live)
        // Sent twice, it is broken once.
        if try await isOpen(child, asked) { return .seeOther(ListedChild.address(of: child)) }
        let why = form.text("why", called: "why you need to open it now", atMost: BreakGlass.mostLetters)
        if let why, BreakGlass.refusal(of: why) == .tooFewWords {
            form.note("why", "Say in a few words what has happened and what you have to do")
        }
        guard let why, form.problems.isEmpty else { return try await askWhy(context, errors: form.problems) }
        let access = try await context.leave(
            to: .breakGlass, child: child, because: .brokeGlass(because: why), in: live)
        _ = try await breaking(child, because: why, access: access)
        return .seeOther(ListedChild.address(of: child))
    }

    private var breaking: BreakGlass {
        BreakGlass(store: live.store, shipped: live.standards.limits, now: live.now)
    }

    /// Whether there is nothing to break: it is open to them anyhow, or by what they broke before.
    private func isOpen(_ child: SubjectID, _ access: Access) async throws -> Bool {
        let restriction = try await live.store.restriction(of: child, in: live.council, at: live.now()) ?? .none
        if restriction.admits(access.who.user) { return true }
        let end = try await live.store.glassEnds(
            of: child, for: access.who.user, in: live.council, at: live.now())
        return end != nil
    }

    // MARK: Reviewing

    private func opened(
        _ context: RequestDetails, errors: (of: Int64, [FieldError])? = nil
    ) async throws -> Response {
        let access = try context.leave(to: .reviewBreakGlass, in: live)
        let found = try await live.store.brokenGlass(access: access, at: live.now())
        let showing = GlassShowing(try await live.store.users(in: live.council))
        var waiting: [BrokenGlassPage.Opening] = []
        for broken in found where broken.isReadersToReview {
            waiting.append(
                BrokenGlassPage.Opening(
                    child: showing.child(broken), who: showing.name(broken.opening.by),
                    when: "\(broken.opening.at.words), until \(broken.opening.until?.words ?? "")",
                    why: showing.why(broken), looks: try await looks(broken, context), number: broken.opening.number,
                    errors: errors?.of == broken.opening.number ? errors?.1 ?? [] : []))
        }
        let page = BrokenGlassPage(
            csrfToken: try context.signedIn().formToken.masked(), waiting: waiting,
            waitingForOthers: found.count { $0.review == nil && !$0.isReadersToReview },
            reviewed: found.compactMap { broken in broken.review.map { showing.reviewed(broken, $0) } })
        return .page(
            page, in: try await live.frame(for: context), status: errors == nil ? .ok : .unprocessableContent)
    }

    /// What somebody looked at of the child while they had it open; nil for a reader who may not open the child.
    private func looks(_ broken: BrokenGlass, _ context: RequestDetails) async throws -> [String]? {
        let opening = broken.opening
        guard broken.summary != nil else { return nil }
        let access = try await context.leave(to: .seeWhoHasLooked, child: opening.child, in: live)
        let all = try await live.store.whoHasLooked(at: opening.child, access: access, limit: Self.looksRead)
        let end = opening.until ?? opening.at
        return all.filter {
            $0.user == opening.by && $0.at >= opening.at && $0.at < end && $0.verb != Verb.breakGlass.rawValue
        }.map { look in
            let what = Verb(rawValue: look.verb).map(AccessLogShowing.words) ?? look.verb
            return "\(what), \(look.at.words)"
        }
    }

    private func review(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .reviewBreakGlass, in: live)
        guard let number = Int64(try context.pathPart("number")) else { throw Refused.notFound }
        var form = FormReader(context.form)
        let (verdictField, wordsField) = ("verdict-\(number)", "words-\(number)")
        let verdict: Verdict? = form.choice(verdictField, called: "whether it was right")
        let words = form.text(wordsField, called: "why", atMost: 1000)
        let known = try await live.store.brokenGlass(access: access, at: nil).contains { $0.opening.number == number }
        guard known else { throw Refused.notFound }
        guard let verdict, let words else { return try await opened(context, errors: (number, form.problems)) }
        let outcome = try await live.store.review(
            number, wasRight: verdict == .right, because: words, access: access, at: live.now())
        switch outcome {
        case .done: return .seeOther(Self.list)
        case .notFound: throw Refused.notFound
        case .reviewedAlready: throw Refused.changedSince
        case .own, .forThoseNamed: throw Refused.notYoursToReview
        }
    }

    private enum Verdict: String {
        case right, wrong
    }

    /// How many wait for whoever is asking.
    static func waiting(_ context: RequestDetails, in live: Live) async throws -> Int {
        guard try context.signedIn().person.role.mayDo.contains(.reviewBreakGlass) else { return 0 }
        let access = try context.leave(to: .reviewBreakGlass, in: live)
        return try await live.store.brokenGlass(access: access, at: nil).count { $0.isReadersToReview }
    }
}
