/// Shares of teams of different sizes beside what chance alone would make of one common share: exact binomial limits.
package struct FunnelPlot: Hashable, Sendable {
    /// How far a team lies from the common share.
    package enum Place: String, Hashable, Sendable {
        case within
        /// Outside the limits that hold 95 of 100 by chance.
        case outside95
        /// Outside those that hold 998 of 1,000.
        case outside998
    }

    package struct Limits: Hashable, Sendable {
        /// Counts within the limits, both ends in.
        package let within95: ClosedRange<Int>
        package let within998: ClosedRange<Int>
    }

    package struct Team: Hashable, Sendable {
        package let name: String
        package let sum: MeasureSum
        package let limits: Limits
        package let place: Place
    }

    package let common: MeasureSum
    /// Those with anything to say it of, smallest first.
    package let teams: [Team]

    /// Nil where there is no common share.
    package init?(_ teams: [(name: String, sum: MeasureSum)], common: MeasureSum) {
        guard common.denominator > 0 else { return nil }
        self.common = common
        let share = Double(common.numerator) / Double(common.denominator)
        self.teams = teams.filter { $0.sum.denominator > 0 }.map { team in
            let limits = Self.limits(of: team.sum.denominator, share: share)
            let place: Place =
                !limits.within998.contains(team.sum.numerator)
                ? .outside998 : limits.within95.contains(team.sum.numerator) ? .within : .outside95
            return Team(name: team.name, sum: team.sum, limits: limits, place: place)
        }.sorted { ($0.sum.denominator, $0.name) < ($1.sum.denominator, $1.name) }
    }

    package static func limits(of count: Int, share: Double) -> Limits {
        let tails = BinomialTails(count: count, share: share)
        return Limits(
            within95: tails.quantile(0.025)...tails.quantile(0.975),
            within998: tails.quantile(0.001)...tails.quantile(0.999))
    }
}

/// A binomial distribution, added up.
private struct BinomialTails {
    private let upTo: [Double]

    /// Begun at its peak and carried both ways by the ratio of neighbours, so that nothing overflows.
    init(count: Int, share: Double) {
        guard share > 0, share < 1 else {
            upTo = (0...count).map { share <= 0 || $0 == count ? 1 : 0 }
            return
        }
        let peak = min(count, Int(Double(count + 1) * share))
        let odds = share / (1 - share)
        var weights = Array(repeating: 0.0, count: count + 1)
        weights[peak] = 1
        for place in stride(from: peak, to: 0, by: -1) {
            weights[place - 1] = weights[place] * Double(place) / (Double(count - place + 1) * odds)
        }
        for place in peak..<count {
            weights[place + 1] = weights[place] * Double(count - place) * odds / Double(place + 1)
        }
        let all = weights.reduce(0, +)
        var sum = 0.0
        upTo = weights.map { weight in
            sum += weight / all
            return sum
        }
    }

    /// The smallest count reached with at least this chance, give or take what adding up has lost.
    func quantile(_ chance: Double) -> Int { upTo.firstIndex { $0 >= chance - 1e-12 } ?? upTo.count - 1 }
}
