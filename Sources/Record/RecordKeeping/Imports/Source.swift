/// The name of a place data comes from, such as `census`; part of every id that comes from it.
package struct SourceName: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible
{
    package let text: String

    package init(_ text: String) {
        precondition(!text.contains(":") && !text.contains("/"), "a source's name has neither colon nor slash")
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }

    package static func < (left: SourceName, right: SourceName) -> Bool { left.text < right.text }

    /// What is recorded in Sightline itself.
    package static let record: SourceName = "record"
    package static let census: SourceName = "census"
    package static let safeguardingDataset: SourceName = "ssd"
}

/// What a source is.
package enum SourceKind: String, Sendable, Codable, CaseIterable {
    case census
    case safeguardingDataset = "ssd"
    case record
}
