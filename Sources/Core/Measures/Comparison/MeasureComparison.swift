/// One published measure of a council beside England, its region and similar councils, for one year.
package struct MeasureComparison: Sendable {
    package enum Refusal: Error, Hashable, Sendable {
        /// The measure is not defined as the published figures are.
        case notPublished
        case noSuchCouncil
        case noSuchYear

        package var words: String {
            switch self {
            case .notPublished: "the measure is not among those published of every council under the same definition"
            case .noSuchCouncil: "no figure was published of a council with that code"
            case .noSuchYear: "no figure of that council was published for that year"
            }
        }
    }

    package struct Year: Sendable {
        package let year: Int
        package let council: PublishedStatistic?
        package let england: PublishedStatistic?
        package let region: PublishedStatistic?
        /// The middle value of the similar councils that have one, in tenths.
        package let similar: Int?
    }

    package let measure: any Measure.Type
    package let council: PublishedStatistic
    package let england: PublishedStatistic?
    package let region: PublishedStatistic?
    package let similar: [(neighbour: SimilarCouncils.Neighbour, figure: PublishedStatistic?)]
    /// Each year of which anything was published, earliest first; the similar councils are those of the year compared.
    package let byYear: [Year]
    /// Years of which there is a figure of the council, earliest first.
    package let years: [Int]

    /// Measures that are defined as they are published.
    package static var measures: [any Measure.Type] { Measures.all.filter { $0.isPublished } }

    /// - Parameters:
    ///   - year: Nil for the last of which the council's own value was published.
    ///   - figures: Those published under a name, of every year and council.
    package init(
        _ id: MeasureID, council code: String, year: Int? = nil, figures: (String) throws -> [PublishedStatistic]
    ) throws {
        guard let measure = Self.measures.first(where: { $0.id == id }) else { throw Refusal.notPublished }
        let all = try figures(id.text)
        let own = all.filter { $0.level == .council && $0.code == code }.sorted { $0.year < $1.year }
        guard let last = own.last else { throw Refusal.noSuchCouncil }
        guard
            let council = year.map({ year in own.first { $0.year == year } }) ?? own.last(where: { $0.tenths != nil })
                ?? last
        else { throw Refusal.noSuchYear }
        self.measure = measure
        self.council = council
        years = own.map(\.year)
        let ofYear = all.filter { $0.year == council.year }
        england = ofYear.first { $0.level == .national }
        region = ofYear.first { $0.level == .region && $0.name == council.region }
        let near = SimilarCouncils(of: code, year: council.year, figures: try SimilarCouncils.rates.map(figures))
        similar = near.neighbours.map { neighbour in
            (neighbour, ofYear.first { $0.level == .council && $0.code == neighbour.code })
        }
        let neighbours = Set(near.neighbours.map(\.code))
        byYear = Dictionary(grouping: all, by: \.year).sorted { $0.key < $1.key }.map { year, figures in
            Year(
                year: year, council: figures.first { $0.level == .council && $0.code == code },
                england: figures.first { $0.level == .national },
                region: figures.first { $0.level == .region && $0.name == council.region },
                similar: Self.median(
                    figures.filter { $0.level == .council && neighbours.contains($0.code) }.compactMap(\.tenths)))
        }
    }

    /// The middle value of the similar councils that have one, in tenths.
    package var similarMedian: Int? {
        Self.median(similar.compactMap { $0.figure?.tenths })
    }

    private static func median(_ tenths: [Int]) -> Int? {
        let values = tenths.sorted()
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        return values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle] + 1) / 2 : values[middle]
    }
}
