import AccessRules
import Casework
import HTTPTypes
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Somebody's own account. Nobody else's can be reached from here: whose it is comes from the session.
struct AccountRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/account") { _, context in try await show(context) }
        router.post("/account/password") { request, context in try await changePassword(request, context) }
        router.post("/account/sign-out-everywhere") { _, context in try await signOutEverywhere(context) }
        router.post("/account/calendar") { request, context in try await changeCalendar(request, context) }
        router.post("/account/notices") { _, context in try await changeNotices(context) }
        router.get("/account/codes") { request, context in try await codesPage(request, context) }
        router.post("/account/codes") { request, context in try await changeCodes(request, context) }
        router.get("/choose-password") { request, context in try await showChoosing(request, context) }
        router.post("/choose-password") { request, context in try await choosePassword(request, context) }
    }

    // MARK: The account

    private func show(
        _ context: RequestDetails, errors: [FieldError] = [], done: String? = nil, calendar: String? = nil
    ) async throws -> Response {
        let session = try mine(context)
        let person = session.person
        let user = try await live.store.user(person.user, in: live.council)
        let sessions = try await live.store.sessions(of: person.user, in: live.council, at: live.now())
        var page = AccountPage(
            csrfToken: session.formToken.masked(), username: person.user.text, role: person.role.words,
            hasPassword: user?.password != nil,
            codes: AccountWords.codes(try await live.store.secondFactor(of: person.user, in: live.council)),
            sessions: sessions.map {
                AccountPage.SessionLine(
                    begun: $0.createdAt.words, way: AccountWords.way($0.way), endsAt: $0.expiresAt.words,
                    // NB: a form's token is the session's own, so it tells which of them this is.
                    isThis: $0.formToken == session.formToken.text)
            }, errors: errors, done: done)
        if person.role.mayDo.contains(.recordNote), try await live.isKeptHere() {
            let made = try await live.store.calendarMade(of: person.user, in: live.council)
            page.calendar = AccountPage.Calendar(made: made?.words, address: calendar)
        }
        if NoticesAsked.concerns(person.role), try await live.isKeptHere() {
            page.notices = try await NoticesAsked(live: live).setting(
                of: person.user, typed: errors.isEmpty ? nil : context.form["notices"])
        }
        return .page(
            page, in: live.surroundings.frame(for: session), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func changeNotices(_ context: RequestDetails) async throws -> Response {
        let person = try mine(context).person
        guard NoticesAsked.concerns(person.role) else { throw AccessRefusal.notForThisRole(person.role, .recordNote) }
        switch try await NoticesAsked(live: live).change(context.form, of: person.user, by: person.user) {
        case .done(let words): return try await show(context, done: words)
        case .wrong(let errors): return try await show(context, errors: errors)
        }
    }

    /// Its address is shown this once; of it only a digest is kept.
    private func changeCalendar(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let person = try context.mayTry(.recordNote, in: live)
        switch context.form["do"] {
        case "make":
            let token = SecretToken()
            let outcome = try await change(
                .calendarMade(digest: token.digest.bytes), of: person.user, by: person.user)
            guard outcome == .done else { throw Refused.notFound }
            let site = request.head.authority.map { "\(live.settings.isBehindTLS ? "https" : "http")://\($0)" } ?? ""
            return try await show(context, calendar: "\(site)/calendar/\(token.text)")
        case "stop":
            _ = try await change(.calendarStopped, of: person.user, by: person.user)
            return try await show(context, done: "The calendar is stopped: its address opens nothing any more.")
        default: throw Refused.addressUnreadable
        }
    }

    private func signOutEverywhere(_ context: RequestDetails) async throws -> Response {
        let person = try mine(context).person
        _ = try await change(.signedOut, of: person.user, by: person.user)
        return signedOut()
    }

    private func changePassword(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let session = try mine(context)
        var errors = try await wrongPassword(request, context, session)
        let wanted = NewPassword(context.form)
        errors += wanted.errors
        guard errors.isEmpty, let kept = wanted.kept else { return try await show(context, errors: errors) }
        let me = session.person.user
        let outcome = try await change(
            .passwordChanged(kept, generation: session.generation), of: me, by: me)
        // NB: changed elsewhere while this was being looked at: this browser is signed out by that, and changes nothing.
        guard outcome == .done else { return signedOut() }
        var response = Response.seeOther("/account")
        let token = try await beginAnew(session, session.way, request)
        response.headers[.setCookie] = SessionCookie.session.setting(token, isSecure: live.settings.isBehindTLS)
        return response
    }

    // MARK: One-time codes

    private func codesPage(
        _ request: Request, _ context: RequestDetails, errors: [FieldError] = []
    ) async throws -> Response {
        let session = try mine(context)
        let page = CodesPage(
            csrfToken: session.formToken.masked(), state: try await codesState(session, request),
            isRequired: session.mustSetUpCodes, errors: errors)
        return .page(
            page, in: live.surroundings.frame(for: session), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func codesState(_ session: FoundSession, _ request: Request) async throws -> CodesPage.State {
        guard let codes = live.codes else { return .cannotBe }
        let user = session.person.user
        if let secret = try await codes.secretToShow(user, by: begunBy(request), at: live.now()) {
            let key = KeyAddress(secret, user: user, council: live.surroundings.council)
            if let picture = QRCode(Array(key.address.utf8)) {
                return .toConfirm(CodesPage.Secret(text: key.grouped, picture: picture))
            }
        }
        if let factor = try await live.store.secondFactor(of: user, in: live.council), let at = factor.confirmedAt {
            return .setUp(on: at.londonDay.words, recoveryCodesLeft: factor.recoveryCodesLeft)
        }
        return .notSetUp(asksPassword: session.way == .password)
    }

    private func changeCodes(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let session = try mine(context)
        guard let codes = live.codes else { return try await codesPage(request, context) }
        let user = session.person.user
        let moment = live.now()
        switch context.form["do"] {
        case "begin":
            // A password left signed in on a desk is not enough to tie somebody else's phone to the account.
            if session.way == .password {
                let wrong = try await wrongPassword(request, context, session)
                if !wrong.isEmpty { return try await codesPage(request, context, errors: wrong) }
            }
            _ = try await codes.begin(user, by: begunBy(request), at: moment)
            return .seeOther("/account/codes")
        case "cancel":
            try await live.store.forgetCodesBegun(of: user, in: live.council)
            return .seeOther("/account")
        case "confirm":
            let address = try countTry(request, context, session)
            guard
                let recovery = try await codes.confirm(
                    user, context.form["code"] ?? "", by: begunBy(request), at: moment)
            else {
                return try await codesPage(request, context, errors: [AccountRoutes.wrongCode])
            }
            live.signInLimits.succeeded(user.text, from: address, at: moment)
            let way: SignInWay = session.way == .password ? .passwordAndCode : session.way
            return try await showRecovery(recovery, session, way, request)
        case "renew", "remove":
            let address = try countTry(request, context, session)
            let answer = try await live.door.checkCode(user, context.form["code"] ?? "", moment)
            guard case .admitted = answer else {
                return try await codesPage(request, context, errors: [AccountRoutes.wrongCode])
            }
            live.signInLimits.succeeded(user.text, from: address, at: moment)
            if context.form["do"] == "remove" {
                _ = try await change(.codesRemoved, of: user, by: user)
                return signedOut()
            }
            guard let recovery = try await codes.renewRecoveryCodes(user, at: moment) else {
                return .seeOther("/account/codes")
            }
            return .page(RecoveryCodesPage(codes: recovery), in: live.surroundings.frame(for: session))
        default: throw Refused.addressUnreadable
        }
    }

    /// By which session's token codes are begun and confirmed.
    private func begunBy(_ request: Request) -> [UInt8] {
        SessionCookie.session.token(in: request, isSecure: live.settings.isBehindTLS)?.digest.bytes ?? []
    }

    private static let wrongCode = FieldError(
        field: "code", message: "The code is not right, or was used before. Enter the one your app shows now")

    /// Every other session has ended; this browser begins a new one, opened with a code.
    private func showRecovery(
        _ codes: [String], _ before: FoundSession, _ way: SignInWay, _ request: Request
    ) async throws -> Response {
        let token = try await beginAnew(before, way, request)
        let session = try await live.sessions.find(token.digest, at: live.now())
        var response = Response.page(RecoveryCodesPage(codes: codes), in: live.surroundings.frame(for: session))
        response.headers[.setCookie] = SessionCookie.session.setting(token, isSecure: live.settings.isBehindTLS)
        return response
    }

    // MARK: A password by link

    private func showChoosing(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let key = try FormFields(query: request.uri.query)["key"] ?? ""
        let user = try await account(ofLink: key, request, context)
        return choosing(request, context, key, user, [])
    }

    private func choosePassword(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let key = context.form["key"] ?? ""
        let user = try await account(ofLink: key, request, context)
        let wanted = NewPassword(context.form)
        guard let token = SecretToken(key), wanted.errors.isEmpty, let kept = wanted.kept else {
            return choosing(request, context, key, user, wanted.errors)
        }
        let outcome = try await change(
            .passwordChosenByLink(digest: token.digest.bytes, password: kept), of: user.id, by: user.id)
        guard outcome == .done else { throw Refused.notFound }
        return .seeOther("/sign-in")
    }

    private func account(
        ofLink key: String, _ request: Request, _ context: RequestDetails
    ) async throws -> User {
        guard let token = SecretToken(key),
            let user = try await live.store.account(ofLink: token.digest.bytes, in: live.council, at: live.now())
        else { throw Refused.notFound }
        return user
    }

    private func choosing(
        _ request: Request, _ context: RequestDetails, _ key: String, _ user: User, _ errors: [FieldError]
    ) -> Response {
        live.doorway.unsignedPage(request, context, isRefused: !errors.isEmpty) { token in
            ChoosePasswordPage(csrfToken: token, key: key, username: user.id.text, errors: errors)
        }
    }

    // MARK: What all of them need

    /// The session of whoever is asking; that of another council is none here.
    private func mine(_ context: RequestDetails) throws -> FoundSession {
        let session = try context.signedIn()
        guard session.person.council == live.council else { throw AccessRefusal.anotherCouncil }
        return session
    }

    private func change(
        _ change: AccountChange, of user: UserID, by author: UserID
    ) async throws -> AccountChange.Outcome {
        try await live.store.change(change, of: user, in: live.council, by: author, at: live.now())
    }

    /// A session that was stolen must not become a way to try passwords: these count like any other.
    private func wrongPassword(
        _ request: Request, _ context: RequestDetails, _ session: FoundSession
    ) async throws -> [FieldError] {
        guard let typed = context.form["current"], !typed.isEmpty, typed.utf8.count <= 1024 else {
            return [FieldError(field: "current", message: "Enter your password")]
        }
        let name = session.person.user.text
        let address = try countTry(request, context, session)
        switch try await live.door.check(name, typed, live.now()) {
        case .admitted, .codeNeeded:
            live.signInLimits.succeeded(name, from: address, at: live.now())
            return []
        case .refused:
            return [
                FieldError(
                    field: "current",
                    message: "The password is not right. After several wrong tries, wait 15 minutes")
            ]
        }
    }

    /// The address it was counted for, to be forgiven when the try was right.
    private func countTry(
        _ request: Request, _ context: RequestDetails, _ session: FoundSession
    ) throws -> String {
        let address = RequestOrigin.address(of: request, context, isBehindProxy: live.settings.isBehindTLS)
        try live.signInLimits.begin(session.person.user.text, from: address, at: live.now())
        return address
    }

    /// A session in place of the one that a change of its own account has just ended, and of nothing done since.
    private func beginAnew(_ session: FoundSession, _ way: SignInWay, _ request: Request) async throws -> SecretToken {
        try await live.doorway.beginSession(session.person, way, generation: session.generation + 1, request)
    }

    private func signedOut() -> Response {
        var response = Response.seeOther("/sign-in")
        response.headers[.setCookie] = SessionCookie.session.clearing(isSecure: live.settings.isBehindTLS)
        return response
    }
}

/// A new password as it was typed, twice.
struct NewPassword {
    private(set) var errors: [FieldError] = []
    /// What to keep of it; nil where something must be put right.
    private(set) var kept: [UInt8]?

    init(_ form: FormFields) {
        let password = form["new"] ?? ""
        if password.count < AddUser.shortestPassword {
            errors.append(
                FieldError(
                    field: "new", message: "The password must have at least \(AddUser.shortestPassword) characters"))
        } else if password.utf8.count > 1024 {
            errors.append(FieldError(field: "new", message: "The password must be shorter"))
        } else if form["again"] != password {
            errors.append(FieldError(field: "again", message: "The two do not read the same"))
        } else {
            kept = try? PasswordText.make(password, salt: RandomBytes.make(16))
        }
    }
}
