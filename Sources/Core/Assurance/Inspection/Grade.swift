/// A grade as its framework writes it: "requires_improvement". Which is better is the framework's to say, never the word's.
package struct Grade: RawRepresentable, Hashable, Sendable, Codable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static let inadequate = Grade("inadequate")
    package static let requiresImprovement = Grade("requires_improvement")
    package static let adequate = Grade("adequate")
    package static let good = Grade("good")
    package static let outstanding = Grade("outstanding")

    /// "requires improvement": as a report prints it.
    package var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}
