import AccessRules
import HTTPTypes
import Hummingbird
import Logging
import Pages
import RecordKeeping
import WorkingDays

extension Doorway {
    /// A new session, and a new token with it: what the browser held before is worth nothing any more. `generation` is what
    /// the account was of when its owner was checked; nil where nothing was.
    func signIn(
        _ person: SignedInPerson, _ way: SignInWay, generation: Int64?, _ request: Request, _ context: RequestDetails,
        next: String?
    ) async throws -> Response {
        let token = try await beginSession(person, way, generation: generation, request)
        context.logger.info("signed in", metadata: ["user": "\(person.user)", "way": "\(way.rawValue)"])
        var response = Response.seeOther(LocalAddress(next)?.text ?? "/")
        let isSecure = settings.isBehindTLS
        response.headers.append(
            .init(name: .setCookie, value: SessionCookie.session.setting(token, isSecure: isSecure)))
        response.headers.append(.init(name: .setCookie, value: SessionCookie.visitor.clearing(isSecure: isSecure)))
        return response
    }

    func beginSession(
        _ person: SignedInPerson, _ way: SignInWay, generation: Int64?, _ request: Request
    ) async throws -> SecretToken {
        if let before = SessionCookie.session.token(in: request, isSecure: settings.isBehindTLS) {
            try await sessions.end(before.digest)
        }
        let token = SecretToken()
        let moment = now()
        let isBegun = try await sessions.create(
            NewSession(
                token: token.digest, person: person, formToken: FormToken(), createdAt: moment,
                expiresAt: settings.sessionTimes.expiry(createdAt: moment, usedAt: moment), way: way,
                generation: generation))
        // NB: the password was changed, or the account closed, while what was given was being looked at.
        guard isBegun else { throw Refused.signInFirst }
        return token
    }

    /// A page for somebody who is not signed in here yet, its form tied to the browser: by its session where it holds one of
    /// somebody else, as `FormGuard` asks, else by the visitor cookie.
    func unsignedPage(
        _ request: Request, _ context: RequestDetails, isRefused: Bool, _ page: (_ csrfToken: String) -> some Page
    ) -> Response {
        let status: HTTPResponse.Status = isRefused ? .unprocessableContent : .ok
        let frame = surroundings.frame(for: nil)
        if let session = context.session { return .page(page(session.formToken.masked()), in: frame, status: status) }
        let visitor = SessionCookie.visitor.token(in: request, isSecure: settings.isBehindTLS) ?? SecretToken()
        var response = Response.page(page(FormToken(visitor: visitor).masked()), in: frame, status: status)
        response.headers[.setCookie] = SessionCookie.visitor.setting(visitor, isSecure: settings.isBehindTLS)
        return response
    }
}
