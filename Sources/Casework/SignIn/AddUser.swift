import AccessRules
import RecordKeeping
import WorkingDays

/// An account is made, or its password is set anew.
package struct AddUser {
    package enum Refusal: Error, Sendable {
        case passwordTooShort
        case store(StoreFailure)
        case cannotHash
        /// Nobody would be left who looks after accounts.
        case lastAdministrator
    }

    /// Long rather than odd: the National Cyber Security Centre advises against rules on characters.
    package static let shortestPassword = 12

    private let store: any RecordStore

    package init(store: any RecordStore) {
        self.store = store
    }

    /// `salt` is 16 random bytes. Whoever is signed in under the name is signed out.
    package func callAsFunction(
        _ user: User, password: String, salt: [UInt8], by author: UserID, at moment: Moment
    ) async throws(Refusal) {
        guard password.count >= Self.shortestPassword else { throw .passwordTooShort }
        guard let kept = try? PasswordText.make(password, salt: salt) else { throw .cannotHash }
        var user = user
        user.password = kept
        let outcome: AccountChange.Outcome
        do {
            outcome = try await store.change(.saved(user), of: user.id, in: user.council, by: author, at: moment)
        } catch {
            throw .store(error)
        }
        guard outcome == .done else { throw .lastAdministrator }
    }
}
