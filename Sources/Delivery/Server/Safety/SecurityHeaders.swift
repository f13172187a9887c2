import HTTPTypes
import Hummingbird

/// What every answer tells the browser, whatever it answers: run nothing from elsewhere, be framed by nobody, keep no
/// copy, tell no other site which page a link was on.
package struct SecurityHeaders: RouterMiddleware {
    package typealias Context = RequestDetails

    /// Whether the browser talks to this server through TLS, ended by a proxy before it.
    let isBehindTLS: Bool

    package init(isBehindTLS: Bool) {
        self.isBehindTLS = isBehindTLS
    }

    // NB: connect-src is for the page of a load, which asks for itself again while the load is being read.
    static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """

    package func handle(
        _ request: Request, context: RequestDetails, next: (Request, RequestDetails) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // Only what is handed over to be kept says otherwise: stricter, since nothing of it is this program's.
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = SecurityHeaders.policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.frameOptions] = "DENY"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        response.headers[.requestID] = context.reference.description
        // Only what says otherwise may be kept by a browser: what is served from /assets.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if isBehindTLS { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }
}

extension HTTPField.Name {
    static let referrerPolicy = fixed("Referrer-Policy")
    static let frameOptions = fixed("X-Frame-Options")
    static let crossOriginOpenerPolicy = fixed("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = fixed("Permissions-Policy")
    static let requestID = fixed("X-Request-Id")
    static let forwardedFor = fixed("X-Forwarded-For")
    static let fetchSite = fixed("Sec-Fetch-Site")

    private static func fixed(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) cannot be the name of a header") }
        return name
    }
}
