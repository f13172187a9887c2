/// The limiting rules put to every published inspection: where a rule leaves one grade, was that the one published?
package struct Replay: Sendable {
    package struct Exception: Hashable, Sendable {
        package enum Reason: String, Hashable, Sendable {
            /// A rule leaves one grade, and another was published.
            case notAsTheRuleSays = "not-as-the-rule-says"
            /// Better than a rule allows.
            case aboveTheLimit = "above-the-limit"
            /// The lowest grade, and no rule asked for it: the lead inspector decided.
            case lowestWithoutARule = "lowest-without-a-rule"
            case noOverallGrade = "no-overall-grade"
            case noFramework = "no-framework"

            package var words: String {
                switch self {
                case .notAsTheRuleSays: "a limiting rule leaves one grade, and another was published"
                case .aboveTheLimit: "the published grade is better than a limiting rule allows"
                case .lowestWithoutARule: "inadequate though no limiting rule asks for it: inspectors decided"
                case .noOverallGrade: "no overall grade was published"
                case .noFramework: "no edition of the framework is known for its dates"
                }
            }
        }

        package let inspection: PublishedInspection
        package let reason: Reason
    }

    package private(set) var rows = 0
    /// Rows in which a rule left but one grade.
    package private(set) var bound = 0
    /// Bound rows in which that grade was published.
    package private(set) var agree = 0
    /// Rows in which a rule left several grades, and the published one is among them.
    package private(set) var withinALimit = 0
    package private(set) var exceptions: [Exception] = []

    package init(_ inspections: [PublishedInspection], under frameworks: InspectionFrameworks) {
        for inspection in inspections {
            rows += 1
            if let reason = put(inspection, frameworks) {
                exceptions.append(Exception(inspection: inspection, reason: reason))
            }
        }
    }

    private mutating func put(
        _ inspection: PublishedInspection, _ frameworks: InspectionFrameworks
    ) -> Exception.Reason? {
        guard let framework = frameworks[inspection.framework] else { return .noFramework }
        let limit = framework.limit(on: "overall", given: inspection.grades)
        if limit?.decided != nil { bound += 1 }
        guard let published = inspection.overall else { return .noOverallGrade }
        if let decided = limit?.decided {
            guard published == decided else { return .notAsTheRuleSays }
            agree += 1
            return nil
        }
        if published == framework.grades.last { return .lowestWithoutARule }
        guard let limit else { return nil }
        guard framework.worse(published, limit.atMost) == published else { return .aboveTheLimit }
        withinALimit += 1
        return nil
    }
}
