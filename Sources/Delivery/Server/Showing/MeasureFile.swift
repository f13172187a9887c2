import API
import Casework
import Measures
import RecordKeeping
import WorkingDays

/// Measures as a file: what is hidden on the page is hidden in the file.
struct MeasureFile {
    let measures: [any Measure.Type]
    let values: MeasureValues

    var bytes: [UInt8] {
        var csv = CSVText(
            header: ["measure", "period", "team", "numerator", "denominator", "value", "because"], marked: true)
        for measure in measures {
            if let because = values.taken.blind[measure.id] ?? values.published?.blind[measure.id] {
                csv.row([measure.id.text, "", "", "", "", "not checkable", because])
                continue
            }
            let teams = values.isSuppressed ? [] : values.taken.tally.teams.map(MeasureSlice.team)
            for slice in [.everybody] + teams {
                for period in values.taken.tally.periods { add(measure, period, slice, to: &csv) }
            }
        }
        return csv.bytes
    }

    private func add(
        _ measure: any Measure.Type, _ period: MeasurePeriod, _ slice: MeasureSlice, to csv: inout CSVText
    ) {
        if values.isHidden(measure, period) {
            return csv.row([measure.id.text, period.text, slice.key, "hidden", "hidden", "hidden", ""])
        }
        guard let sum = values.sum(measure, period, of: slice) else {
            guard slice == .everybody, let because = values.taken.because(measure, period) else { return }
            return csv.row([measure.id.text, period.text, "", "", "", "not checkable", because])
        }
        guard slice == .everybody || sum.denominator > 0 else { return }
        let value = sum.tenths(measure.unit).map { "\($0 / 10).\($0 % 10)" } ?? ""
        csv.row([
            measure.id.text, period.text, slice.key, "\(sum.numerator)", "\(sum.denominator)", value, "",
        ])
    }
}
