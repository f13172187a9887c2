import AccessRules
import Assurance
import Measures
import RecordKeeping
import WorkingDays

/// The sections of a pack that members may read, in the order a committee reads them.
struct PackSections {
    let kind: Pack.Kind
    /// The team or branch it is about; nil for the whole council.
    let group: PublishedFigure.Group?
    let figures: PublishedFigures
    let standards: Standards
    let council: CouncilCode
    let inspections: [InspectionFile]
    /// Nil where whoever makes it may not see plans.
    let plans: [PlanFile]?
    let asOf: Day

    var all: [Pack.Section] {
        [purpose, background, found, progress] + teams + [late, recommendations]
    }

    private var purpose: Pack.Section {
        let whom = group == nil ? "the council's children's services" : "one part of the council's children's services"
        return Pack.Section(
            "Purpose",
            [
                "To show how \(whom) stand, in figures counted from the record of every child, so that what is late or has not changed can be asked about.",
                "Nobody is named, and no figure opens onto a child.",
            ])
    }

    private var background: Pack.Section {
        var section = Pack.Section(
            "Background",
            [
                "The figures go to \(figures.to.words), the last day of the last month that was over. They were counted once, when this was made, and are not counted again.",
                "Counts from 1 to 4 are hidden, with whatever they could be worked out from. Hidden does not mean none: nought is shown as nought.",
            ])
        let blind = Measures.forMembers.filter { figures.blind[$0.id] != nil }
        if !blind.isEmpty {
            section.paragraphs.append("These cannot be answered from what the record holds:")
            section.items = blind.map { "\($0.words.title): \(figures.blind[$0.id] ?? "")" }
        }
        return section
    }

    private var found: Pack.Section {
        let published = inspections.compactMap(\.inRegister).sorted { Self.number($0) > Self.number($1) }
        guard !published.isEmpty else {
            return Pack.Section(
                "What inspectors found", ["No published inspection of the council is recorded here."])
        }
        var section = Pack.Section("What inspectors found")
        section.items = published.map { one in
            let name = standards.frameworks[one.framework]?.name ?? one.framework
            let day = one.publishedOn.map { "published \($0.words)" } ?? "published"
            let grade = one.overall.map { ", overall \($0.words)" } ?? ""
            return "\(name), \(day)\(grade): \(one.priorityActions ?? 0) areas for priority action"
        }
        return section
    }

    private static func number(_ one: PublishedInspection) -> Int32 { one.publishedOn?.number ?? 0 }

    private var answered: [any Measure.Type] { Measures.forMembers.filter { figures.blind[$0.id] == nil } }

    private var progress: Pack.Section {
        var section = Pack.Section(
            "Progress",
            [
                "The council as a whole, month by month. The limits are those of chance: 2.66 times the mean difference from one month to the next, either side of the mean.",
                "England and similar councils are shown where the measure is published under the same definition. Similar councils are the ten nearest by published rates of referrals, children in need and enquiries; they are not the official statistical neighbours.",
                "Targets are those of the improvement plan, with its actions.",
            ])
        section.runs = answered.map { PackRun(measure: $0, figures: figures, compared: comparison($0)).run }
        return section
    }

    private func comparison(_ measure: any Measure.Type) -> MeasureComparison? {
        try? MeasureComparison(measure.id, council: council.text, figures: standards.publishedStatistics)
    }

    private var teams: [Pack.Section] {
        let shares = answered.filter { $0.unit == .percent }
        var section = Pack.Section(
            group == nil ? "By team" : "This part of the council",
            [
                "For the twelve months, or as it stood on the last day. Each figure is beside the council's own; a team outside both limits of the funnel differs from the council by more than chance would make of its size in 998 of 1,000 cases."
            ])
        section.tables = answered.compactMap(table)
        if group == nil { section.funnels = shares.compactMap { PackFunnel(measure: $0, figures: figures).funnel } }
        return [section]
    }

    private func table(_ measure: any Measure.Type) -> Pack.Table? {
        let own = figures.figures.filter { $0.measure == measure.id }
        let period = own.last { $0.group != .council }?.period
        let rows = own.filter { figure in
            figure.period == period && (group == nil || figure.group == .council || isShown(figure))
        }
        // Nothing was counted of anybody: the row of the council's months says so.
        guard rows.count > 1, rows.contains(where: { $0.sum?.denominator != 0 }) else { return nil }
        return Pack.Table(
            caption: "\(measure.words.title), \(measure.counting == .stood ? "on the last day" : "twelve months")",
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

    private var late: Pack.Section {
        guard let plans else {
            return Pack.Section(
                "What is late and why", ["Whoever made this pack may not see improvement plans: none is shown."])
        }
        let rows = PlanProgress(plans: plans, figures: figures, team: group?.id, asOf: asOf).rows
        guard !rows.isEmpty else {
            return Pack.Section("What is late and why", ["No action of an improvement plan is recorded here."])
        }
        var section = Pack.Section(
            "What is late and why",
            [
                "An action is done when its number says so, not when it is marked complete. A number counted for one team alone is not shown here."
            ])
        section.tables = [
            Pack.Table(
                caption: "Actions of the improvement plan", columns: ["Action", "Target", "Now", "Status", "Why late"],
                rows: rows)
        ]
        return section
    }

    /// Asked for by the figures themselves: what changed beyond chance for the worse.
    private var recommendations: Pack.Section {
        let worse = answered.filter { measure in
            let run = PackRun(measure: measure, figures: figures, compared: nil).run
            guard let centre = run.centre, measure.better != .neither else { return false }
            return zip(run.values, run.signals).suffix(3).contains { value, signal in
                guard let value, !signal.isEmpty else { return false }
                return measure.better == .higher ? value < centre : value > centre
            }
        }
        var section = Pack.Section("Recommendations", ["Members are asked to note the figures."])
        section.items = worse.map {
            "Ask for an account of \($0.words.title.lowercased()), worse in the last three months by more than chance."
        }
        return section
    }
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
