import AccessRules
import WorkingDays

/// How somebody is let in whom the council's own identity provider vouches for (OpenID Connect Core 1.0, authorisation code
/// flow with PKCE).
package struct OpenIDDoor: Sendable {
    /// What the link on the sign-in page says.
    package var words: String
    /// Where the browser is sent.
    package var begin: @Sendable (_ asked: OpenIDAsked) async throws -> String
    /// What the code that came back stands for.
    package var finish: @Sendable (_ code: String, _ asked: OpenIDAsked, _ at: Moment) async throws -> SignInDoor.Answer
    /// Who must be named as the issuer when the answer names one (RFC 9207).
    package var issuer: String

    package init(
        words: String, issuer: String, begin: @escaping @Sendable (_ asked: OpenIDAsked) async throws -> String,
        finish:
            @escaping @Sendable (_ code: String, _ asked: OpenIDAsked, _ at: Moment) async throws
            -> SignInDoor.Answer
    ) {
        self.words = words
        self.issuer = issuer
        self.begin = begin
        self.finish = finish
    }
}

/// What was asked of the provider, known here and to that browser alone; each 64 signs nobody can foretell.
package struct OpenIDAsked: Sendable {
    package let state: String
    package let nonce: String
    /// PKCE's verifier (RFC 7636): the provider has seen only its hash.
    package let verifier: String
    /// Where to go on to.
    package let next: String?

    package init(next: String?) {
        state = SecretToken().text
        nonce = SecretToken().text
        verifier = SecretToken().text
        self.next = next
    }
}
