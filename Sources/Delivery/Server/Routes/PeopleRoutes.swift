import AccessRules
import HTTPTypes
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Accounts, for whoever looks after them. Nothing here shows a child, or a password.
struct PeopleRoutes {
    /// Lines of the log shown on a page.
    private static let shown = 50
    /// How long a link to choose a password works: a weekend.
    static let linkHours = 72

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/people") { _, context in try await list(context) }
        router.post("/people") { _, context in try await add(context) }
        router.post("/people/codes") { _, context in try await needCodes(context) }
        router.get("/people/{user}") { _, context in
            try await person(UserID(try context.pathPart("user")), context)
        }
        router.post("/people/{user}") { request, context in try await change(request, context) }
    }

    // MARK: Everybody

    private func list(
        _ context: RequestDetails, errors: [FieldError] = [], done: String? = nil
    ) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        let session = try context.signedIn()
        let users = try await live.store.users(in: live.council)
        let waiting = Set(
            try await live.store.accountsWaiting(access: access)
                .filter { $0.what == .added || $0.what == .reactivated }.map(\.account))
        var rows: [PeoplePage.Row] = []
        for user in users.sorted(by: { $0.name < $1.name }) {
            let factor = try await live.store.secondFactor(of: user.id, in: live.council)
            rows.append(
                PeoplePage.Row(
                    name: user.name, username: user.id.text, href: PeopleRoutes.href(user.id), role: user.role.words,
                    team: user.team ?? "", state: waiting.contains(user.id) ? "Waits to be confirmed" : state(user),
                    codes: factor?.confirmedAt == nil ? "No" : "Yes"))
        }
        let needing = try await live.store.rolesNeedingCodes(in: live.council)
        let form = context.form
        let page = PeoplePage(
            csrfToken: session.formToken.masked(), rows: rows,
            roles: PeopleRoutes.roles(chosen: errors.isEmpty ? nil : form["role"].flatMap(Role.init(rawValue:))),
            needingCodes: Role.allCases.map {
                FilterOption(value: $0.rawValue, words: $0.words, isChosen: needing.contains($0))
            }, canNeedCodes: live.codes != nil,
            changes: lines(try await live.store.accountChanges(of: nil, access: access, limit: Self.shown), users),
            typed: errors.isEmpty ? ("", "", "") : (form["name"] ?? "", form["username"] ?? "", form["team"] ?? ""),
            errors: errors, done: done)
        return try await answer(page, context, errors)
    }

    private func add(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        var form = FormReader(context.form)
        let name = form.text("name", called: "the name", atMost: 100)
        let username = form.text("username", called: "the user name", atMost: 100)
        let role = form.choice("role", called: "the role", of: Role.self)
        let team = form.text("team", called: "the team", atMost: 60, required: false)
        if let username, !PeopleRoutes.isUserName(username) {
            form.note("username", "A user name has letters without accents, digits and . _ - @ + alone")
        }
        guard let name, let username, let role, form.problems.isEmpty else {
            return try await list(context, errors: form.problems)
        }
        let id = UserID(username.lowercased())
        let outcome = try await carryOut(.added(name: name, role: role, team: team), of: id, access)
        guard outcome == .done || outcome == .waits else {
            return try await list(
                context, errors: [FieldError(field: "username", message: "Somebody signs in with this name already")])
        }
        return .seeOther(PeopleRoutes.href(id))
    }

    private func needCodes(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        var form = FormReader(context.form)
        let roles = form.choices("needs", called: "the roles", of: Role.self)
        guard form.problems.isEmpty, roles.isEmpty || live.codes != nil else { throw Refused.addressUnreadable }
        _ = try await carryOut(.codesNeeded(Set(roles)), of: AccountChange.everybody, access)
        return .seeOther(MainSection.people.path)
    }

    // MARK: One account

    private func person(
        _ id: UserID, _ context: RequestDetails, errors: [FieldError] = [], done: String? = nil, link: String? = nil
    ) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        let session = try context.signedIn()
        guard let user = try await live.store.user(id, in: live.council) else { throw Refused.notFound }
        let factor = try await live.store.secondFactor(of: id, in: live.council)
        let sessions = try await live.store.sessions(of: id, in: live.council, at: live.now())
        let changes = try await live.store.accountChanges(of: id, access: access, limit: Self.shown)
        let users = try await live.store.users(in: live.council)
        let waiting = try await live.store.accountsWaiting(access: access).filter { $0.account == id }
        let browsers = sessions.count == 1 ? "one browser" : "\(sessions.count) browsers"
        var page = PersonPage(
            csrfToken: session.formToken.masked(), name: user.name, username: id.text, href: PeopleRoutes.href(id),
            standing: "\(state(user)). Signed in with \(browsers). One-time codes: \(AccountWords.codes(factor))",
            roles: PeopleRoutes.roles(chosen: user.role), team: user.team ?? "", isOwn: id == access.who.user,
            acts: acts(user, factor, waiting, isOwn: id == access.who.user),
            waiting: waiting.map { PersonPage.Act(value: "\($0.number)", words: AccountWords.waiting($0, user)) },
            whoConfirms: Self.whoConfirms(users, id),
            changes: lines(changes, users), link: link, errors: errors,
            done: done)
        if NoticesAsked.concerns(user.role), user.isActive {
            page.notices = try await NoticesAsked(live: live).setting(
                of: id, typed: errors.isEmpty ? nil : context.form["notices"])
        }
        return try await answer(page, context, errors)
    }

    /// Anybody else who may, and is here; else what to do about it.
    private static func whoConfirms(_ users: [User], _ account: UserID) -> String {
        users.contains { $0.isActive && $0.id != account && $0.role.mayDo.contains(.confirmAccounts) }
            ? "A manager or the director confirms it."
            : "There is no manager or director yet who could confirm it: the first is made on the council's own machine."
    }

    private func acts(
        _ user: User, _ factor: SecondFactor?, _ waiting: [WaitingChange], isOwn: Bool
    ) -> [PersonPage.Act] {
        let isToBe = waiting.contains { $0.what == .added || $0.what == .reactivated }
        var acts: [PersonPage.Act] = []
        func offer(_ value: String, _ words: String) { acts.append(PersonPage.Act(value: value, words: words)) }
        if user.isActive || isToBe, !isOwn { offer("link", "Make a link to choose a password") }
        offer("sign-out", "Sign out everywhere")
        if factor?.confirmedAt != nil, !isOwn { offer("reset-codes", "Reset one-time codes") }
        if user.lockedUntil.map({ live.now() < $0 }) ?? false { offer("unlock", "Unlock") }
        if !isOwn, !isToBe {
            offer(user.isActive ? "deactivate" : "reactivate", user.isActive ? "Deactivate" : "Make active again")
        }
        return acts
    }

    private func change(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        let id = UserID(try context.pathPart("user"))
        var form = FormReader(context.form)
        let change: AccountChange
        let done: String
        switch form.given("do") {
        case "role":
            guard let role = form.choice("role", called: "the role", of: Role.self) else {
                return try await person(id, context, errors: form.problems)
            }
            (change, done) = (.role(role), "The role is changed, and they are signed out.")
        case "team":
            let team = form.text("team", called: "the team", atMost: 60, required: false)
            guard form.problems.isEmpty else { return try await person(id, context, errors: form.problems) }
            (change, done) = (.team(team), "The team is changed.")
        case "deactivate": (change, done) = (.deactivated, "Deactivated and signed out.")
        case "reactivate": (change, done) = (.reactivated, "Active again.")
        case "sign-out": (change, done) = (.signedOut, "Signed out everywhere.")
        case "unlock": (change, done) = (.unlocked, "Unlocked.")
        case "reset-codes":
            // Somebody's own codes are changed with a code, on their own account's page.
            guard id != access.who.user else { throw Refused.addressUnreadable }
            (change, done) = (.codesRemoved, "The codes are reset, and they are signed out.")
        case "notices", "stop-notices":
            switch try await NoticesAsked(live: live).change(context.form, of: id, by: access.who.user) {
            case .done(let words): return try await person(id, context, done: words)
            case .wrong(let errors): return try await person(id, context, errors: errors)
            }
        case "take-back":
            guard let number = Int64(form.given("number") ?? "") else { throw Refused.addressUnreadable }
            (change, done) = (.turnedDown(number), "It is taken back.")
        case "link":
            // Whoever holds an administrator's session must not choose that administrator's password: on their own account's
            // page they are asked for the one there is.
            guard id != access.who.user else { throw Refused.addressUnreadable }
            return try await makeLink(id, access, request, context)
        default: throw Refused.addressUnreadable
        }
        switch try await carryOut(change, of: id, access) {
        case .done: return try await person(id, context, done: done)
        case .waits:
            return try await person(id, context, done: "Asked for. It is done when a second person confirms it.")
        case .notYours: throw Refused.notYoursToConfirm
        case .notNow: return try await person(id, context, done: "It stands so already.")
        case .notFound, .alreadyThere: throw Refused.notFound
        case .ownAccount:
            let words =
                "Nobody changes their own role or deactivates themselves. Ask somebody else who looks after accounts"
            return try await person(id, context, errors: [FieldError(field: "role", message: words)])
        case .lastAdministrator:
            let words = "This is the last active administrator. Make somebody else an administrator first"
            return try await person(id, context, errors: [FieldError(field: "role", message: words)])
        }
    }

    /// The password is chosen by whose account it is: whoever makes the link never knows it.
    private func makeLink(
        _ id: UserID, _ access: Access, _ request: Request, _ context: RequestDetails
    ) async throws -> Response {
        let token = SecretToken()
        // As the administrator's own browser calls this site.
        let site = request.head.authority.map { "\(live.settings.isBehindTLS ? "https" : "http")://\($0)" } ?? ""
        let change = AccountChange.passwordLinkMade(
            digest: token.digest.bytes, expiresAt: live.now().adding(hours: PeopleRoutes.linkHours))
        let outcome = try await carryOut(change, of: id, access)
        guard outcome == .done || outcome == .waits else { throw Refused.notFound }
        return try await person(id, context, link: "\(site)/choose-password?key=\(token.text)")
    }

    // MARK: What all of them need

    private func carryOut(
        _ change: AccountChange, of id: UserID, _ access: Access
    ) async throws -> AccountChange.Outcome {
        try await live.store.change(change, of: id, in: live.council, by: access.who.user, at: live.now())
    }

    private func answer(_ page: some Page, _ context: RequestDetails, _ errors: [FieldError]) async throws -> Response {
        .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func state(_ user: User) -> String {
        if !user.isActive { return "Deactivated" }
        if let until = user.lockedUntil, live.now() < until { return "Locked until \(until.words)" }
        return "Active"
    }

    private func lines(_ changes: [LoggedAccountChange], _ users: [User]) -> [AccountChangeLine] {
        let names = Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return changes.map { change in
            AccountChangeLine(
                when: change.at.words, who: names[change.by] ?? change.by.text,
                whom: change.account == AccountChange.everybody
                    ? "Everybody" : names[change.account] ?? change.account.text,
                what: AccountWords.change(change))
        }
    }

    private static func roles(chosen: Role?) -> [FilterOption] {
        Role.allCases.map { FilterOption(value: $0.rawValue, words: $0.words, isChosen: $0 == chosen) }
    }

    static func href(_ id: UserID) -> String { "/people/\(PercentText.encode(id.text))" }

    /// What can be typed on any keyboard and looks like nothing else: two names that read alike would be two accounts.
    private static func isUserName(_ text: String) -> Bool {
        text != "codes"
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: Array("._-@+".utf8).contains(byte)
                }
            }
    }
}
