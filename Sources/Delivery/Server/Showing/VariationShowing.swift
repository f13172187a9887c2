import Casework
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// A measure's months and teams beside what chance alone would make of them. Never its workers.
struct VariationShowing {
    static let months = 24

    let measure: any Measure.Type
    let values: MeasureValues
    let day: Day

    var charts: [PackChartShowing] {
        [run.map { PackChartShowing($0, place: 0) }, funnel.map { PackChartShowing($0, place: 1) }].compactMap(\.self)
    }

    var drawn: [PackPage.Drawn] {
        let address = MeasureAddress.page(measure.id)
        var drawn: [PackPage.Drawn] = []
        if let run { drawn.append(PackChartShowing(run, place: 0).drawn(at: address, saying: [Self.said(of: run)])) }
        if let funnel {
            drawn.append(PackChartShowing(funnel, place: 1).drawn(at: address, saying: [said(of: funnel)]))
        }
        return drawn
    }

    private var run: Pack.Run? {
        let months = MeasureValues.months(upTo: day, count: values.isSuppressed ? 12 : Self.months)
        let points = months.map { month in
            PackRun.Point(
                period: month, sum: values.sum(measure, month),
                missing: values.isHidden(measure, month) ? "hidden" : "not checkable")
        }
        guard points.contains(where: { $0.sum.flatMap { $0.tenths(measure.unit) } != nil }) else { return nil }
        return PackRun(measure: measure, points: points).run
    }

    /// Of shares alone, and for those who see teams.
    private var funnel: Pack.Funnel? {
        guard measure.unit == .percent, !values.isSuppressed, !(measure is any WorkforceMeasure.Type),
            let common = values.sum(measure, period)
        else { return nil }
        let teams = values.taken.tally.teams.compactMap { id in
            values.sum(measure, period, of: .team(id)).map { (name: values.taken.teamNames[id] ?? id, sum: $0) }
        }
        return PackFunnel(measure: measure, common: common, teams: teams).funnel
    }

    private var period: MeasurePeriod { measure.counting == .stood ? .day(day) : .rolling(.year, to: day) }

    private static func said(of run: Pack.Run) -> String {
        guard run.centre != nil else {
            return
                "Fewer than \(RunChart.fewest) months have a value, so no limits are drawn and nothing is said of chance."
        }
        let said = run.signalsInWords
        return said.isEmpty
            ? "No month lies beyond what chance would make."
            : "Beyond what chance would make: \(said.joined(separator: "; "))."
    }

    private func said(of funnel: Pack.Funnel) -> String {
        let over = period.words
        let beyond = funnel.teams.filter { $0.words.hasPrefix("outside 99.8%") }.map { team in
            "\(team.name) (\(team.tenths > funnel.common ? "above" : "below"))"
        }
        return beyond.isEmpty
            ? "\(over): no team lies outside the limits of 99.8%."
            : "\(over): outside the limits of 99.8%: \(beyond.joined(separator: ", ")). Why is to be asked; it may be right."
    }
}
