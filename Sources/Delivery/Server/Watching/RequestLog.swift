import AccessRules
import Hummingbird
import Logging

/// One line for each request: which kind of page, what came of it, how long it took, and for whom.
///
/// The path as it was asked for is never written: it holds children's ids, and a search holds their names. The pattern of
/// the route stands in its place.
package struct RequestLog: RouterMiddleware {
    package typealias Context = RequestDetails

    package init() {}

    package func handle(
        _ request: Request, context: RequestDetails, next: (Request, RequestDetails) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let took = clock.now - start
        let pattern = context.endpointPath ?? "none"
        var line: Logger.Metadata = [
            "method": "\(RequestLog.method(request))", "route": "\(pattern)", "status": "\(response.status.code)",
            "ms": "\(Int(took / .milliseconds(1)))",
        ]
        if let person = context.notes.session?.person { line["user"] = "\(person.user)" }
        context.logger.log(
            level: ["/assets/{file}", "/health"].contains(pattern) ? .debug : .info, "request", metadata: line)
        return response
    }

    /// One of the methods there are: a method is whatever the other end writes, and may hold anything.
    private static func method(_ request: Request) -> String {
        switch request.method {
        case .get, .head, .post, .put, .delete, .patch, .options: request.method.rawValue
        default: "other"
        }
    }
}
