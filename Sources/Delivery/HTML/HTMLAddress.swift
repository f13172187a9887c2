/// A web address that is safe to put behind a link: within this site, or http(s).
///
/// `javascript:`, `data:` and every other scheme are refused here, once, so no page can forget.
/// Browsers drop tabs and line ends and trim spaces before they read the scheme, and take `\` for `/`;
/// so an address holding any of them is refused whole rather than repaired.
public struct HTMLAddress: Sendable {
    /// What stands in for a refused address: it goes nowhere, and says in the address bar why.
    public static let refused = "#address-refused"

    public let text: String

    public init(_ address: String) {
        text = HTMLAddress.isSafe(address) ? address : HTMLAddress.refused
    }

    static func isSafe(_ address: String) -> Bool {
        let bytes = address.utf8
        let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPlain else { return false }
        // NB: "//elsewhere.example" leaves this site without naming a scheme.
        if address.hasPrefix("//") { return false }
        guard let end = bytes.firstIndex(where: isDelimiter), bytes[end] == UInt8(ascii: ":") else {
            return true
        }
        let scheme = address[..<end].lowercased()
        return (scheme == "http" || scheme == "https") && address[end...].hasPrefix("://")
    }

    /// A colon after one of these no longer ends a scheme.
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
        default: false
        }
    }
}
