import WorkingDays

/// Somebody whose password was right, and what they typed as their name.
struct Halfway: Sendable {
    let person: SignedInPerson
    let name: String
    /// Of which generation the account was when the password was looked at.
    let generation: Int64
}

/// What every request passes before any page is made: who listens, who is let in, what is served to anybody.
///
/// It knows no record, so that the checks can be proved without one.
package struct Doorway: Sendable {
    package var settings: ServingSettings
    package var surroundings: Surroundings
    package var assets: StaticAssets
    package var uploads: UploadFolder
    package var sessions: any Sessions
    package var door: SignInDoor
    package var signInLimits: SignInLimits
    let halfway = Tickets<Halfway>()
    let openIDAsked = Tickets<OpenIDAsked>()
    package var now: @Sendable () -> Moment
    /// Whether the records can be reached.
    package var isHealthy: @Sendable () async -> Bool

    package init(
        settings: ServingSettings, surroundings: Surroundings, assets: StaticAssets, uploads: UploadFolder,
        sessions: any Sessions, door: SignInDoor, signInLimits: SignInLimits = SignInLimits(),
        now: @escaping @Sendable () -> Moment, isHealthy: @escaping @Sendable () async -> Bool
    ) {
        self.settings = settings
        self.surroundings = surroundings
        self.assets = assets
        self.uploads = uploads
        self.sessions = sessions
        self.door = door
        self.signInLimits = signInLimits
        self.now = now
        self.isHealthy = isHealthy
    }
}

extension Live {
    package var doorway: Doorway {
        Doorway(
            settings: settings, surroundings: surroundings, assets: assets, uploads: uploads, sessions: sessions,
            door: door,
            signInLimits: signInLimits, now: now, isHealthy: isHealthy)
    }
}
