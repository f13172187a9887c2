/// Values over time with the limits of chance: an individuals chart with moving ranges (XmR).
///
/// Centre: the mean. Limits: the mean and 2.66 (3 / 1.128) times the mean difference between neighbours. Beyond chance are a point outside
/// the limits, and eight or more points in a row on one side of the centre. Needs eight values at least.
package struct RunChart: Hashable, Sendable {
    package static let fewest = 8
    package static let run = 8

    package enum Signal: String, Hashable, Sendable {
        case above, below, run
    }

    package let values: [Double?]
    package let centre: Double
    package let lower: Double
    package let upper: Double
    /// Of each value, what it shows beyond chance.
    package let signals: [Signal?]

    /// Nil with too few values. A value that is missing breaks neither a run nor a difference: its neighbours are neighbours.
    package init?(_ values: [Double?]) {
        let known = values.compactMap(\.self)
        guard known.count >= Self.fewest else { return nil }
        let centre = known.reduce(0, +) / Double(known.count)
        let ranges = zip(known, known.dropFirst()).map { abs($1 - $0) }
        let reach = ranges.reduce(0, +) / Double(ranges.count) * 3 / 1.128
        self.values = values
        self.centre = centre
        lower = centre - reach
        upper = centre + reach
        let (low, high) = (lower, upper)
        let runs = Self.runs(values, around: centre)
        signals = values.enumerated().map { place, value in
            guard let value else { return nil }
            return value > high ? .above : value < low ? .below : runs.contains(place) ? .run : nil
        }
    }

    private static func runs(_ values: [Double?], around centre: Double) -> Set<Int> {
        var found: Set<Int> = []
        var current: [Int] = []
        var side = 0
        for (place, value) in values.enumerated() {
            guard let value else { continue }
            let own = value > centre ? 1 : value < centre ? -1 : 0
            if own != side || own == 0 { current = [] }
            side = own
            if own != 0 { current.append(place) }
            if current.count >= run { found.formUnion(current) }
        }
        return found
    }
}
