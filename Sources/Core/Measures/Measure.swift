import ChildJourney
import Concerns
import Duties
import WorkingDays

/// A measure's name, such as `re-referrals-within-12-months`.
package struct MeasureID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }

    package static func < (left: MeasureID, right: MeasureID) -> Bool { left.text < right.text }
}

/// Whether a measure counts what happened in a period, or what stood at its end.
package enum MeasureCounting: String, Sendable, CaseIterable {
    case happened, stood

    package var words: String {
        switch self {
        case .happened: "what happened in the period"
        case .stood: "how it stood at the end of the period"
        }
    }
}

/// What the value of a measure is.
package enum MeasureUnit: String, Sendable, CaseIterable {
    /// The numerator as a share of the denominator, from 0 to 100.
    case percent
    /// The numerator itself; the denominator says of how many.
    case children
    /// The numerator is a sum of calendar days, the value their mean.
    case days
    /// The numerator is children, the denominator the different workers who lead for any of them, the value the mean.
    case perWorker = "per-worker"
}

/// Which way is better.
package enum MeasureDirection: String, Sendable, CaseIterable {
    case higher, lower
    /// Says what work there is, and not how well it is done.
    case neither
}

/// What is said about a measure, the same for every council.
package struct MeasureWords: Sendable {
    package let title: String
    /// What it is for, in one sentence.
    package let purpose: String
    package let numerator: String
    package let denominator: String
    /// What is left out, and why.
    package let exclusions: String
    /// Where the definition comes from.
    package let source: String
    /// A worked example with invented children.
    package let example: String

    package init(
        title: String, purpose: String, numerator: String, denominator: String, exclusions: String, source: String,
        example: String
    ) {
        self.title = title
        self.purpose = purpose
        self.numerator = numerator
        self.denominator = denominator
        self.exclusions = exclusions
        self.source = source
        self.example = example
    }
}

/// One number a council is run by: finds, in a child's journey, what it counts.
///
/// It never sees two children at once, so every number opens onto the children it counts.
package protocol Measure: Sendable {
    static var id: MeasureID { get }
    static var words: MeasureWords { get }
    static var counting: MeasureCounting { get }
    static var unit: MeasureUnit { get }
    static var better: MeasureDirection { get }
    /// What a source must tell; without it the measure is not shown as nought.
    static var needs: [CoveredFact] { get }
    /// Its name among the figures published of every council, where it is defined as they are.
    static var isPublished: Bool { get }
    /// The name its rate per 10,000 children is published under.
    static var publishedRate: String? { get }
    /// Whether it is left out of what members and the public see: how it would be hidden is not worked out.
    static var staysInside: Bool { get }
    /// Why what a source covers gives no answer; nil where it does.
    static func because(_ cover: Cover) -> String?

    init(_ setting: Setting)
    /// `concerns` are those of this child, found by the catalogue under the same setting.
    func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases)
}

extension Measure {
    package static var unit: MeasureUnit { .percent }
    package static var isPublished: Bool { false }
    package static var publishedRate: String? { nil }
    package static var staysInside: Bool { false }

    package static func because(_ cover: Cover) -> String? {
        let missing = needs.filter { !cover.tells($0) }
        return missing.isEmpty
            ? nil : "\(cover.source) does not say \(missing.map(\.words).joined(separator: ", nor "))"
    }
}
