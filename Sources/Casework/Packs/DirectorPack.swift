import AccessRules
import Concerns
import Measures
import RecordKeeping
import WorkingDays

/// The director's one page: the three counts apart, why, their trend, and how long it takes to put right. True numbers.
struct DirectorPack {
    let store: any RecordStore
    let access: Access
    let catalogue: [CatalogueRow]
    let taken: MeasuresTaken
    let day: Day
    let to: Day

    func pack(frame: String, sequence: Int64) async throws(StoreFailure) -> Pack {
        let ends = (0..<12).reversed().map { PublishedFigures.periods(to: to)[$0].to }
        let days = ends + [day]
        let risk = try await store.trend(.potentialRisk, on: days, access: access)
        let overdue = try await store.trend(.dutiesOverdue, on: days, access: access)
        let codes = try await store.countsByCode(on: day, access: access)
        var counts = Pack.Section("On \(day.words)", ["The three are counted apart and never added."])
        counts.tables = [
            Pack.Table(
                caption: "The three counts", columns: ["Count", "Now", "A year before"],
                rows: [
                    [
                        "Children unsafe now, flagged by a person", "\(codes[UnsafeNowOpen.code] ?? 0)",
                        "not kept by day",
                    ],
                    ["Children left at potential risk", "\(risk.last ?? 0)", "\(risk.first ?? 0)"],
                    ["Duties overdue", "\(overdue.last ?? 0)", "\(overdue.first ?? 0)"],
                ])
        ]
        return Pack(
            kind: .director, title: "Director's page, \(day.words)", asOf: day, to: to, frame: frame,
            sequence: sequence,
            sections: [
                counts, why(codes), trend("Left at potential risk", "left-at-potential-risk", ends, risk),
                trend("Duties overdue", "duties-overdue", ends, overdue), clearing, emergencies,
            ])
    }

    private func why(_ codes: [ConcernCode: Int]) -> Pack.Section {
        var section = Pack.Section("Why")
        let rows = catalogue.filter { $0.inToday && (codes[$0.code] ?? 0) > 0 }.sorted {
            (codes[$0.code] ?? 0, $1.code.text) > (codes[$1.code] ?? 0, $0.code.text)
        }
        section.paragraphs = rows.isEmpty ? ["Nothing was found missing in what was checked."] : []
        section.tables =
            rows.isEmpty
            ? []
            : [
                Pack.Table(
                    caption: "Children by concern", columns: ["Concern", "Children"],
                    rows: rows.map { [$0.title, "\(codes[$0.code] ?? 0)"] })
            ]
        return section
    }

    private func trend(_ title: String, _ id: String, _ ends: [Day], _ counts: [Int]) -> Pack.Section {
        var section = Pack.Section("\(title), month by month")
        let values = Array(counts.dropLast())
        let chart = RunChart(values.map { Double($0 * 10) })
        section.runs = [
            Pack.Run(
                id: id, title: title, isPercent: false, months: ends.map(\.description), values: values.map { $0 * 10 },
                words: values.map(String.init), centre: chart.map { Int($0.centre.rounded()) },
                lower: chart.map { Int(max(0, $0.lower).rounded()) }, upper: chart.map { Int($0.upper.rounded()) },
                signals: chart?.signals.map { $0 == nil ? "" : "beyond chance" } ?? values.map { _ in "" })
        ]
        return section
    }

    private var clearing: Pack.Section {
        if let because = taken.because(DaysToClear.self, .month(2, before: to)) {
            return Pack.Section("Time to clear", ["Not checkable: \(because)."])
        }
        let sum = (0..<3).reduce(into: MeasureSum()) { $0.add(taken.tally.sum(DaysToClear.id, $1), times: 1) }
        return Pack.Section(
            "Time to clear",
            [
                sum.denominator == 0
                    ? "No concern of level 1 or 2 was cleared in the three months to \(to.words)."
                    : "In the three months to \(to.words) concerns that were cleared had stood \(DaysToClear.valueWords(sum)) on average. Cleared: \(sum.denominator)."
            ])
    }

    /// How many children are under an emergency power or in an unregistered placement today, and the serious incidents of the months that are over.
    private var emergencies: Pack.Section {
        var section = Pack.Section("Emergency powers, unregistered placements and serious incidents")
        // The day itself comes after the periods that are published.
        let today = taken.tally.periods.count - 1
        let standing: [(any Measure.Type, String)] = [
            (ChildrenUnderEmergencyPower.self, "Children under police protection or an emergency protection order"),
            (ChildrenInUnregisteredPlacements.self, "Children in unregistered placements"),
        ]
        for (measure, words) in standing {
            let because = taken.because(measure, .day(day)).map { "not checkable, \($0)" }
            section.paragraphs.append("\(words): \(because ?? "\(taken.tally.sum(measure.id, today).numerator)").")
        }
        if let because = taken.because(SeriousIncidentsNotified.self, .month(2, before: to)) {
            section.paragraphs.append("Serious incidents: not checkable, \(because).")
        } else {
            let sum = (0..<3).reduce(into: MeasureSum()) {
                $0.add(taken.tally.sum(SeriousIncidentsNotified.id, $1), times: 1)
            }
            section.paragraphs.append(
                "Serious incidents in the three months to \(to.words), notified or late: \(sum.denominator); notified in time: \(sum.numerator)."
            )
        }
        return section
    }
}
