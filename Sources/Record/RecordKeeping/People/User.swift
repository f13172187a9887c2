import AccessRules
import WorkingDays

/// An account: somebody who may sign in. The password is kept only as opaque bytes its maker can check.
package struct User: Hashable, Sendable {
    package let council: CouncilCode
    package let id: UserID
    package var name: String
    package var role: Role
    package var team: String?
    /// Nil while no password is set; then nobody can sign in with one.
    package var password: [UInt8]?
    package var isActive: Bool
    package var failedAttempts: Int
    package var lockedUntil: Moment?
    /// Raised by everything that ends sessions. Whoever was checked under an older one is let in no more.
    package var generation: Int64

    package init(
        council: CouncilCode, id: UserID, name: String, role: Role, team: String? = nil, password: [UInt8]? = nil,
        isActive: Bool = true, failedAttempts: Int = 0, lockedUntil: Moment? = nil, generation: Int64 = 0
    ) {
        self.council = council
        self.id = id
        self.name = name
        self.role = role
        self.team = team
        self.password = password
        self.isActive = isActive
        self.failedAttempts = failedAttempts
        self.lockedUntil = lockedUntil
        self.generation = generation
    }

    /// NB: an inspector opens nothing by this alone: which inspections let them in is asked with every request.
    package var signedIn: SignedIn { signedIn(inspecting: []) }

    package func signedIn(inspecting inspections: [String]) -> SignedIn {
        SignedIn(
            council: council, user: id, role: role, team: team,
            inspecting: role == .inspector ? .only(inspections) : .notAsked)
    }
}

/// A signed-in browser. The store keeps the digest of its token, never the token.
package struct Session: Hashable, Sendable {
    package let council: CouncilCode
    package let tokenDigest: [UInt8]
    package let user: UserID
    /// Sent with every form, so that no other site can post one.
    package let formToken: String
    package let createdAt: Moment
    package let expiresAt: Moment
    package let way: SignInWay
    /// The generation the account was of when its owner was checked; nil where nothing was, as in a demonstration.
    package let generation: Int64?

    package init(
        council: CouncilCode, tokenDigest: [UInt8], user: UserID, formToken: String, createdAt: Moment,
        expiresAt: Moment, way: SignInWay = .password, generation: Int64? = nil
    ) {
        self.generation = generation
        self.council = council
        self.tokenDigest = tokenDigest
        self.user = user
        self.formToken = formToken
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.way = way
    }
}
