import WorkingDays

/// How far two readers of the same files agree.
package struct GradeAgreement: Hashable, Sendable {
    package enum Weights: Sendable {
        /// A disagreement counts by the steps between the grades, or by their square.
        case linear, quadratic
    }

    /// (L) Of fewer pairs a coefficient says nothing: one more file could turn it round.
    package static let fewestPairs = 10

    package let pairs: Int
    package let same: Int
    /// The second reader's grade is worse.
    package let downgraded: Int
    /// The second reader's grade is better.
    package let upgraded: Int
    /// Cohen's weighted kappa (1968): 1 is full agreement, 0 is what chance alone gives. Nil where it is undefined: no pairs, or
    /// both readers gave one and the same grade throughout.
    package let kappa: Double?

    package var isEnough: Bool { pairs >= Self.fewestPairs }

    /// - Parameter grades: Pairs of grades by their place on a scale of `scale` grades, 0 the best.
    package init(_ grades: [(first: Int, second: Int)], scale: Int, weights: Weights = .quadratic) {
        precondition(
            grades.allSatisfy { 0..<scale ~= $0.first && 0..<scale ~= $0.second }, "a grade is a place on its scale")
        pairs = grades.count
        same = grades.count { $0.first == $0.second }
        downgraded = grades.count { $0.second > $0.first }
        upgraded = grades.count { $0.second < $0.first }
        var seen = Array(repeating: Array(repeating: 0.0, count: scale), count: scale)
        for pair in grades { seen[pair.first][pair.second] += 1 }
        let firsts = seen.map { $0.reduce(0, +) }
        let seconds = (0..<scale).map { column in seen.reduce(0) { $0 + $1[column] } }
        var observed = 0.0
        var expected = 0.0
        for one in 0..<scale {
            for other in 0..<scale {
                let steps = Double(abs(one - other))
                let weight = weights == .linear ? steps : steps * steps
                observed += weight * seen[one][other]
                expected += weight * firsts[one] * seconds[other]
            }
        }
        kappa = expected > 0 ? 1 - observed * Double(grades.count) / expected : nil
    }
}
