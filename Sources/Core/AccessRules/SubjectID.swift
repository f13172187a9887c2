/// The id of whoever an entry is about, within one council.
///
/// Ids from different sources never meet by accident: what a source calls `123` is kept as `census:123`, and two sources'
/// children are joined only by a recorded link.
package struct SubjectID: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// The id `local` has in a source called `source`.
    package init(source: String, local: String) {
        self.init("\(source):\(local)")
    }

    /// The id without its source, as the council's own people know it.
    package var local: String {
        text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// The name of the source in front; nil for an id without one.
    package var source: String? {
        text.firstIndex(of: ":").map { String(text[..<$0]) }
    }

    package var description: String { text }

    package static func < (left: SubjectID, right: SubjectID) -> Bool { left.text < right.text }
}
