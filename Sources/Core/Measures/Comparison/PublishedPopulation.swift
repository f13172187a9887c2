/// How many children live in a council's area: a count that was published of it, divided by the rate that was published of the
/// same count. Nothing else that is held here says how many there are.
package struct PublishedPopulation: Hashable, Sendable {
    /// The year to 31 March the count and the rate are of.
    package let year: Int
    package let children: Int
    /// The rate it was worked out from.
    package let rate: String

    /// The last year that has any; of its rates the highest, which was rounded least. Nil where none was published.
    package init?(of council: String, figures: (String) throws -> [PublishedStatistic]) rethrows {
        var known: [(figure: PublishedStatistic, tenths: Int, count: Int, rate: String)] = []
        for rate in SimilarCouncils.rates {
            for figure in try figures(rate) where figure.level == .council && figure.code == council {
                guard let tenths = figure.tenths, let count = figure.numerator, tenths > 0, count > 0 else { continue }
                known.append((figure, tenths, count, rate))
            }
        }
        guard let best = known.max(by: { ($0.figure.year, $0.tenths) < ($1.figure.year, $1.tenths) }) else {
            return nil
        }
        year = best.figure.year
        rate = best.rate
        children = (best.count * 100_000 * 2 + best.tenths) / (2 * best.tenths)
    }

    /// Of 10,000 children, in tenths, rounded half up.
    package func tenths(_ count: Int) -> Int { (2 * count * 100_000 + children) / (2 * children) }
}
