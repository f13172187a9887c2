import HTML

/// The days on a line, numbered, with a table that says what each number is.
struct DateLineView: HTML {
    let dates: DateLine

    var body: some HTML {
        div(.class("dates")) {
            drawing
            DataTable(caption: "The days, in order", columns: ["Number", "Day", "What"], isCompact: true) {
                for (place, mark) in dates.marks.enumerated() {
                    TableRow {
                        HeadCell("Number") { "\(place + 1)" }
                        Cell("Day") { mark.date }
                        Cell("What") { [mark.words, mark.count].compactMap(\.self).joined(separator: ", ") }
                    }
                }
            }
            if !holidays.isEmpty {
                p(.class("hint")) { "Not counted: weekends, \(holidays.joined(separator: ", "))." }
            } else if !dates.notCounted.isEmpty {
                p(.class("hint")) { "Not counted: weekends. No bank holiday falls between these days." }
            }
        }
    }

    private var holidays: [String] { dates.notCounted.compactMap(\.holiday) }

    private var drawing: some HTML {
        let plot = DateLinePlot(dates: dates)
        return svg(
            .class("line"), .viewBox(width: DateLinePlot.width, height: plot.height), .role("img"),
            .aria("label", "The days below on a line, first to last; shaded days do not count")
        ) {
            plot
        }
    }
}
