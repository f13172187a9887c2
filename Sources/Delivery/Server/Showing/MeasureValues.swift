import AccessRules
import Casework
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// What the measures say, as one reader may see it.
struct MeasureValues {
    let taken: MeasuresTaken
    /// What those who see numbers only may see, hidden as wherever else it is published; nil for whoever may open children.
    var published: PublishedFigures?

    var isSuppressed: Bool { published != nil }

    func sum(_ measure: any Measure.Type, _ period: MeasurePeriod, of slice: MeasureSlice = .everybody) -> MeasureSum? {
        // The register of workers says of nobody which team they work in.
        if measure is any WorkforceMeasure.Type, slice != .everybody { return nil }
        if published != nil { return slice == .everybody ? published(measure, period)?.sum : nil }
        guard taken.because(measure, period) == nil, let index = taken.tally.periods.firstIndex(of: period) else {
            return nil
        }
        return taken.tally.sum(measure.id, index, of: slice)
    }

    /// Why nothing at all is shown of it.
    func because(_ measure: any Measure.Type) -> String? { (published?.blind ?? taken.blind)[measure.id] }

    func isHidden(_ measure: any Measure.Type, _ period: MeasurePeriod) -> Bool {
        published(measure, period).map { $0.sum == nil } ?? false
    }

    private func published(_ measure: any Measure.Type, _ period: MeasurePeriod) -> PublishedFigure? {
        published?.of(measure.id).first { $0.period == period }
    }

    func figure(
        _ measure: any Measure.Type, _ period: MeasurePeriod, of slice: MeasureSlice = .everybody
    ) -> MeasureFigure {
        if isHidden(measure, period) { return .hidden }
        guard let sum = sum(measure, period, of: slice) else { return .notCheckable }
        guard let value = Self.value(sum, measure) else { return .nothing }
        let href =
            isSuppressed || sum.denominator == 0 || measure is any WorkforceMeasure.Type
            ? nil
            : MeasureAddress.children(measure.id, period, of: slice, measure.unit == .children ? .numerator : .all)
        return .shown(
            value, of: Self.of(sum, measure), href: sum.numerator == 0 && measure.unit == .children ? nil : href)
    }

    /// For the line of a trend: whole per cent, children or days.
    func point(_ measure: any Measure.Type, _ period: MeasurePeriod) -> Int? {
        guard let sum = sum(measure, period), let tenths = sum.tenths(measure.unit) else { return nil }
        return (tenths + 5) / 10
    }

    /// "87.5%", "4.2 days", "137"; nil where there is nothing to say it of.
    static func value(_ sum: MeasureSum, _ measure: any Measure.Type) -> String? {
        guard let tenths = sum.tenths(measure.unit) else { return nil }
        return switch measure.unit {
        case .children: "\(tenths / 10)"
        case .percent: "\(tenths / 10).\(tenths % 10)%"
        case .days: "\(tenths / 10).\(tenths % 10) days"
        case .perWorker: "\(tenths / 10).\(tenths % 10)"
        }
    }

    private static func of(_ sum: MeasureSum, _ measure: any Measure.Type) -> String {
        switch measure.unit {
        case .children: sum.numerator == sum.denominator ? "" : "of \(sum.denominator)"
        case .percent: "\(sum.numerator) of \(sum.denominator)"
        case .days: "over \(sum.denominator)"
        case .perWorker: "\(sum.numerator) children, \(sum.denominator) \(sum.denominator == 1 ? "worker" : "workers")"
        }
    }

    /// The months that are over by a day, the latest last.
    static func months(upTo day: Day, count: Int) -> [MeasurePeriod] {
        let isOver = day == day.lastOfMonth
        return (0..<count).reversed().map { .month($0 + (isOver ? 0 : 1), before: day) }
    }
}

extension MeasureDirection {
    var words: String {
        switch self {
        case .higher: "higher"
        case .lower: "lower"
        case .neither: "neither"
        }
    }
}

extension MeasurePeriod {
    /// "Nov 2026", "Sat 21 Nov 2026", "3 months to 21 Nov 2026".
    var words: String {
        switch kind {
        case .day: to.words
        case .month: to == to.lastOfMonth ? to.monthWords : "\(to.monthWords), to \(to.words)"
        case .quarter: "3 months to \(to.words)"
        case .year: "12 months to \(to.words)"
        }
    }

    /// Nil for what an address cannot mean.
    init?(_ kind: String?, to day: String?) {
        guard let kind = kind.flatMap(Kind.init), let to = day.flatMap({ Day(iso: $0) }) else { return nil }
        self =
            switch kind {
            case .day: .day(to)
            case .month: .month(0, before: to)
            case .quarter, .year: .rolling(kind, to: to)
            }
    }
}

/// The addresses of measures.
enum MeasureAddress {
    static let all = "/numbers/measures"

    static func page(_ measure: MeasureID, team: String? = nil) -> String {
        "\(all)/\(measure)" + (team.map { "?team=\(PercentText.encode($0))" } ?? "")
    }

    static func children(
        _ measure: MeasureID, _ period: MeasurePeriod, of slice: MeasureSlice, _ part: CountedInMeasure.Part
    ) -> String {
        let of = slice == .everybody ? "" : "&by=\(slice.dimension)&key=\(PercentText.encode(slice.key))"
        return "\(all)/\(measure)/children?period=\(period.kind)&to=\(period.to)\(of)&part=\(part)"
    }
}

extension MeasureSlice {
    /// Nil for what an address cannot mean; everybody where it says nothing.
    init?(by: String?, key: String?) {
        guard let by else {
            self = .everybody
            return
        }
        guard let dimension = Dimension.allCases.first(where: { "\($0)" == by }) else { return nil }
        self.init(dimension, key: key ?? "")
    }

    func words(teams: [String: String], needs: [String: String]) -> String {
        switch self {
        case .everybody: "Everybody"
        case .team(let id): teams[id] ?? id
        case .age(let band): band.words
        case .need(let code): code.isEmpty ? "Not recorded" : needs[code].map { "\(code) \($0)" } ?? code
        case .ethnicity(let group): group.words
        case .disability(let group): group.words
        // Nothing is shown by it.
        case .holder: ""
        }
    }
}

extension MeasureSlice.Dimension {
    var words: String {
        switch self {
        case .everybody: "Everybody"
        case .team: "Team"
        case .age: "Age"
        case .need: "Primary need"
        case .ethnicity: "Ethnicity"
        case .disability: "Disability"
        case .holder: ""
        }
    }
}
