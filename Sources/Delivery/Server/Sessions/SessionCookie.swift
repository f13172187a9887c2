import Hummingbird

/// A cookie that holds a secret token: seen by no script, sent with no form of another site.
package struct SessionCookie: Sendable {
    let name: String

    /// Who has signed in.
    static let session = SessionCookie(name: "sightline_session")
    /// A browser that has the sign-in page open: ties that form to it before there is a session.
    static let visitor = SessionCookie(name: "sightline_visitor")

    /// A browser whose person gave the right password and must give a code.
    static let halfway = SessionCookie(name: "sightline_halfway")
    /// A browser that was sent to the identity provider.
    static let openID = SessionCookie(name: "sightline_openid")

    /// Behind TLS no other name is read: with this prefix a browser takes a cookie from this very host alone and through TLS
    /// alone, so no neighbour under the same domain can plant one.
    private func name(isSecure: Bool) -> String { isSecure ? "__Host-\(name)" : name }

    func token(in request: Request, isSecure: Bool) -> SecretToken? {
        request.cookies[name(isSecure: isSecure)].flatMap { SecretToken($0.value) }
    }

    /// The header that gives the browser the token, to be forgotten when it closes.
    func setting(_ token: SecretToken, isSecure: Bool) -> String {
        header(value: token.text, isSecure: isSecure)
    }

    /// The header that makes the browser forget it.
    func clearing(isSecure: Bool) -> String {
        header(value: "", isSecure: isSecure) + "; Max-Age=0"
    }

    private func header(value: String, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(value); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}
