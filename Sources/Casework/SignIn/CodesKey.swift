import AccessRules
import Crypto
import Foundation

/// The key the secrets of one-time codes are sealed with (AES-256-GCM). It lives outside the database: whoever has a copy of
/// the database alone can make nobody's codes.
package struct CodesKey: Sendable {
    private let key: SymmetricKey
    /// For recovery codes: what is kept of one can be guessed at only by somebody who holds the key.
    private let recoveryKey: SymmetricKey

    /// Nil unless the text is 32 bytes in base64; white space around it does not count.
    package init?(base64 text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        guard let bytes = Data(base64Encoded: trimmed), bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
        recoveryKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Data("sightline recovery codes".utf8), outputByteCount: 32)
    }

    /// Sealed for one account: moved to another's row it does not open.
    func seal(_ secret: [UInt8], for user: UserID, in council: CouncilCode) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(secret), using: key, authenticating: Self.owner(user, council))
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return Array(combined)
    }

    /// Nil for what another key sealed, or for another account.
    func open(_ sealed: [UInt8], for user: UserID, in council: CouncilCode) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: Data(sealed)),
            let secret = try? AES.GCM.open(box, using: key, authenticating: Self.owner(user, council))
        else { return nil }
        return Array(secret)
    }

    /// What is kept of a recovery code.
    func digest(_ recoveryCode: String, for user: UserID, in council: CouncilCode) -> [UInt8] {
        let message = Self.owner(user, council) + Data(recoveryCode.utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: recoveryKey))
    }

    // NB: the council's code holds no line end, so no two owners read alike.
    private static func owner(_ user: UserID, _ council: CouncilCode) -> Data {
        Data("\(council.text)\n\(user.text)\n".utf8)
    }
}
