/// Where another program takes notices: https, or http on this machine. No name or password in it, and no fragment.
package struct WebhookAddress: Hashable, Sendable {
    package let text: String
    package let isEncrypted: Bool
    /// Without a port.
    package let host: String

    /// Nil for any other address.
    package init?(_ text: String) {
        let unsafe = Array("\\\"<>".utf8)
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard text.utf8.count <= 2000, parts.count == 2,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !unsafe.contains($0) })
        else { return nil }
        let (scheme, rest) = (parts[0].lowercased(), parts[1])
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let authority = String(rest[..<end])
        guard !rest.contains("#"), let host = Self.host(authority) else { return nil }
        switch scheme {
        case "https": isEncrypted = true
        // NB: "localhost" is left to the system's own names, as a browser does; these two can be nowhere else.
        case "http" where ["127.0.0.1", "[::1]", "localhost"].contains(host): isEncrypted = false
        default: return nil
        }
        self.text = text
        self.host = host
    }

    /// Nil for what is no host with or without a port.
    private static func host(_ authority: String) -> String? {
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { return nil }
            let after = authority[authority.index(after: close)...]
            guard after.isEmpty || after.hasPrefix(":") && isPort(after.dropFirst()) else { return nil }
            let inside = authority[..<close].dropFirst()
            guard inside.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }), !inside.isEmpty else { return nil }
            return String(authority[...close]).lowercased()
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.first, !name.isEmpty, parts.count == 1 || isPort(parts[1]),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "." })
        else { return nil }
        return name.lowercased()
    }

    private static func isPort(_ text: Substring) -> Bool { UInt16(text).map { $0 > 0 } ?? false }
}
