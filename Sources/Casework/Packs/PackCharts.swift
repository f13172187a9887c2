import Measures
import RecordKeeping
import WorkingDays

/// The last twelve points of a measure, with the limits of chance and what is published elsewhere.
struct PackRun {
    let measure: any Measure.Type
    let figures: PublishedFigures
    let compared: MeasureComparison?
    var targets: [Pack.Run.Target] = []

    var run: Pack.Run {
        let points = figures.of(measure.id).filter { $0.period.kind == .month }.sorted {
            $0.period.from < $1.period.from
        }
        let values = points.map { $0.sum.flatMap { $0.tenths(measure.unit) } }
        let chart = RunChart(values.map { $0.map(Double.init) })
        return Pack.Run(
            id: measure.id.text, title: measure.words.title, isPercent: measure.unit == .percent,
            months: points.map(\.period.text), values: values,
            words: points.map { point in
                let count = point.sum == nil ? "" : " (\(measure.countWords(point.sum)))"
                return measure.valueWords(point.sum) + count
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
struct PackFunnel {
    let measure: any Measure.Type
    let figures: PublishedFigures

    var funnel: Pack.Funnel? {
        let kind: MeasurePeriod.Kind = measure.counting == .stood ? .month : .year
        let whole = figures.of(measure.id).filter { $0.period.kind == kind }.max { $0.period.to < $1.period.to }
        guard let common = whole?.sum else { return nil }
        let shown = figures.figures.compactMap { figure -> (name: String, sum: MeasureSum)? in
            guard figure.measure == measure.id, case .team(let id) = figure.group, let sum = figure.sum else {
                return nil
            }
            return (figures.teamNames[id] ?? id, sum)
        }
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
