import Measures
import Standards
import Testing

/// How many children there are, worked out from a count and its rate.
@Suite struct PublishedPopulationTests {
    /// Wirral, year to 31 March 2024: 4,152 referrals, 630.3 per 10,000; 2,794 children in need, 424.1; 1,371 enquiries, 208.1.
    @Test func `three published counts and rates of one council say the same number of children`() throws {
        let population = try #require(try PublishedPopulation(of: "344", figures: Shipped.folder.publishedStatistics))
        #expect(population.year == 2024)
        for (count, tenths) in [(4152, 6303), (2794, 4241), (1371, 2081)] {
            #expect(abs(population.tenths(count) - tenths) <= 1)
        }
    }

    @Test func `of every council and year the published rate comes back from its own count`() throws {
        for name in SimilarCouncils.rates {
            for row in try Shipped.folder.publishedStatistics(name) where row.level == .council {
                guard let count = row.numerator, let tenths = row.tenths, count > 0, tenths > 0 else { continue }
                let found = try #require(PublishedPopulation(of: row.code) { $0 == name ? [row] : [] })
                #expect(found.tenths(count) == tenths, "\(name) \(row.code) \(row.year)")
            }
        }
    }

    @Test func `of a council nothing was published of there is none`() throws {
        #expect(try PublishedPopulation(of: "000", figures: Shipped.folder.publishedStatistics) == nil)
    }
}
