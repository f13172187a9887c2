/// Where a database is: `sqlite:PATH` or a plain path.
package struct DatabaseAddress: Hashable, Sendable {
    package let path: String

    /// Fails on an empty path, or a scheme this adapter does not serve.
    package init?(_ text: String) {
        let scheme = text.prefix { $0.isLetter }
        let rest = text.dropFirst(scheme.count)
        if scheme == "sqlite", rest.first == ":" {
            var path = rest.dropFirst()
            if path.hasPrefix("//") { path = path.dropFirst(2) }
            self.path = String(path)
        } else if rest.hasPrefix("://") {
            return nil
        } else {
            path = text
        }
        if path.isEmpty { return nil }
    }

    /// The access log is a store of its own, so that writing it never waits for a load.
    var accessLogPath: String { beside("access") }

    /// So are drafts: they change at every key somebody presses.
    var draftsPath: String { beside("drafts") }

    private func beside(_ what: String) -> String {
        path.hasSuffix(".db") ? "\(path.dropLast(3)).\(what).db" : "\(path).\(what)"
    }
}
