/// Councils with about as much work for their size, by the rates that were published of them in one year.
///
/// Not the statistical neighbours that are published officially: those rest on deprivation and population, which are not in these
/// figures. The distance is Euclid's over the rates, each divided by its standard deviation over all councils that have them all.
package struct SimilarCouncils: Sendable {
    /// Rates per 10,000 children the distance is taken over.
    package static let rates = ["referrals-per-10000", "children-in-need-per-10000", "section-47-enquiries-per-10000"]

    package struct Neighbour: Hashable, Sendable {
        package let code: String
        package let name: String
        /// In standard deviations.
        package let distance: Double
    }

    /// Nearest first; empty where a rate of the council itself was not published.
    package let neighbours: [Neighbour]

    /// - Parameter figures: Of each of `rates`, in that order: its figures of every year.
    package init(of code: String, year: Int, count: Int = 10, figures: [[PublishedStatistic]]) {
        var rates: [String: [Double]] = [:]
        var names: [String: String] = [:]
        for rate in figures {
            for row in rate where row.level == .council && row.year == year {
                guard let tenths = row.tenths else { continue }
                rates[row.code, default: []].append(Double(tenths) / 10)
                names[row.code] = row.name
            }
        }
        rates = rates.filter { $0.value.count == figures.count }
        guard let own = rates[code], rates.count > 1 else {
            neighbours = []
            return
        }
        let spreads = own.indices.map { place in Self.deviation(rates.values.map { $0[place] }) }
        let all = rates.filter { $0.key != code }.map { other, values in
            var sum = 0.0
            for place in own.indices where spreads[place] > 0 {
                let apart = (values[place] - own[place]) / spreads[place]
                sum += apart * apart
            }
            return Neighbour(code: other, name: names[other] ?? other, distance: sum.squareRoot())
        }
        neighbours = Array(all.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }.prefix(count))
    }

    /// Of all of them, not of a sample.
    private static func deviation(_ values: [Double]) -> Double {
        let ordered = values.sorted()
        let mean = ordered.reduce(0, +) / Double(ordered.count)
        return (ordered.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(ordered.count)).squareRoot()
    }
}
