import AccessRules
import RecordKeeping
import WorkingDays

/// Where signed-in browsers are kept, by the digest of their token.
package protocol Sessions: Sendable {
    /// False where what was checked has been changed since, or the account was closed: then there is no session.
    func create(_ session: NewSession) async throws -> Bool
    /// Nil for a session that is unknown, has ended, or had run out by `moment`; and for a person who may no longer sign in.
    func find(_ token: TokenDigest, at moment: Moment) async throws -> FoundSession?
    /// The session has been used: it runs out at `moment` and no sooner.
    func touch(_ token: TokenDigest, until moment: Moment) async throws
    func end(_ token: TokenDigest) async throws
}

/// A session about to begin.
package struct NewSession: Sendable {
    package let token: TokenDigest
    package let person: SignedInPerson
    package let formToken: FormToken
    package let createdAt: Moment
    package let expiresAt: Moment
    package let way: SignInWay
    /// The generation the account was of when its owner was checked; nil where nothing was, as in a demonstration.
    package let generation: Int64?

    package init(
        token: TokenDigest, person: SignedInPerson, formToken: FormToken, createdAt: Moment, expiresAt: Moment,
        way: SignInWay = .password, generation: Int64? = nil
    ) {
        self.generation = generation
        self.way = way
        self.token = token
        self.person = person
        self.formToken = formToken
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// A session that is running: who it is, as they are now and not as they were when they signed in.
package struct FoundSession: Sendable {
    package let person: SignedInPerson
    /// "R. Ahmed", for the top of the page.
    package let name: String
    package let formToken: FormToken
    package let createdAt: Moment
    package let expiresAt: Moment
    package let way: SignInWay
    /// Their role must give codes and this session was opened without: nothing can be done but set them up.
    package let mustSetUpCodes: Bool
    /// Of which generation the account is.
    package let generation: Int64

    package init(
        person: SignedInPerson, name: String, formToken: FormToken, createdAt: Moment, expiresAt: Moment,
        way: SignInWay = .password, mustSetUpCodes: Bool = false, generation: Int64 = 0
    ) {
        self.generation = generation
        self.way = way
        self.mustSetUpCodes = mustSetUpCodes
        self.person = person
        self.name = name
        self.formToken = formToken
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// How long a session lasts.
package struct SessionTimes: Sendable {
    /// Without a request.
    package var idleMinutes: Int
    /// From signing in, whatever happens: a shift.
    package var longestHours: Int

    package init(idleMinutes: Int = 60, longestHours: Int = 12) {
        self.idleMinutes = idleMinutes
        self.longestHours = longestHours
    }

    package func expiry(createdAt: Moment, usedAt moment: Moment) -> Moment {
        min(moment.adding(seconds: idleMinutes * 60), createdAt.adding(hours: longestHours))
    }

    /// Whether it is worth writing that the session was used: once a minute is enough, and keeps reading pages free of
    /// writing.
    package func isWorthTouching(_ session: FoundSession, at moment: Moment) -> Bool {
        expiry(createdAt: session.createdAt, usedAt: moment) >= session.expiresAt.adding(seconds: 60)
    }
}
