import AccessRules
import Assurance
import ChildJourney
import Measures
import RecordKeeping
import WorkingDays

/// The sections of a pack that members may read. First what somebody with one page to read must know: what changed, what is red, what is
/// late and why, and what is asked of them. Then what it rests on.
struct PackSections {
    let kind: Pack.Kind
    /// The team or branch it is about; nil for the whole council.
    let group: PublishedFigure.Group?
    let figures: PublishedFigures
    let standards: Standards
    let council: CouncilCode
    let inspections: [InspectionFile]
    /// Nil where whoever makes it may not see plans.
    let plan: PlanProgress?
    let words: PackWords
    private let runs: [Measured]

    private struct Measured {
        let measure: any Measure.Type
        let run: Pack.Run
    }

    /// How many charts a short pack draws; the reference group gets them all.
    static let drawnInShort = 6

    init(
        kind: Pack.Kind, group: PublishedFigure.Group?, figures: PublishedFigures, standards: Standards,
        council: CouncilCode, inspections: [InspectionFile], plan: PlanProgress?, words: PackWords
    ) {
        self.kind = kind
        self.group = group
        self.figures = figures
        self.standards = standards
        self.council = council
        self.inspections = inspections
        self.plan = plan
        self.words = words
        runs = Measures.forMembers.filter { figures.blind[$0.id] == nil }.map { measure in
            let compared = try? MeasureComparison(
                measure.id, council: council.text, figures: standards.publishedStatistics)
            let targets = plan?.targets(of: measure) ?? []
            return Measured(
                measure: measure,
                run: PackRun(measure: measure, figures: figures, compared: compared, targets: targets).run)
        }
    }

    var all: [Pack.Section] {
        let teams = PackTeams(figures: figures, group: group, isShort: isShort).section
        return covering + [purpose, changed, red, late, recommendations, background, found, progress, teams, actions]
    }

    private var isShort: Bool { kind != .referenceGroup }

    private var covering: [Pack.Section] { words.covering.map { [Pack.Section("Covering note", [$0])] } ?? [] }

    private var purpose: Pack.Section {
        let whom = group == nil ? "the council's children's services" : "one part of the council's children's services"
        return Pack.Section(
            "Purpose",
            [words.purpose].compactMap(\.self) + [
                "To show how \(whom) stand, in figures counted from the record of every child, so that what is late or has not changed can be asked about. Nobody is named."
            ])
    }

    // MARK: The first page

    private var changes: [PackChange] { runs.compactMap { PackChange($0.measure, $0.run, to: figures.to) } }

    private var changed: Pack.Section {
        let all = changes
        guard !all.isEmpty else {
            return Pack.Section(
                "What changed", ["No figure of the last three months differs from its year by more than chance makes."])
        }
        var section = Pack.Section("What changed", ["In the last three months, by more than chance makes:"])
        section.items =
            (all.filter { $0.isWorse == true } + all.filter { $0.isWorse == false } + all.filter { $0.isWorse == nil })
            .map(\.words)
        return section
    }

    private var red: Pack.Section {
        guard let plan else { return notSeen("What is red") }
        let short = plan.lines.filter { $0.red != nil }
        guard !short.isEmpty else {
            return Pack.Section(
                "What is red", ["No action is short of its floor by a figure of the whole council that is published."])
        }
        var section = Pack.Section(
            "What is red",
            [
                "Actions of the improvement plan whose published figure is short of its floor. In the plan itself one that has moved far enough since it began is amber."
            ])
        section.items = short.map { "\(plan.told.shown($0.action.what)): \($0.red ?? "")" }
        return section
    }

    private var late: Pack.Section {
        guard let plan else { return notSeen("What is late and why") }
        let lines = plan.lines.filter { $0.late != nil }
        let resolved = plan.resolvedAndLate
        guard !lines.isEmpty || !resolved.isEmpty else {
            return Pack.Section(
                "What is late and why",
                [plan.lines.isEmpty ? "No action of an improvement plan is recorded here." : "Nothing is late."])
        }
        var section = Pack.Section("What is late and why")
        section.items = resolved
        if !lines.isEmpty {
            section.tables = [
                Pack.Table(
                    caption: "Late actions", columns: ["Action", "Due by", "Why late"],
                    rows: lines.map { [plan.told.shown($0.action.what), $0.action.byOn.words, $0.late ?? ""] })
            ]
        }
        return section
    }

