import Measures
import Standards
import Testing

struct SimilarCouncilsTests {
    private func rate(_ values: [(String, Int?)]) -> [PublishedStatistic] {
        values.map { code, tenths in
            PublishedStatistic(
                year: 2024, level: .council, code: code, name: code, region: "", numerator: nil, denominator: nil,
                tenths: tenths)
        }
    }

    @Test func `the nearest by every rate comes first, and one without a rate is left out`() {
        let first = rate([("a", 100), ("b", 110), ("c", 300), ("d", 100)])
        let second = rate([("a", 50), ("b", 60), ("c", 10), ("d", nil)])
        let similar = SimilarCouncils(of: "a", year: 2024, figures: [first, second])
        #expect(similar.neighbours.map(\.code) == ["b", "c"])
        #expect(similar.neighbours[0].distance < similar.neighbours[1].distance)
        #expect(SimilarCouncils(of: "d", year: 2024, figures: [first, second]).neighbours.isEmpty)
        #expect(SimilarCouncils(of: "a", year: 2023, figures: [first, second]).neighbours.isEmpty)
    }

    @Test func `a measure that is not defined as published is not compared`() {
        #expect(throws: MeasureComparison.Refusal.notPublished) {
            _ = try MeasureComparison("referrals", council: "344") { _ in [] }
        }
        #expect(throws: MeasureComparison.Refusal.noSuchCouncil) {
            _ = try MeasureComparison("re-referrals-within-12-months", council: "999") { _ in [] }
        }
    }

    @Test func `every measure that is compared has its published figures, with England and the regions`() throws {
        for measure in MeasureComparison.measures {
            let figures = try Shipped.folder.publishedStatistics(measure.id.text)
            #expect(figures.contains { $0.level == .national && $0.tenths != nil })
            #expect(figures.contains { $0.level == .region && $0.name == "North West" })
            // NB: what was published of a share is its numerator over its denominator, where both were.
            for row in figures where row.level == .council {
                guard let part = row.numerator, let whole = row.denominator, let tenths = row.tenths else { continue }
                #expect(abs(MeasureSum(numerator: part, denominator: whole).tenths(.percent, or: 0) - tenths) <= 1)
            }
        }
    }
}

extension MeasureSum {
    fileprivate func tenths(_ unit: MeasureUnit, or none: Int) -> Int { tenths(unit) ?? none }
}
