import AccessRules
import HTTPTypes
import Hummingbird
import Logging
import Pages
import RecordKeeping
import WorkingDays

/// Signing in and out.
struct SignInRoutes {
    let doorway: Doorway

    func add(to router: Router<RequestDetails>) {
        router.get("/sign-in") { request, context in try show(request, context) }
        router.post("/sign-in") { request, context in try await signIn(request, context) }
        router.get("/sign-in/code") { request, context in try showCode(request, context) }
        router.post("/sign-in/code") { request, context in try await takeCode(request, context) }
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
        case .admitted(let person, let generation):
            doorway.signInLimits.succeeded(name, from: address, at: moment)
            return try await begin(person, .password, generation: generation, request, context)
        case .codeNeeded(let person, let generation):
            return askForCode(Halfway(person: person, name: name, generation: generation), context)
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
        return try await begin(persona.person, .demonstration, generation: nil, request, context)
    }

    private func begin(
        _ person: SignedInPerson, _ way: SignInWay, generation: Int64?, _ request: Request, _ context: RequestDetails
    ) async throws -> Response {
        try await doorway.signIn(
            person, way, generation: generation, request, context, next: context.form["next"])
    }

    private func signOut(_ request: Request, _ context: RequestDetails) async throws -> Response {
        if let token = SessionCookie.session.token(in: request, isSecure: doorway.settings.isBehindTLS) {
            try await doorway.sessions.end(token.digest)
        }
        var response = Response.seeOther("/sign-in")
        response.headers[.setCookie] = SessionCookie.session.clearing(isSecure: doorway.settings.isBehindTLS)
        return response
    }
}

extension SignInRoutes {
    /// The page, its form tied to the browser by the visitor cookie.
    private func page(_ request: Request, _ context: RequestDetails, _ shown: SignInPage) -> Response {
        let visitor = SessionCookie.visitor.token(in: request, isSecure: doorway.settings.isBehindTLS) ?? SecretToken()
        var shown = shown
        shown.csrfToken = FormToken(visitor: visitor).masked()
        shown.personas = doorway.door.personas.map(\.shown)
        let next = shown.next.map { "?next=\(PercentText.encode($0))" } ?? ""
        shown.provider = doorway.door.openID.map { Link(words: $0.words, href: "/sign-in/openid\(next)") }
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

extension SignInRoutes {
    /// How often a code may be tried before the password must be given again.
    private static let codeTries = 5

    private func askForCode(_ halfway: Halfway, _ context: RequestDetails) -> Response {
        let token = SecretToken()
        doorway.halfway.keep(halfway, for: token, at: doorway.now())
        let next = LocalAddress(context.form["next"]).map { "?next=\(PercentText.encode($0.text))" } ?? ""
        var response = Response.seeOther("/sign-in/code\(next)")
        let isSecure = doorway.settings.isBehindTLS
        response.headers[.setCookie] = SessionCookie.halfway.setting(token, isSecure: isSecure)
        return response
    }

    private func showCode(_ request: Request, _ context: RequestDetails) throws -> Response {
        guard SessionCookie.halfway.token(in: request, isSecure: doorway.settings.isBehindTLS) != nil else {
            return .seeOther("/sign-in")
        }
        let next = LocalAddress(try FormFields(query: request.uri.query)["next"])
        return codePage(request, context, CodePage(csrfToken: "", next: next?.text))
    }

    private func takeCode(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let moment = doorway.now()
        let token = SessionCookie.halfway.token(in: request, isSecure: doorway.settings.isBehindTLS)
        guard let typed = FormReader(context.form).given("code"), typed.utf8.count <= 64 else {
            return codePage(request, context, again("Enter the code", context))
        }
        guard let halfway = doorway.halfway.use(token, atMost: SignInRoutes.codeTries, at: moment) else {
            return .seeOther("/sign-in")
        }
        let address = RequestOrigin.address(of: request, context, isBehindProxy: doorway.settings.isBehindTLS)
        try doorway.signInLimits.begin(halfway.name, from: address, at: moment)
        guard case .admitted(let person, _) = try await doorway.door.checkCode(halfway.person.user, typed, moment)
        else {
            let words = "The code is not right, or was used before. After several wrong tries, wait 15 minutes"
            return codePage(request, context, again(words, context))
        }
        doorway.halfway.forget(token)
        doorway.signInLimits.succeeded(halfway.name, from: address, at: moment)
        var response = try await begin(
            person, .passwordAndCode, generation: halfway.generation, request, context)
        let clearing = SessionCookie.halfway.clearing(isSecure: doorway.settings.isBehindTLS)
        response.headers.append(.init(name: .setCookie, value: clearing))
        return response
    }

    private func again(_ words: String, _ context: RequestDetails) -> CodePage {
        CodePage(
            csrfToken: "", errors: [FieldError(field: "code", message: words)],
            next: LocalAddress(context.form["next"])?.text)
    }

    private func codePage(_ request: Request, _ context: RequestDetails, _ shown: CodePage) -> Response {
        var shown = shown
        return doorway.unsignedPage(request, context, isRefused: !shown.errors.isEmpty) { token in
            shown.csrfToken = token
            return shown
        }
    }
}
