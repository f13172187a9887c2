import AccessRules
import ArgumentParser
import Casework
import Foundation
import OpenIDConnect
import RecordKeeping
import Server

/// What people sign in with, beside a password.
struct SignInOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with the key that secrets of one-time codes are sealed with: 32 bytes in base64. Else SIGHTLINE_CODES_KEY.",
            valueName: "file"))
    var codesKey: String?

    @Option(
        name: .customLong("openid"),
        help: ArgumentHelp("A file that says which identity provider vouches for people.", valueName: "file"))
    var openID: String?

    /// Nil where no key was given: then nobody can set up codes.
    func codes(_ store: any RecordStore, _ council: CouncilCode) throws -> OneTimeCodes? {
        guard let text = try secret(file: codesKey, variable: "SIGHTLINE_CODES_KEY", "the key for one-time codes")
        else { return nil }
        guard let key = CodesKey(base64: text) else {
            throw Refused("the key for one-time codes is not 32 bytes in base64")
        }
        return OneTimeCodes(store: store, council: council, key: key) { count in
            var random = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        }
    }

    /// Nil where no provider was named.
    func provider() throws -> (provider: IdentityProvider, settings: OpenIDSettings)? {
        guard let openID else { return nil }
        guard let bytes = FileManager.default.contents(atPath: openID) else {
            throw Refused("\(openID) cannot be read")
        }
        let settings: OpenIDSettings
        do {
            settings = try JSONDecoder().decode(OpenIDSettings.self, from: bytes)
            try settings.check()
        } catch let mistake as OpenIDSettings.Mistake {
            switch mistake {
            case .notSecure(let field): throw Refused("\(field) in \(openID) must be an https address")
            case .noOpenIDScope: throw Refused("scopes in \(openID) must hold openid")
            case .skewTooLong: throw Refused("clockSkewSeconds in \(openID) must be from 0 to 300")
            }
        } catch {
            throw Refused("\(openID) is not what docs/running-it.md shows")
        }
        let secret = try secret(
            file: settings.secretFile, variable: "SIGHTLINE_OPENID_SECRET", "the identity provider's secret")
        let provider = IdentityProvider(
            settings: settings, secret: secret?.trimmingCharacters(in: .whitespacesAndNewlines), now: Clock.now)
        return (provider, settings)
    }

    private func secret(file: String?, variable: String, _ what: String) throws -> String? {
        guard let file else { return ProcessInfo.processInfo.environment[variable] }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Refused("\(what) cannot be read from \(file)")
        }
        return text
    }
}

extension SignInDoor {
    /// The door of a record: passwords, codes, and whoever the provider vouches for.
    static func recorded(
        _ signIn: SignIn, personas: [DemoPersona], provider: (provider: IdentityProvider, settings: OpenIDSettings)?
    ) -> SignInDoor {
        @Sendable func answer(_ answer: SignIn.Answer) -> SignInDoor.Answer {
            switch answer {
            case .admitted(let user): .admitted(user.signedIn, generation: user.generation)
            case .codeNeeded(let user): .codeNeeded(user.signedIn, generation: user.generation)
            case .refused: .refused
            }
        }
        let openID = provider.map { provider, settings in
            OpenIDDoor(
                words: settings.words, issuer: settings.issuer,
                begin: { try await provider.address(state: $0.state, nonce: $0.nonce, verifier: $0.verifier) },
                finish: { code, asked, _ in
                    let name = try await provider.userName(code: code, nonce: asked.nonce, verifier: asked.verifier)
                    return answer(try await signIn.vouchedFor(UserID(name)))
                })
        }
        return SignInDoor(
            check: { name, password, moment in answer(try await signIn(name, password, at: moment)) },
            checkCode: { user, code, moment in answer(try await signIn.code(code, of: user, at: moment)) },
            personas: personas, openID: openID)
    }
}
