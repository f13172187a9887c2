import AsyncHTTPClient
import Crypto
import Foundation
import JWTKit
import NIOCore
import NIOHTTP1
import WorkingDays

/// The council's identity provider: where it is, which keys it signs with, and what its tokens say.
package actor IdentityProvider {
    private let settings: OpenIDSettings
    private let secret: String?
    private let client: HTTPClient
    private let now: @Sendable () -> Moment
    private var description: (ProviderDescription, at: Moment)?
    private var keys: (ProviderKeys, at: Moment)?

    /// How long what a provider says of itself is believed, and its keys.
    private static let believedMinutes = 60
    /// A token of an unknown key makes the keys be asked for again, but no more often than this.
    private static let keysNoOftenerSeconds = 30
    private static let mostBytes = 1 << 20

    /// `secret` is nil for a client that has none; PKCE then stands alone.
    package init(settings: OpenIDSettings, secret: String?, now: @escaping @Sendable () -> Moment) {
        self.settings = settings
        self.secret = secret
        self.now = now
        // NB: a redirect is no answer of a provider's; followed, it could carry the secret elsewhere.
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(10)))
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    package func close() async throws { try await client.shutdown() }

    /// Where to send a browser (RFC 6749 section 4.1.1, RFC 7636 section 4.3).
    package func address(state: String, nonce: String, verifier: String) async throws -> String {
        let endpoint = try await describe().authorizationEndpoint
        let fields = [
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", settings.callback),
            ("scope", settings.scopes.joined(separator: " ")), ("state", state), ("nonce", nonce),
            ("code_challenge", Self.challenge(verifier)), ("code_challenge_method", "S256"),
        ]
        return endpoint + (endpoint.contains("?") ? "&" : "?") + Self.form(fields)
    }

    /// The user name a code stands for, once everything about its token has been found right.
    package func userName(code: String, nonce: String, verifier: String) async throws -> String {
        let token = try await exchange(code, verifier)
        let claims = try await verified(token)
        try claims.check(settings, nonce: nonce, at: now())
        return try claims.userName(settings)
    }

    // MARK: The code for a token

    private func exchange(_ code: String, _ verifier: String) async throws -> String {
        let description = try await describe()
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.callback),
            ("code_verifier", verifier),
        ]
        var request = HTTPClientRequest(url: description.tokenEndpoint)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "accept", value: "application/json")
        if let secret {
            let methods = description.tokenMethods ?? ["client_secret_basic"]
            if methods.contains("client_secret_basic") {
                // Each part is encoded as in a form first (RFC 6749 section 2.3.1).
                let both = "\(Self.percent(settings.clientID)):\(Self.percent(secret))"
                request.headers.add(name: "authorization", value: "Basic \(Data(both.utf8).base64EncodedString())")
            } else {
                fields += [("client_id", settings.clientID), ("client_secret", secret)]
            }
        } else {
            fields.append(("client_id", settings.clientID))
        }
        request.body = .bytes(ByteBuffer(string: Self.form(fields)))
        struct Answer: Decodable { let id_token: String }
        guard let answer = try? JSONDecoder().decode(Answer.self, from: try await ask(request)) else {
            throw OpenIDFailure.answerUnreadable
        }
        return answer.id_token
    }

    // MARK: The token

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    private func verified(_ token: String) async throws -> IDToken {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Self.decode(parts[0]),
            let header = try? JSONDecoder().decode(Header.self, from: bytes), header.crit == nil
        else { throw OpenIDFailure.tokenUnreadable }
        // NB: asked before any key is looked at. With "none" a token needs no key, and with HS256 the public key would be one.
        guard ["RS256", "ES256"].contains(header.alg) else { throw OpenIDFailure.algorithmNotAllowed }
        let collection = try await key(header.kid, header.alg)
        do {
            return try await collection.verify(token, as: IDToken.self)
        } catch let error as JWTError where error.errorType == .signatureVerificationFailed {
            throw OpenIDFailure.signatureWrong
        } catch is DecodingError {
            throw OpenIDFailure.tokenUnreadable
        } catch {
            throw OpenIDFailure.signatureWrong
        }
    }

    /// The one key a token names; known keys are asked for again when it is none of them, since providers change theirs.
    private func key(_ kid: String?, _ algorithm: String) async throws -> JWTKeyCollection {
        let moment = now()
        if let known = keys, moment < known.at.adding(seconds: Self.believedMinutes * 60),
            let found = try await known.0.collection(kid, algorithm)
        {
            return found
        }
        if let known = keys, moment < known.at.adding(seconds: Self.keysNoOftenerSeconds) {
            throw OpenIDFailure.keyUnknown
        }
        let fresh = try ProviderKeys(try await ask(HTTPClientRequest(url: try await describe().keysAddress)))
        keys = (fresh, moment)
        guard let found = try await fresh.collection(kid, algorithm) else { throw OpenIDFailure.keyUnknown }
        return found
    }

    // MARK: Asking

    private func describe() async throws -> ProviderDescription {
        let moment = now()
        if let known = description, moment < known.at.adding(seconds: Self.believedMinutes * 60) { return known.0 }
        let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let bytes = try await ask(HTTPClientRequest(url: base + "/.well-known/openid-configuration"))
        guard let found = try? JSONDecoder().decode(ProviderDescription.self, from: bytes) else {
            throw OpenIDFailure.answerUnreadable
        }
        let addresses = [found.authorizationEndpoint, found.tokenEndpoint, found.keysAddress]
        guard found.issuer == settings.issuer, addresses.allSatisfy(OpenIDSettings.isSecure) else {
            throw OpenIDFailure.wrongDescription
        }
        description = (found, moment)
        return found
    }

    private func ask(_ request: HTTPClientRequest) async throws -> Data {
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: .seconds(10))
        } catch {
            throw OpenIDFailure.notReached(status: nil)
        }
        guard response.status == .ok else { throw OpenIDFailure.notReached(status: Int(response.status.code)) }
        do {
            return Data(try await response.body.collect(upTo: Self.mostBytes).readableBytesView)
        } catch {
            throw OpenIDFailure.answerUnreadable
        }
    }

    // MARK: Spelling

    static func challenge(_ verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func decode(_ part: Substring) -> Data? {
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\(percent($0.0))=\(percent($0.1))" }.joined(separator: "&")
    }

    private static func percent(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
struct ProviderDescription: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysAddress: String
    let tokenMethods: [String]?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keysAddress = "jwks_uri"
        case tokenMethods = "token_endpoint_auth_methods_supported"
    }
}

