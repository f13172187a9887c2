import AccessRules
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Pages
import Server
import Synchronization
import Testing
import WorkingDays

/// A server of doubles, on which a test asks for pages.
struct ServerFixture {
    static let moment = Moment(milliseconds: 1_795_240_000_000)

    let sessions = KeptSessions()
    let lines = LogLines()
    var settings = ServingSettings()
    var door = SignInDoor(check: { _, _, _ in .refused })
    var now: @Sendable () -> Moment = { ServerFixture.moment }
    var isHealthy = true
    var signInLimits = SignInLimits()

    /// Signed in as somebody.
    func signIn(_ role: Role = .manager) throws -> SecretToken {
        let council = try #require(CouncilCode("demo"))
        return sessions.begin(SignedInPerson(council: council, user: "u1", role: role), at: ServerFixture.moment)
    }

    func doorway() throws -> Doorway {
        let assets = try StaticAssets(folder: ServerFixture.web)
        return Doorway(
            settings: settings,
            surroundings: Surroundings(council: "Invented council", isDemo: false, assets: assets.addresses),
            assets: assets, uploads: UploadFolder(path: NSTemporaryDirectory()), sessions: sessions.double, door: door,
            signInLimits: signInLimits, now: now, isHealthy: { [isHealthy] in isHealthy })
    }

    func test(
        adding routes: (Router<RequestDetails>) -> Void = { _ in },
        _ setting: TestingSetup = .router, _ use: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let router = Serving.guarded(try doorway(), adding: routes)
        let logger = Logger(label: "test") { [lines] _ in lines }
        try await Serving.application(router, settings, logger: logger).test(setting, use)
    }

    /// The folder of style sheet and script in this source tree.
    static var web: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Data/web").standardized.path
    }
}

/// Keeps the lines of a log.
final class LogLines: LogHandler, Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        kept.withLock { $0.append("\(event.level) \(event.message) \(pairs.joined(separator: " "))") }
    }
}

extension HTTPFields {
    static func cookie(_ token: SecretToken) -> HTTPFields { [.cookie: "sightline_session=\(token.text)"] }

    /// What a browser sends with a form of this site.
    static func form(_ token: SecretToken) -> HTTPFields {
        [.cookie: "sightline_session=\(token.text)", .contentType: "application/x-www-form-urlencoded"]
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }
    /// The value a Set-Cookie header gives a cookie.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].first { $0.hasPrefix("\(name)=") }
            .map { String($0.dropFirst(name.count + 1).prefix { $0 != ";" }) }
    }
}
