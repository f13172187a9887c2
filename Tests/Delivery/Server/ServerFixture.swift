import AccessRules
import Casework
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
    /// When whoever signs in does so: a session that is not used runs out.
    var signsInAt = ServerFixture.moment
    var isHealthy = true
    /// Sessions of the record itself, in place of doubles.
    var recordedSessions: RecordedSessions?
    var codes: OneTimeCodes?
    var scan: DocumentScan?
    var pdf: PDFMaker?
    var signInLimits = SignInLimits()
    /// Nil for a record nothing was ever recorded in.
    var record: RecordFixture?

    /// Signed in as somebody.
    func signIn(_ role: Role = .manager, user: UserID = "u1", of council: String = "demo") throws -> SecretToken {
        let council = try #require(CouncilCode(council))
        return sessions.begin(SignedInPerson(council: council, user: user, role: role), at: signsInAt)
    }

    /// What stands before every page, with no record behind it.
    func doorway() throws -> Doorway {
        let assets = try StaticAssets(folder: ServerFixture.web)
        return Doorway(
            settings: settings,
            surroundings: Surroundings(council: "Invented council", isDemo: false, assets: assets.addresses),
            assets: assets, uploads: UploadFolder(path: NSTemporaryDirectory()),
            sessions: recordedSessions ?? sessions.double,
            door: door,
            signInLimits: signInLimits, now: now, isHealthy: { [isHealthy] in isHealthy })
    }

    func live() throws -> Live {
        let doorway = try doorway()
        let record = try record ?? RecordFixture()
        return Live(
            settings: settings, surroundings: doorway.surroundings, assets: doorway.assets, uploads: record.uploads,
            sessions: doorway.sessions, door: door, signInLimits: signInLimits, now: now, store: record.store,
            council: record.council, standards: record.standards,
            desk: ImportDesk(store: record.store, standards: record.standards, now: now), codes: codes, scan: scan,
            pdf: pdf,
            // NB: holds the record, whose folder goes when nothing does.
            isHealthy: { [isHealthy] in withExtendedLifetime(record) { isHealthy } })
    }

    /// Asks the whole product; or, where a test brings routes of its own, the checks with only those behind them.
    func test(
        adding routes: ((Router<RequestDetails>) -> Void)? = nil,
        _ setting: TestingSetup = .router, _ use: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let router = try routes.map { Serving.guarded(try doorway(), adding: $0) } ?? Serving.router(try live())
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
