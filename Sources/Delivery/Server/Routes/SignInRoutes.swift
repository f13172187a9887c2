import AccessRules
import HTTPTypes
import Hummingbird
import Logging
import Pages
import WorkingDays

/// Signing in and out.
struct SignInRoutes {
    let doorway: Doorway

    func add(to router: Router<RequestDetails>) {
        router.get("/sign-in") { request, context in try show(request, context) }
        router.post("/sign-in") { request, context in try await signIn(request, context) }
        router.post("/sign-out") { request, context in try await signOut(request, context) }
        if !doorway.door.personas.isEmpty {
            router.post("/sign-in/demo") { request, context in try await lookRound(request, context) }
        }
    }

    private func show(_ request: Request, _ context: RequestDetails) throws -> Response {
        let next = LocalAddress(try FormFields(query: request.uri.query)["next"])
        // NB: somebody signed in is sent on. Were the page shown, its form would hold the session's token.
        guard context.session == nil else { return .seeOther(next?.text ?? "/") }
        return page(request, context, SignInPage(csrfToken: "", next: next?.text))
    }

    private func signIn(_ request: Request, _ context: RequestDetails) async throws -> Response {
        var form = FormReader(context.form)
        let name = form.text("username", called: "your user name")
        // NB: a password is taken as it was typed, spaces and all.
        let password = context.form["password"] ?? ""
        if password.isEmpty { form.note("password", "Enter your password") }
        guard let name, form.problems.isEmpty else { return page(request, context, again(context.form, form.problems)) }
        guard password.utf8.count <= 1024 else { throw FormUnreadable.valueTooLong(field: "password") }
        let address = RequestOrigin.address(of: request, context, isBehindProxy: doorway.settings.isBehindTLS)
        let moment = doorway.now()
        try doorway.signInLimits.begin(name, from: address, at: moment)
        switch try await doorway.door.check(name, password, moment) {
        case .admitted(let person):
            doorway.signInLimits.succeeded(name, from: address)
            return try await begin(person, request, context)
        case .refused:
            let wrong = FieldError(
                field: "username",
                message: "The user name or the password is not right. After several wrong tries, wait 15 minutes")
            return page(request, context, again(context.form, [wrong]))
        }
    }

    private func lookRound(_ request: Request, _ context: RequestDetails) async throws -> Response {
        guard let persona = doorway.door.personas.first(where: { $0.shown.value == context.form["persona"] }) else {
            throw Refused.addressUnreadable
        }
        return try await begin(persona.person, request, context)
    }

    /// A new session, and a new token with it: what the browser held before is worth nothing any more.
    private func begin(
        _ person: SignedInPerson, _ request: Request, _ context: RequestDetails
    ) async throws -> Response {
        if let before = SessionCookie.session.token(in: request) { try await doorway.sessions.end(before.digest) }
        let token = SecretToken()
        let moment = doorway.now()
        let expires = doorway.settings.sessionTimes.expiry(createdAt: moment, usedAt: moment)
        try await doorway.sessions.create(
            NewSession(
                token: token.digest, person: person, formToken: FormToken(), createdAt: moment, expiresAt: expires))
        context.logger.info("signed in", metadata: ["user": "\(person.user)"])
        var response = Response.seeOther(LocalAddress(context.form["next"])?.text ?? "/")
        let isSecure = doorway.settings.isBehindTLS
        response.headers.append(
            .init(name: .setCookie, value: SessionCookie.session.setting(token, isSecure: isSecure)))
        response.headers.append(.init(name: .setCookie, value: SessionCookie.visitor.clearing(isSecure: isSecure)))
        return response
    }

    private func signOut(_ request: Request, _ context: RequestDetails) async throws -> Response {
        if let token = SessionCookie.session.token(in: request) { try await doorway.sessions.end(token.digest) }
        var response = Response.seeOther("/sign-in")
        response.headers[.setCookie] = SessionCookie.session.clearing(isSecure: doorway.settings.isBehindTLS)
        return response
    }
}

extension SignInRoutes {
    /// The page, its form tied to the browser by the visitor cookie.
    private func page(_ request: Request, _ context: RequestDetails, _ shown: SignInPage) -> Response {
        let visitor = SessionCookie.visitor.token(in: request) ?? SecretToken()
        var shown = shown
        shown.csrfToken = FormToken(visitor: visitor).masked()
        shown.personas = doorway.door.personas.map(\.shown)
        let status: HTTPResponse.Status = shown.errors.isEmpty ? .ok : .unprocessableContent
        var response = Response.page(shown, in: doorway.surroundings.frame(for: nil), status: status)
        response.headers[.setCookie] = SessionCookie.visitor.setting(visitor, isSecure: doorway.settings.isBehindTLS)
        return response
    }

    private func again(_ form: FormFields, _ errors: [FieldError]) -> SignInPage {
        SignInPage(
            csrfToken: "", username: form["username"] ?? "", errors: errors, next: LocalAddress(form["next"])?.text)
    }
}
