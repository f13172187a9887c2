import Measures
import Pages
import RecordKeeping
import WorkingDays

/// The thresholds of the work beside each other for groups of children: whether alike children are treated alike is a
/// question to ask of it, not an answer it gives.
struct EqualityShowing {
    /// Each step into the service, and what may follow it.
    private static let thresholds: [any Measure.Type] = [
        ReferralsReceived.self, ReferralsWithoutAction.self, ReReferrals.self, AssessmentsInTime.self,
        EnquiriesBegun.self, InitialConferencesInTime.self, ChildrenInNeed.self, ProtectionPlans.self,
        SecondPlans.self, PlanChildrenSeen.self,
    ]
    private static let dimensions: [MeasureSlice.Dimension] = [.ethnicity, .disability, .age, .need]

    let values: MeasureValues
    let day: Day
    let needs: [String: String]

    static func asked(to day: Day) -> MeasuresAsked {
        MeasuresAsked(
            [.rolling(.year, to: day), .day(day)], of: thresholds.map { $0.id }, by: Set(dimensions + [.everybody]))
    }

    var page: MeasuresPage {
        var page = MeasuresPage(
            scope: "Equality: thresholds by group, the 12 months to \(day.words), or how it stands on that day",
            tables: Self.dimensions.map(table),
            blind: Self.thresholds.compactMap { measure in
                values.taken.blind[measure.id].map { (measure.words.title, $0) }
            },
            workingOut: MeasuresShowing.workingOut(values.taken), teams: nil,
            links: [Link(words: "All measures", href: MeasureAddress.all)], isSuppressed: false)
        page.name = "Equality"
        page.note = """
            Counts may be small: do not pass them on to anybody who may not open the children. How many children of each \
            group live in the area is not held here, so no rate is of a population.
            """
        return page
    }

    private var answered: [any Measure.Type] { Self.thresholds.filter { values.taken.blind[$0.id] == nil } }

    private func period(_ measure: any Measure.Type) -> MeasurePeriod {
        measure.counting == .happened ? .rolling(.year, to: day) : .day(day)
    }

    private func table(_ dimension: MeasureSlice.Dimension) -> MeasureTable {
        MeasureTable(
            caption: "By \(dimension.words.lowercased())", rowHead: dimension.words,
            columns: answered.map { $0.words.title },
            lines: slices(dimension).map { slice in
                MeasureTable.Line(
                    name: Link(words: slice.words(teams: [:], needs: needs), href: ""),
                    figures: answered.map { figure($0, slice) })
            })
    }

    /// A count says what share of everybody it is.
    private func figure(_ measure: any Measure.Type, _ slice: MeasureSlice) -> MeasureFigure {
        let figure = values.figure(measure, period(measure), of: slice)
        guard measure.unit == .children, case .shown(let value, _, let href) = figure,
            let part = values.sum(measure, period(measure), of: slice)?.numerator,
            let whole = values.sum(measure, period(measure))?.numerator, whole > 0
        else { return figure }
        let tenths = (2 * part * 1000 + whole) / (2 * whole)
        return .shown(value, of: "\(tenths / 10).\(tenths % 10)% of all", href: href)
    }

    private func slices(_ dimension: MeasureSlice.Dimension) -> [MeasureSlice] {
        let found = values.taken.tally.slices(dimension)
        switch dimension {
        case .age: return AgeBand.allCases.map(MeasureSlice.age).filter(found.contains)
        case .ethnicity: return EthnicGroup.allCases.map(MeasureSlice.ethnicity).filter(found.contains)
        case .disability: return DisabilityGroup.allCases.map(MeasureSlice.disability).filter(found.contains)
        case .need, .team, .everybody, .holder: return found.sorted { $0.key < $1.key }
        }
    }
}
