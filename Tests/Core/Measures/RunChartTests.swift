import Measures
import Testing

struct RunChartTests {
    /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flowrate of ten batches, with the limits it prints.
    @Test func `limits are those of the handbook's example`() throws {
        let chart = try #require(RunChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]))
        #expect(abs(chart.centre - 50.81) < 0.0001)
        #expect(abs(chart.upper - 55.8041) < 0.0005)
        #expect(abs(chart.lower - 45.8159) < 0.0005)
        #expect(chart.signals.allSatisfy { $0 == nil })
    }

    @Test(arguments: [(7, false), (8, true)])
    func `fewer than eight values have no limits`(count: Int, isMade: Bool) {
        #expect((RunChart((0..<count).map { Double($0 % 3) }) != nil) == isMade)
    }

    @Test func `a point outside the limits is beyond chance`() throws {
        let chart = try #require(RunChart([10, 11, 10, 11, 10, 11, 10, 11, 10, 30, 10, 11]))
        #expect(chart.signals[9] == .above)
        #expect(chart.signals.filter { $0 == .above || $0 == .below }.count == 1)
    }

    @Test(arguments: [(7, 0), (8, 8)])
    func `eight in a row on one side are beyond chance, seven are not`(inARow: Int, signals: Int) throws {
        let high = (0..<inARow).map { $0.isMultiple(of: 2) ? 11.0 : 19.0 }
        let low = (0..<7).map { $0.isMultiple(of: 2) ? -3.0 : -11.0 }
        let chart = try #require(RunChart(high + low))
        #expect(chart.signals.prefix(inARow).filter { $0 == .run }.count == signals)
    }

    @Test func `a value that is missing shows nothing and breaks nothing`() throws {
        let values: [Double?] = [10, 11, nil, 10, 11, 10, 11, 10, 11]
        let (with, without) = (try #require(RunChart(values)), try #require(RunChart(values.filter { $0 != nil })))
        #expect(with.upper == without.upper)
        #expect(with.signals[2] == nil)
    }
}

struct FunnelPlotTests {
    @Test func `a team is placed by both limits`() throws {
        let plot = try #require(
            FunnelPlot(
                [
                    ("far", MeasureSum(numerator: 90, denominator: 100)), ("none", MeasureSum()),
                    ("near", MeasureSum(numerator: 51, denominator: 100)),
                    ("off", MeasureSum(numerator: 61, denominator: 100)),
                ], common: MeasureSum(numerator: 500, denominator: 1000)))
        #expect(plot.teams.map(\.name) == ["far", "near", "off"])
        #expect(plot.teams.map(\.place) == [.outside998, .within, .outside95])
    }

    @Test(arguments: [(0, 0), (1000, 10)])
    func `a share of none or all leaves nothing to chance`(found: Int, each: Int) throws {
        let limits = FunnelPlot.limits(of: 10, share: Double(found) / 1000)
        #expect(limits.within95 == each...each)
    }
}
