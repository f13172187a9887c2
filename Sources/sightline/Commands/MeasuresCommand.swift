import API
import AccessRules
import ArgumentParser
import Casework
import Measures
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline measures`: every number a council is run by, counted from its record.
struct MeasuresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract:
            "Count every measure: to a day, its month and the twelve before, and the three and twelve months to it.",
        discussion: """
            In all and by team; the team is that of whoever led for the child then. Counts, and no names of children. A \
            measure that the record's source cannot answer says why in place of a value.
            Exit code 0: counted. 2: it could not be read.
            """)

    @Option(help: "The last day it is about; today, or the last day the source tells of, when there is none.")
    var asOf: Day?

    @Option(help: "How to print: table, json or csv.")
    var format: OutputFormat = .table

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard format != .html else { throw ValidationError("--format takes table, json or csv.") }
    }

    func run() async throws {
        let keeper = try store.openExisting(data.shipped(data.standards()))
        let rows: [MeasureRow]
        do {
            let council = try await store.council(in: keeper)
            let access = try AccessRules.access(
                for: .commandLine(council), to: .seeNumbers, .council(council), because: .work
            ).get()
            // Figures are kept beside the record; after a new release they are worked out first.
            let upToDate = BringUpToDate(store: keeper, council: council, now: Clock.now)
            if try await keeper.recalculation(of: council) != nil {
                Output.write("Working out the figures again: this is done once after a new release.\n", toError: true)
                try await upToDate()
            }
            let today = Clock.now().londonDay
            var last = asOf ?? today
            if asOf == nil, let until = try await keeper.lastDayTold(access: access) { last = min(last, until) }
            let taken = try await keeper.measures(over: MeasurePeriod.usual(to: last), access: access)
            if let waiting = taken.workingOut {
                try keeper.close()
                throw Refused(
                    "The figures are being worked out: \(waiting.left) of \(waiting.of) children are left. Try again later."
                )
            }
            rows = MeasureRow.all(taken)
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
        switch format {
        case .json: Output.write(json(rows))
        case .csv: Output.write(csv(rows))
        case .table, .html: Output.write(table(rows))
        }
    }

    private func json(_ rows: [MeasureRow]) -> [UInt8] {
        var json = JSONText()
        json.array(rows) { json, row in
            json.object { json in
                json.field("measure", row.measure.id.text)
                json.field("period", row.period.text)
                json.field("team", row.team)
                json.key("numerator")
                if let sum = row.sum { json.number(sum.numerator) } else { json.null() }
                json.key("denominator")
                if let sum = row.sum { json.number(sum.denominator) } else { json.null() }
                json.key("value")
                if let tenths = row.tenths { json.number(Double(tenths) / 10) } else { json.null() }
                json.field("source", row.measure.words.source)
                if let because = row.because { json.field("because", because) }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func csv(_ rows: [MeasureRow]) -> [UInt8] {
        var csv = CSVText(
            header: ["measure", "period", "team", "numerator", "denominator", "value", "source", "because"],
            marked: false)
        for row in rows {
            csv.row([
                row.measure.id.text, row.period.text, row.team ?? "", row.sum.map { String($0.numerator) } ?? "",
                row.sum.map { String($0.denominator) } ?? "", row.valueText, row.measure.words.source,
                row.because ?? "",
            ])
        }
        return csv.bytes
    }

    /// Everybody together, the twelve months or the day: the rest is in the other formats.
    private func table(_ rows: [MeasureRow]) -> String {
        var text = ""
        for row in rows where row.team == nil {
            let wanted: MeasurePeriod.Kind = row.measure.counting == .stood ? .day : .year
            guard row.period.kind == wanted || row.because != nil else { continue }
            let value =
                row.because.map { "not known: \($0)" } ?? "\(row.valueText) (\(row.fraction)), \(row.period.text)"
            text += "\(row.measure.words.title): \(value)\n"
        }
        return text
    }
}

/// One figure of one measure.
struct MeasureRow {
    let measure: any Measure.Type
    let period: MeasurePeriod
    /// Nil: everybody.
    let team: String?
    /// Nil where it cannot be known.
    let sum: MeasureSum?
    let because: String?

    var tenths: Int? { sum?.tenths(measure.unit) }

    var valueText: String {
        guard let tenths else { return "" }
        return measure.unit == .children ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    var fraction: String { sum.map { "\($0.numerator) of \($0.denominator)" } ?? "" }

    static func all(_ taken: MeasuresTaken) -> [MeasureRow] {
        let teams: [String?] = [nil] + taken.tally.teams
        return Measures.all.flatMap { measure -> [MeasureRow] in
            if let because = taken.blind[measure.id] {
                return taken.tally.periods.prefix(1).map {
                    MeasureRow(measure: measure, period: $0, team: nil, sum: nil, because: because)
                }
            }
            return teams.flatMap { team in
                taken.tally.periods.indices.compactMap { index -> MeasureRow? in
                    if let because = taken.because(measure, taken.tally.periods[index]) {
                        guard team == nil else { return nil }
                        return MeasureRow(
                            measure: measure, period: taken.tally.periods[index], team: nil, sum: nil, because: because)
                    }
                    let sum = taken.tally.sum(measure.id, index, team: team)
                    // A team nothing was counted of has no row; of everybody, nought of nought is said.
                    guard team == nil || sum.denominator > 0 else { return nil }
                    return MeasureRow(
                        measure: measure, period: taken.tally.periods[index], team: team, sum: sum, because: nil)
                }
            }
        }
    }
}
