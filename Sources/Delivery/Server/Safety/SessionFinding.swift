import AccessRules
import Hummingbird
import Logging
import WorkingDays

/// Finds out who is asking, from the session cookie; and lets nobody but those who have signed in go further than the
/// few addresses that say nothing about anybody.
package struct SessionFinding: RouterMiddleware {
    package typealias Context = RequestDetails

    let sessions: any Sessions
    let times: SessionTimes
    let now: @Sendable () -> Moment
    /// Under which name browsers hold the cookie.
    let isBehindTLS: Bool

    package init(
        sessions: any Sessions, times: SessionTimes, isBehindTLS: Bool = false, now: @escaping @Sendable () -> Moment
    ) {
        self.isBehindTLS = isBehindTLS
        self.sessions = sessions
        self.times = times
        self.now = now
    }

    /// Route patterns that need no session and do not look for one; a calendar's address is itself the secret.
    static let impersonal: Set<String> = ["/assets/{file}", "/health", "/calendar/{key}"]
    /// Route patterns for signing in.
    static let signingIn: Set<String> = [
        "/sign-in", "/sign-in/demo", "/sign-in/code", "/sign-in/openid", "/sign-in/openid/back", "/choose-password",
    ]
    /// What is open to somebody who must set up codes first.
    static let settingUpCodes: Set<String> = ["/account/codes", "/sign-out"]

    package func handle(
        _ request: Request, context: RequestDetails, next: (Request, RequestDetails) async throws -> Response
    ) async throws -> Response {
        // NB: the pattern is that of the route that will answer, so nothing can be reached by writing its path oddly;
        // an address without a route has none, and asks for signing in like every other.
        let pattern = context.endpointPath ?? ""
        if SessionFinding.impersonal.contains(pattern) { return try await next(request, context) }
        var context = context
        if let session = try await find(request) {
            context.session = session
            context.notes.session = session
            context.logger[metadataKey: "user"] = "\(session.person.user)"
            if session.mustSetUpCodes, !SessionFinding.settingUpCodes.contains(pattern) {
                throw Refused.setUpCodesFirst
            }
        } else if !SessionFinding.signingIn.contains(pattern) {
            throw Refused.signInFirst
        }
        return try await next(request, context)
    }

    private func find(_ request: Request) async throws -> FoundSession? {
        guard let token = SessionCookie.session.token(in: request, isSecure: isBehindTLS) else { return nil }
        let moment = now()
        guard let session = try await sessions.find(token.digest, at: moment) else { return nil }
        // NB: asked here too, so that a store that forgets to look at the clock lets nobody in.
        guard moment < session.expiresAt, moment < session.createdAt.adding(hours: times.longestHours) else {
            return nil
        }
        if times.isWorthTouching(session, at: moment) {
            try await sessions.touch(
                token.digest, until: times.expiry(createdAt: session.createdAt, usedAt: moment))
        }
        return session
    }
}
