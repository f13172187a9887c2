/// An e-mail address notices are sent to: letters without accents, digits and a few signs, with a domain of two parts or
/// more. Narrower than what the standards allow (RFC 5321), so that nothing in it can be taken for anything but an address.
package struct NoticeAddress: Hashable, Sendable {
    package let text: String

    /// Nil for what is not such an address.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, Self.isLocal(Array(parts[0])), Self.isDomain(Array(parts[1]))
        else { return nil }
        self.text = text
    }

    /// What stands after the sign.
    package var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }

    private static func isLocal(_ part: [UInt8]) -> Bool {
        guard (1...64).contains(part.count), part.first != dot, part.last != dot else { return false }
        let signs = Array("!#$%&'*+-/=?^_`{|}~.".utf8)
        let hasTwoDots = zip(part, part.dropFirst()).contains { $0 == dot && $1 == dot }
        return !hasTwoDots && part.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
    }

    private static func isDomain(_ part: [UInt8]) -> Bool {
        let labels = part.split(separator: dot, omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
            }
    }

    private static let dot = UInt8(ascii: ".")
    private static let hyphen = UInt8(ascii: "-")

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
