import Measures
import Pages
import RecordKeeping
import WorkingDays

/// What is counted of the children one worker has led for, beside how many they hold.
struct WorkerMeasuresShowing {
    let taken: MeasuresTaken
    /// Children held on the day.
    let held: Int
    let day: Day
    let name: String
    let back: Link

    static func periods(to day: Day) -> [MeasurePeriod] {
        [.day(day), .rolling(.quarter, to: day), .rolling(.year, to: day)]
    }

    var page: MeasuresPage {
        var page = MeasuresPage(
            scope: "\(held) \(held == 1 ? "child" : "children") held on \(day.words)",
            tables: [table(.happened), table(.stood)], blind: [], workingOut: MeasuresShowing.workingOut(taken),
            teams: nil, links: [back], isSuppressed: false)
        page.name = name
        page.note = """
            Only this worker and managers see them. They are of few children, say nothing of how hard the work was, and are \
            not compared with anybody's.
            """
        return page
    }

    private func table(_ counting: MeasureCounting) -> MeasureTable {
        let periods = counting == .happened ? Array(Self.periods(to: day).dropFirst()) : [.day(day)]
        let values = MeasureValues(taken: taken)
        return MeasureTable(
            caption: counting == .happened ? "What happened" : "How it stands", rowHead: "Measure",
            columns: counting == .happened ? ["3 months", "12 months"] : ["Now"],
            lines: Measures.all.filter { measure in
                // How many children are held stands above; a mean of one worker would say it again.
                measure.counting == counting && measure.unit != .perWorker && taken.blind[measure.id] == nil
                    && periods.contains { values.sum(measure, $0)?.denominator ?? 0 > 0 }
            }.map { measure in
                MeasureTable.Line(
                    name: Link(words: measure.words.title, href: MeasureAddress.page(measure.id)),
                    // NB: what opens from a figure is of everybody, so these open onto nobody.
                    figures: periods.map { period in
                        if case .shown(let value, let of, _) = values.figure(measure, period) {
                            return .shown(value, of: of)
                        }
                        return values.figure(measure, period)
                    })
            })
    }
}
