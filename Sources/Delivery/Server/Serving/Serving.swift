import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The server as a whole: every route behind the same checks, listening until it is told to stop.
package enum Serving {
    /// Every address there is.
    package static func router(_ live: Live) -> Router<RequestDetails> {
        guarded(live.doorway) { RecordRoutes.add(to: $0, live) }
    }

    /// The addresses given, and those for signing in, each behind the checks below.
    package static func guarded(
        _ doorway: Doorway, adding routes: (Router<RequestDetails>) -> Void
    ) -> Router<RequestDetails> {
        let router = Router(context: RequestDetails.self, options: .autoGenerateHeadEndpoints)
        addChecks(to: router, doorway)
        OpenRoutes(doorway: doorway).add(to: router)
        SignInRoutes(doorway: doorway).add(to: router)
        OpenIDRoutes(doorway: doorway).add(to: router)
        routes(router)
        refuseOtherMethods(router)
        return router
    }

    /// Listens until SIGTERM or SIGINT; then takes no new requests, finishes those it has, and returns.
    package static func run(
        _ router: Router<RequestDetails>, _ settings: ServingSettings, logger: Logger, services: [any Service] = [],
        whenListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws {
        let application = application(
            router, settings, logger: logger, services: services, whenListening: whenListening)
        try await application.runService()
    }

    package static func application(
        _ router: Router<RequestDetails>, _ settings: ServingSettings, logger: Logger, services: [any Service] = [],
        whenListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> Application<RouterResponder<RequestDetails>> {
        let addresses = settings.connectionsPerAddress.map { ConnectionsByAddress(most: $0) }
        let arrival = settings.arrivalLimits
        return Application(
            router: router,
            // A connection that says nothing for a minute is closed, whether or not it ever asked for anything.
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        SlowRequests(arrival, addresses: addresses, isUpload: FormGuard.takesFiles)
                    ],
                    idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connections)),
            services: services,
            onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? settings.port) },
            logger: logger)
    }

    /// NB: outermost first. The log sees what was answered in the end; the headers stand on refusals too; nothing
    /// behind `SessionFinding` runs for anybody who has not signed in, but for the routes it names.
    private static func addChecks(to router: Router<RequestDetails>, _ doorway: Doorway) {
        router.add(middleware: RequestLog())
        router.add(middleware: SecurityHeaders(isBehindTLS: doorway.settings.isBehindTLS))
        router.add(middleware: Compression())
        router.add(middleware: RefusalAnswers(surroundings: doorway.surroundings))
        router.add(
            middleware: SessionFinding(
                sessions: doorway.sessions, times: doorway.settings.sessionTimes,
                isBehindTLS: doorway.settings.isBehindTLS, now: doorway.now))
        router.add(
            middleware:
                FormGuard(
                    uploads: doorway.uploads, limits: doorway.settings.uploadLimits,
                    documentLimits: doorway.settings.documentLimits, isBehindTLS: doorway.settings.isBehindTLS))
    }

    /// An address that exists, asked for in a way it does not know, is answered so; the router alone would say that there
    /// is nothing.
    private static func refuseOtherMethods(_ router: Router<RequestDetails>) {
        precondition(
            router.routes.allSatisfy { [.get, .post].contains($0.method) },
            "whatever changes something is a form: only those are checked")
        let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        let known = Dictionary(grouping: router.routes) { $0.path.description }
        for routes in known.values {
            guard let path = routes.first?.path else { continue }
            let taken = routes.map(\.method)
            let allowed = taken.contains(.get) ? taken + [.head] : taken
            for method in all where !allowed.contains(method) {
                router.on(path, method: method) { _, _ -> Response in throw Refused.wrongMethod(allowed: allowed) }
            }
        }
    }
}