    /// Asked for by the figures themselves.
    private var recommendations: Pack.Section {
        var section = Pack.Section("Recommendations", ["Members are asked to note the figures."])
        section.items = changes.filter { $0.isWorse == true }.map {
            "Ask for an account of \($0.measure.words.title.lowercased()), worse in the last three months by more than chance."
        }
        let red = plan?.lines.count { $0.red != nil } ?? 0
        let late = (plan?.lines.count { $0.late != nil } ?? 0) + (plan?.resolvedAndLate.count ?? 0)
        if red > 0 {
            section.items.append(
                "Ask what is done about \(red == 1 ? "the action" : "the \(red) actions") short of the floor.")
        }
        if late > 0 {
            section.items.append(
                "Ask by which day what is late will be done, and what stands in its way: \(late) of it.")
        }
        return section
    }

    private func notSeen(_ heading: String) -> Pack.Section {
        Pack.Section(heading, ["Whoever made this pack may not see improvement plans: none is shown."])
    }

    // MARK: What it rests on

    private var background: Pack.Section {
        var section = Pack.Section(
            "Background",
            [words.background].compactMap(\.self) + [
                "The figures go to \(figures.to.words), the last day of the last month that was over. They were counted once, when this was made, and are not counted again.",
                "Counts from 1 to 4 are hidden, with whatever they could be worked out from. Hidden does not mean none: nought is shown as nought. No figure opens onto a child.",
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

    private var progress: Pack.Section {
        var section = Pack.Section(
            "Progress",
            [
                "The council as a whole, month by month. The limits are those of chance: 2.66 times the mean difference from one month to the next, either side of the mean.",
                "England and similar councils are shown where the measure is published under the same definition. Similar councils are the ten nearest by published rates of referrals, children in need and enquiries; they are not the official statistical neighbours.",
                "Targets are those of the improvement plan, where a month can be held against them.",
            ])
        guard isShort else {
            section.runs = runs.map { $0.run }
            return section
        }
        // First those with a target, then what is worse, then what changed at all.
        let worse = Set(changes.filter { $0.isWorse == true }.map { $0.measure.id.text })
        let changed = Set(changes.map { $0.measure.id.text })
        let all = runs.map { $0.run }
        let ranked =
            (all.filter { $0.targets != nil } + all.filter { $0.targets == nil && worse.contains($0.id) }
            + all.filter { $0.targets == nil && changed.contains($0.id) && !worse.contains($0.id) })
            .prefix(Self.drawnInShort)
        let drawn = Set(ranked.map(\.id))
        section.paragraphs.append(
            "Drawn here are measures with a target and those that changed, at most \(Self.drawnInShort). The others are in the table below them, and each is drawn on the page of this pack."
        )
        section.runs = Array(ranked)
        let further = all.filter { !drawn.contains($0.id) }
        section.furtherRuns = further
        if let table = Self.months(further) { section.tables = [table] }
        return section
    }

    /// The last twelve points of each in one row.
    private static func months(_ runs: [Pack.Run]) -> Pack.Table? {
        guard let first = runs.first?.months.first, let last = runs.first?.months.last else { return nil }
        let isCompared = runs.contains { $0.england != nil || $0.similar != nil }
        return Pack.Table(
            caption: "The other measures, month by month from \(first) to \(last)",
            columns: ["Measure", "Each month, oldest first"] + (isCompared ? ["England", "Ten similar councils"] : []),
            rows: runs.map { run in
                let year = run.comparedYear.map { " (\($0))" } ?? ""
                func beside(_ tenths: Int?) -> String {
                    tenths.map { "\($0 / 10).\($0 % 10)\(run.isPercent ? "%" : "")\(year)" } ?? "not published"
                }
                return [run.title, points(run)] + (isCompared ? [beside(run.england), beside(run.similar)] : [])
            })
    }

    /// Without the counts in brackets: those stand beside the drawing. What every month says is said once.
    private static func points(_ run: Pack.Run) -> String {
        if let same = run.words.first, same == "hidden" || same.hasPrefix("nothing"), Set(run.words).count == 1 {
            return same == "hidden" ? "hidden in every month" : "nothing to count in any month"
        }
        return run.words.map { words in
            words.firstIndex(of: "(").map { String(words[..<$0].dropLast()) } ?? words
        }.joined(separator: ", ")
    }

    private var actions: Pack.Section {
        guard let plan else { return notSeen("The improvement plan") }
        let lines = plan.lines
        guard !lines.isEmpty else {
            return Pack.Section("The improvement plan", ["No action of an improvement plan is recorded here."])
        }
        var section = Pack.Section(
            "The improvement plan",
            [
                "An action is done when its number says so, not when it is marked complete. A number counted for one team alone is not shown here."
            ])
        section.tables = [
            Pack.Table(
                caption: "Every action", columns: ["Action", "Target", "Now", "Status"],
                rows: lines.map { [plan.told.shown($0.action.what), $0.target, $0.now, $0.status] })
        ]
        return section
    }
}
