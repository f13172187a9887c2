import HTTPTypes
import Hummingbird
import Logging
import Pages
import RecordKeeping
import WorkingDays

/// Signing in through the council's identity provider: out to it, and back.
///
/// The way out is a link and not a form: pages are served under `form-action 'self'`, which browsers hold against the
/// redirect too. What comes back counts only with the cookie of the browser that went out, once, within ten minutes.
struct OpenIDRoutes {
    let doorway: Doorway

    func add(to router: Router<RequestDetails>) {
        router.get("/sign-in/openid") { request, context in try await begin(request, context) }
        router.get("/sign-in/openid/back") { request, context in try await finish(request, context) }
    }

    private func begin(_ request: Request, _ context: RequestDetails) async throws -> Response {
        guard let openID = doorway.door.openID else { throw Refused.notFound }
        let asked = OpenIDAsked(next: LocalAddress(try FormFields(query: request.uri.query)["next"])?.text)
        guard let address = try? await openID.begin(asked) else { return cannotReach(request, context) }
        let token = SecretToken()
        doorway.openIDAsked.keep(asked, for: token, at: doorway.now())
        var response = Response.seeOther(address)
        response.headers[.setCookie] = SessionCookie.openID.setting(token, isSecure: doorway.settings.isBehindTLS)
        return response
    }

    private func finish(_ request: Request, _ context: RequestDetails) async throws -> Response {
        guard let openID = doorway.door.openID else { throw Refused.notFound }
        let query = try FormFields(encoded: Array((request.uri.query ?? "").utf8), limits: OpenIDRoutes.limits)
        let moment = doorway.now()
        let token = SessionCookie.openID.token(in: request, isSecure: doorway.settings.isBehindTLS)
        guard let asked = doorway.openIDAsked.use(token, atMost: 1, at: moment), let state = query["state"],
            OpenIDRoutes.isSame(state, asked.state), query["iss"].map({ $0 == openID.issuer }) ?? true
        else {
            return refused("That sign-in was begun too long ago, or in another browser. Begin again", request, context)
        }
        guard let code = query["code"], query["error"] == nil else {
            return refused("Your council account did not let you in. Begin again", request, context)
        }
        let answer: SignInDoor.Answer
        do {
            answer = try await openID.finish(code, asked, moment)
        } catch {
            // NB: what was wrong with a token is said by its type alone; a token's words may hold a person.
            context.logger.warning("identity provider refused", metadata: ["because": "\(error)"])
            return refused("Your council account could not be checked. Begin again", request, context)
        }
        guard case .admitted(let person, let generation) = answer else {
            return refused(
                "Your council account is not one of Sightline's. Ask whoever looks after accounts", request, context)
        }
        var response = try await doorway.signIn(
            person, .openID, generation: generation, request, context, next: asked.next)
        let clearing = SessionCookie.openID.clearing(isSecure: doorway.settings.isBehindTLS)
        response.headers.append(.init(name: .setCookie, value: clearing))
        return response
    }

    /// Codes of some providers are longer than anything else in an address.
    private static let limits = FormLimits(bytes: 16 * 1024, fields: 20, valueBytes: 8 * 1024)

    private func cannotReach(_ request: Request, _ context: RequestDetails) -> Response {
        context.logger.error("identity provider not reached")
        return refused("Your council's sign-in cannot be reached. Try again in a few minutes", request, context)
    }

    private func refused(_ words: String, _ request: Request, _ context: RequestDetails) -> Response {
        doorway.unsignedPage(request, context, isRefused: true) { token in
            SignInPage(
                csrfToken: token, errors: [FieldError(field: "username", message: words)],
                personas: doorway.door.personas.map(\.shown),
                provider: doorway.door.openID.map { Link(words: $0.words, href: "/sign-in/openid") })
        }
    }

    /// Takes as long for a near miss as for a far one.
    private static func isSame(_ given: String, _ expected: String) -> Bool {
        let (given, expected) = (Array(given.utf8), Array(expected.utf8))
        return given.count == expected.count && zip(given, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
