import Measures
import RecordKeeping
import WorkingDays

/// What a pack says of teams, or of the one it is about: those beyond chance drawn, everything in tables.
struct PackTeams {
    let figures: PublishedFigures
    /// Nil for the whole council.
    let group: PublishedFigure.Group?
    /// All measures in one table, and the other drawings on the page alone.
    let isShort: Bool

    private var year: String { PublishedFigures.year(by: figures.to).to.words }

    private var answered: [any Measure.Type] { Measures.forMembers.filter { figures.blind[$0.id] == nil } }

    var section: Pack.Section {
        var section = Pack.Section(
            group == nil ? "By team" : "This part of the council",
            [
                "For the year to \(year), or as it stood on the last day: so no pack tells with another what lies between them. Each figure is beside the council's own; a team outside both limits of the funnel differs from the council by more than chance would make of its size in 998 of 1,000 cases."
            ])
        let funnels =
            group == nil
            ? answered.filter { $0.unit == .percent }.compactMap { PackFunnel(measure: $0, figures: figures).funnel }
            : []
        let beyond = funnels.filter { $0.teams.contains { $0.isBeyond } }
        if group == nil { section.items = said(beyond) }
        guard isShort else {
            section.funnels = funnels
            section.tables = answered.compactMap(table)
            return section
        }
        section.furtherFunnels = funnels
        let rows = answered.compactMap(row)
        if !rows.isEmpty {
            section.tables = [
                Pack.Table(
                    caption: "Year to \(year), or the last day", columns: ["Measure", "The council", "By team"],
                    rows: rows)
            ]
        }
        return section
    }

    private func said(_ beyond: [Pack.Funnel]) -> [String] {
        let found = beyond.flatMap { funnel in
            funnel.teams.filter(\.isBeyond).map { team in
                "\(funnel.title): \(team.name), \(team.tenths / 10).\(team.tenths % 10)% (\(team.numerator) of \(team.denominator)), the council \(funnel.common / 10).\(funnel.common % 10)%"
            }
        }
        return found.isEmpty ? ["No team whose figure is shown is outside both limits."] : found
    }

    private func rows(of measure: any Measure.Type) -> [PublishedFigure]? {
        let own = figures.figures.filter { $0.measure == measure.id }
        let period = own.last { $0.group != .council }?.period
        let rows = own.filter { figure in
            figure.period == period && (group == nil || figure.group == .council || isShown(figure))
        }
        // Nothing was counted of anybody: the row of the council's months says so.
        guard rows.count > 1, rows.contains(where: { $0.sum?.denominator != 0 }) else { return nil }
        return rows
    }

    private func row(_ measure: any Measure.Type) -> [String]? {
        guard let rows = rows(of: measure) else { return nil }
        func said(_ figure: PublishedFigure) -> String {
            guard let sum = figure.sum else { return "hidden" }
            // A count of all of them is said once.
            let isWhole = measure.unit == .children && sum.numerator == sum.denominator
            return isWhole || sum.denominator == 0
                ? measure.valueWords(sum) : "\(measure.valueWords(sum)) (\(measure.countWords(sum)))"
        }
        let council = rows.first { $0.group == .council }.map(said) ?? ""
        let teams = rows.filter { $0.group != .council }.map { "\(name($0.group)): \(said($0))" }
        return [measure.words.title, council, teams.joined(separator: "; ")]
    }

    private func table(_ measure: any Measure.Type) -> Pack.Table? {
        guard let rows = rows(of: measure) else { return nil }
        return Pack.Table(
            caption: "\(measure.words.title), \(measure.counting == .stood ? "on the last day" : "year to \(year)")",
            columns: ["Team", "Value", "How many"],
            rows: rows.map { figure in
                [name(figure.group), measure.valueWords(figure.sum), measure.countWords(figure.sum)]
            })
    }

    private func isShown(_ figure: PublishedFigure) -> Bool { figure.group == group || figure.partOf == group }

    private func name(_ group: PublishedFigure.Group) -> String {
        switch group {
        case .council: "The council"
        case .noTeam: "No team"
        case .team(let id): figures.teamNames[id] ?? id
        case .branch(let id): "\(figures.teamNames[id] ?? id), all teams"
        }
    }
}

extension Pack.Funnel.Place {
    /// Outside both limits.
    var isBeyond: Bool { words.hasPrefix("outside 99.8") }
}

extension Measure {
    static func valueWords(_ sum: MeasureSum?) -> String {
        guard let sum else { return "hidden" }
        guard let tenths = sum.tenths(unit) else { return "nothing to count" }
        switch unit {
        case .children: return "\(tenths / 10)"
        case .percent: return "\(tenths / 10).\(tenths % 10)%"
        case .days: return "\(tenths / 10).\(tenths % 10) days"
        case .perWorker: return "\(tenths / 10).\(tenths % 10) per worker"
        }
    }

    static func countWords(_ sum: MeasureSum?) -> String {
        guard let sum else { return "hidden" }
        if unit == .perWorker { return "\(sum.numerator) children, \(sum.denominator) workers" }
        return unit == .days ? "of \(sum.denominator)" : "\(sum.numerator) of \(sum.denominator)"
    }
}