/// The keys a provider signs with (RFC 7517).
struct ProviderKeys: Sendable {
    private let keys: [JWK]

    private struct Document: Decodable {
        let keys: [Entry]
    }

    /// One key of a kind this program does not know must not take the others with it.
    private struct Entry: Decodable {
        let key: JWK?
        let use: String?

        enum CodingKeys: String, CodingKey { case use }

        init(from decoder: any Decoder) throws {
            key = try? JWK(from: decoder)
            use = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .use)
        }
    }

    init(_ bytes: Data) throws {
        guard let document = try? JSONDecoder().decode(Document.self, from: bytes) else {
            throw OpenIDFailure.answerUnreadable
        }
        keys = document.keys.filter { $0.use ?? "sig" == "sig" }.compactMap(\.key)
    }

    /// A collection of the one key that a token names, of the kind its algorithm needs; nil when there is none, or when a token
    /// names none and there are several.
    func collection(_ kid: String?, _ algorithm: String) async throws -> JWTKeyCollection? {
        let fitting = keys.filter { key in
            let isOfKind =
                algorithm == "RS256" ? key.keyType == .rsa : key.keyType == .ecdsa && key.curve == .ecdsa(.p256)
            return isOfKind && (key.algorithm.map { $0.rawValue == algorithm } ?? true)
                && (kid == nil || key.keyIdentifier?.string == kid)
        }
        guard fitting.count == 1, var key = fitting.first else { return nil }
        // The collection knows keys by their id; a provider of one key may leave it out.
        if key.keyIdentifier == nil { key.keyIdentifier = JWKIdentifier(string: "only") }
        let collection = JWTKeyCollection()
        do {
            try await collection.add(jwk: key, isDefault: true)
        } catch {
            return nil
        }
        return collection
    }
}
