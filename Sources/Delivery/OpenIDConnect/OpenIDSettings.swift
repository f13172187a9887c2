import Foundation

/// What an operator writes about the council's identity provider, as JSON. The secret stands in a file of its own.
package struct OpenIDSettings: Codable, Sendable {
    /// As the provider writes it in its tokens: "https://login.example.org/council".
    package var issuer: String
    package var clientID: String
    /// Where the provider sends browsers back to: "https://sightline.example.org/sign-in/openid/back".
    package var callback: String
    /// Which claim is somebody's user name here.
    package var claim: String
    /// What the link on the sign-in page says.
    package var words: String
    package var scopes: [String]
    /// When set, the token's `amr` must name it: "mfa".
    package var requiredMethod: String?
    /// By how much the two clocks may differ.
    package var clockSkewSeconds: Int
    package var secretFile: String?

    enum CodingKeys: String, CodingKey {
        case issuer, clientID, callback, claim, words, scopes, requiredMethod, clockSkewSeconds, secretFile
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        issuer = try values.decode(String.self, forKey: .issuer)
        clientID = try values.decode(String.self, forKey: .clientID)
        callback = try values.decode(String.self, forKey: .callback)
        claim = try values.decodeIfPresent(String.self, forKey: .claim) ?? "email"
        words = try values.decodeIfPresent(String.self, forKey: .words) ?? "Sign in with your council account"
        scopes = try values.decodeIfPresent([String].self, forKey: .scopes) ?? ["openid", "email", "profile"]
        requiredMethod = try values.decodeIfPresent(String.self, forKey: .requiredMethod)
        clockSkewSeconds = try values.decodeIfPresent(Int.self, forKey: .clockSkewSeconds) ?? 60
        secretFile = try values.decodeIfPresent(String.self, forKey: .secretFile)
    }

    package enum Mistake: Error, Hashable, Sendable {
        /// Neither https nor, for a try on one machine, http to that machine itself.
        case notSecure(field: String)
        case noOpenIDScope
        case skewTooLong
    }

    /// Throws what would make signing in unsafe.
    package func check() throws(Mistake) {
        guard Self.isSecure(issuer) else { throw .notSecure(field: "issuer") }
        guard Self.isSecure(callback) else { throw .notSecure(field: "callback") }
        guard scopes.contains("openid") else { throw .noOpenIDScope }
        guard (0...300).contains(clockSkewSeconds) else { throw .skewTooLong }
    }

    static func isSecure(_ address: String) -> Bool {
        guard let parts = URLComponents(string: address), let host = parts.host, parts.user == nil else { return false }
        if parts.scheme == "https" { return true }
        return parts.scheme == "http" && ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host)
    }
}
