import Foundation
import JWTKit
import WorkingDays

/// What an ID token says, once its signature has been found right.
struct IDToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: [String]
    let azp: String?
    let exp: Double
    let iat: Double
    let nbf: Double?
    let nonce: String?
    let amr: [String]
    let emailVerified: Bool
    /// Every claim that is words.
    let words: [String: String]

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func key(_ name: String) -> Key { Key(stringValue: name) }
        iss = try values.decode(String.self, forKey: key("iss"))
        sub = try values.decode(String.self, forKey: key("sub"))
        // One audience may stand alone (RFC 7519 section 4.1.3).
        if let one = try? values.decode(String.self, forKey: key("aud")) {
            aud = [one]
        } else {
            aud = try values.decode([String].self, forKey: key("aud"))
        }
        azp = try values.decodeIfPresent(String.self, forKey: key("azp"))
        exp = try values.decode(Double.self, forKey: key("exp"))
        iat = try values.decode(Double.self, forKey: key("iat"))
        nbf = try values.decodeIfPresent(Double.self, forKey: key("nbf"))
        nonce = try values.decodeIfPresent(String.self, forKey: key("nonce"))
        amr = (try? values.decodeIfPresent([String].self, forKey: key("amr"))) ?? []
        emailVerified = (try? values.decode(Bool.self, forKey: key("email_verified"))) ?? false
        var words: [String: String] = [:]
        for key in values.allKeys { words[key.stringValue] = try? values.decode(String.self, forKey: key) }
        self.words = words
    }

    func encode(to encoder: any Encoder) throws {
        preconditionFailure("tokens are read here, and never made")
    }

    /// Claims are checked by `check`, which knows the moment and the request; the library asks for this one.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// OpenID Connect Core 1.0, section 3.1.3.7.
    func check(_ settings: OpenIDSettings, nonce expected: String, at moment: Moment) throws(OpenIDFailure) {
        let now = Double(moment.milliseconds) / 1000
        let skew = Double(settings.clockSkewSeconds)
        guard iss == settings.issuer else { throw .wrongIssuer }
        guard aud.contains(settings.clientID), aud.count == 1 || azp != nil,
            azp ?? settings.clientID == settings.clientID
        else { throw .wrongAudience }
        guard exp > now - skew else { throw .expired }
        guard iat < now + skew, nbf ?? 0 < now + skew else { throw .issuedInFuture }
        guard nonce == expected else { throw .wrongNonce }
        if let method = settings.requiredMethod, !amr.contains(method) { throw .methodMissing }
    }

    /// The user name the token stands for, letters as `UserID`s are kept: small.
    ///
    /// Only plain ASCII, so that no letter that looks like another, or becomes another when made small, names somebody else; and
    /// a `sub` or `oid` exactly as it is, since two may differ by the size of a letter.
    func userName(_ settings: OpenIDSettings) throws(OpenIDFailure) -> String {
        guard let value = words[settings.claim], !value.isEmpty, value.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .claimMissing }
        // NB: an address somebody typed into their own profile is nobody's word for who they are.
        if settings.claim == "email", !emailVerified { throw .claimMissing }
        return ["sub", "oid"].contains(settings.claim) ? value : value.lowercased()
    }
}
