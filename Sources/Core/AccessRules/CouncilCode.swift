/// Which council a record belongs to: its three-digit national code, or a name for an invented one. First in every key.
package struct CouncilCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    /// Fails unless the text is 1 to 16 letters, digits or hyphens.
    package init?(_ text: String) {
        let allowed = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard allowed, (1...16).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    package var description: String { text }

    package static func < (left: CouncilCode, right: CouncilCode) -> Bool { left.text < right.text }
}
