import Improvement
import Measures
import RecordKeeping
import WorkingDays

/// What one measure did in the last three months beyond what chance makes, as a pack tells it first.
struct PackChange {
    let measure: any Measure.Type
    /// Nil for a measure of which neither way is better.
    let isWorse: Bool?
    let words: String

    /// Nil where no month of the last three stands out.
    init?(_ measure: any Measure.Type, _ run: Pack.Run, to day: Day) {
        guard let centre = run.centre,
            let place = run.values.indices.suffix(3).last(where: { !run.signals[$0].isEmpty }),
            let value = run.values[place], value != centre
        else { return nil }
        self.measure = measure
        let isUp = value > centre
        isWorse = measure.better == .neither ? nil : isUp == (measure.better == .lower)
        let month = PlanMonth(of: day.adding(months: place - (run.values.count - 1))).words
        let way = isWorse.map { $0 ? "Worse" : "Better" } ?? (isUp ? "More" : "Fewer")
        words =
            "\(way): \(measure.words.title), \(run.words[place]) in \(month); \(ActionRule.words(centre, measure.unit)) is the mean of the twelve months."
    }
}
