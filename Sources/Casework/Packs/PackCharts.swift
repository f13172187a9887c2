import Measures
import RecordKeeping
import WorkingDays

/// Points of a measure over time, with the limits of chance and what is published elsewhere.
package struct PackRun {
    package struct Point {
        package let period: MeasurePeriod
        package let sum: MeasureSum?
        /// What is said where there is no sum.
        package let missing: String

        package init(period: MeasurePeriod, sum: MeasureSum?, missing: String = "hidden") {
            self.period = period
            self.sum = sum
            self.missing = missing
        }
    }

    private let measure: any Measure.Type
    private let points: [Point]
    private let compared: MeasureComparison?
    private let targets: [Pack.Run.Target]

    package init(
        measure: any Measure.Type, points: [Point], compared: MeasureComparison? = nil,
        targets: [Pack.Run.Target] = []
    ) {
        self.measure = measure
        self.points = points
        self.compared = compared
        self.targets = targets
    }

    /// The twelve months that are published.
    init(
        measure: any Measure.Type, figures: PublishedFigures, compared: MeasureComparison?,
        targets: [Pack.Run.Target] = []
    ) {
        let months = figures.of(measure.id).filter { $0.period.kind == .month }.sorted {
            $0.period.from < $1.period.from
        }
        self.init(
            measure: measure, points: months.map { Point(period: $0.period, sum: $0.sum) }, compared: compared,
            targets: targets)
    }

    package var run: Pack.Run {
        let values = points.map { $0.sum.flatMap { $0.tenths(measure.unit) } }
        let chart = RunChart(values.map { $0.map(Double.init) })
        return Pack.Run(
            id: measure.id.text, title: measure.words.title, isPercent: measure.unit == .percent,
            months: points.map(\.period.text), values: values,
            words: points.map { point in
                point.sum.map { "\(measure.valueWords($0)) (\(measure.countWords($0)))" } ?? point.missing
            },
            centre: chart.map { Int($0.centre.rounded()) }, lower: chart.map { Int(max(0, $0.lower).rounded()) },
            upper: chart.map { Int((measure.unit == .percent ? min(1000, $0.upper) : $0.upper).rounded()) },
            signals: chart?.signals.map(Self.words) ?? points.map { _ in "" },
            england: compared?.england?.tenths, similar: compared?.similarMedian, comparedYear: compared?.council.year,
            targets: targets.isEmpty ? nil : targets)
    }

    private static func words(_ signal: RunChart.Signal?) -> String {
        switch signal {
        case .above: "above the limits"
        case .below: "below the limits"
        case .run: "eight or more in a row on one side"
        case nil: ""
        }
    }
}

/// Teams beside the council's own share, where their figures are shown.
package struct PackFunnel {
    private let measure: any Measure.Type
    private let common: MeasureSum?
    private let shown: [(name: String, sum: MeasureSum)]

    package init(measure: any Measure.Type, common: MeasureSum?, teams: [(name: String, sum: MeasureSum)]) {
        self.measure = measure
        self.common = common
        shown = teams
    }

    init(measure: any Measure.Type, figures: PublishedFigures) {
        let kind: MeasurePeriod.Kind = measure.counting == .stood ? .month : .year
        let whole = figures.of(measure.id).filter { $0.period.kind == kind }.max { $0.period.to < $1.period.to }
        let teams = figures.figures.compactMap { figure -> (name: String, sum: MeasureSum)? in
            guard figure.measure == measure.id, case .team(let id) = figure.group, let sum = figure.sum else {
                return nil
            }
            return (figures.teamNames[id] ?? id, sum)
        }
        self.init(measure: measure, common: whole?.sum, teams: teams)
    }

    package var funnel: Pack.Funnel? {
        guard let common else { return nil }
        guard let plot = FunnelPlot(shown, common: common), plot.teams.count >= 2, let tenths = common.tenths(.percent)
        else { return nil }
        let largest = plot.teams.map(\.sum.denominator).max() ?? 1
        let sizes = Set((1...20).map { max(1, largest * $0 / 20) }).sorted()
        let share = Double(common.numerator) / Double(common.denominator)
        return Pack.Funnel(
            id: "\(measure.id.text)-by-team", title: "\(measure.words.title), by team", common: tenths,
            teams: plot.teams.map { team in
                Pack.Funnel.Place(
                    name: team.name, numerator: team.sum.numerator, denominator: team.sum.denominator,
                    tenths: team.sum.tenths(.percent) ?? 0, words: Self.words(team.place))
            }, curve: sizes.map { Self.limit($0, share) })
    }

    private static func limit(_ size: Int, _ share: Double) -> Pack.Funnel.Limit {
        let limits = FunnelPlot.limits(of: size, share: share)
        func tenths(_ count: Int) -> Int { (count * 2000 + size) / (2 * size) }
        return Pack.Funnel.Limit(
            size: size, low95: tenths(limits.within95.lowerBound), high95: tenths(limits.within95.upperBound),
            low998: tenths(limits.within998.lowerBound), high998: tenths(limits.within998.upperBound))
    }

    private static func words(_ place: FunnelPlot.Place) -> String {
        switch place {
        case .within: "within the limits of chance"
        case .outside95: "outside 95%, within 99.8%"
        case .outside998: "outside 99.8%"
        }
    }
}
