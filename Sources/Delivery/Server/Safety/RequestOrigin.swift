import HTTPTypes
import Hummingbird

/// Where a request comes from, as far as the browser says.
enum RequestOrigin {
    /// Whether a form may have been sent by a page of this site. A browser that says nothing is left to the form's token.
    static func mayBeOwn(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" }
        guard let origin = request.headers[.origin] else { return true }
        // NB: "null" is what a page inside a sandboxed frame sends, and it is not ours.
        guard let colon = origin.firstIndex(of: ":"), origin[colon...].hasPrefix("://") else { return false }
        return origin[colon...].dropFirst(3).lowercased() == request.head.authority?.lowercased()
    }

    /// Whether another site made the browser ask.
    static func isForeign(_ request: Request) -> Bool {
        switch request.headers[.fetchSite] {
        case nil, "same-origin", "none": false
        default: true
        }
    }

    /// The browser's address: what the nearest proxy says when there is one, else the other end of the connection.
    static func address(of request: Request, _ context: RequestDetails, isBehindProxy: Bool) -> String {
        // NB: only the last address was written by our own proxy; all before it is what the browser claimed.
        let forwarded = isBehindProxy ? request.headers[values: .forwardedFor].last?.split(separator: ",").last : nil
        return forwarded.map { String($0.filter { $0 != " " }) } ?? context.peer ?? "unknown"
    }
}
