import AccessRules
import ChildJourney
import Measures
import WorkingDays

/// The numbers a council is run by, of everybody on its record.
package protocol MeasureKeeping: Sendable {
    /// From the figures that are kept beside the record, those of restricted children as well: what comes of it names nobody.
    /// While they are being worked out every measure is blind, and says so.
    func measures(_ asked: MeasuresAsked, access: Access) async throws(StoreFailure) -> MeasuresTaken
    /// The same by going through every child again: what the figures that are kept must always say. Slow.
    func measuresCountedAnew(_ asked: MeasuresAsked, access: Access) async throws(StoreFailure) -> MeasuresTaken
    /// Of the children a worker counts for alone: whoever asks may see who they are.
    func measures(
        of worker: String, over periods: [MeasurePeriod], access: Access
    ) async throws(StoreFailure) -> MeasuresTaken
    /// The children a figure counts. Logged with who is shown; whoever is restricted is counted and not named.
    func children(
        counted: CountedInMeasure, after: SubjectID?, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ListPage
    /// The last day any source of the council tells of; nil where one is written in every day.
    func lastDayTold(access: Access) async throws(StoreFailure) -> Day?
}

extension MeasureKeeping {
    /// Every measure, in all and by team.
    package func measures(
        over periods: [MeasurePeriod], access: Access
    ) async throws(StoreFailure) -> MeasuresTaken {
        try await measures(MeasuresAsked(periods), access: access)
    }
}

/// Which figures are wanted.
package struct MeasuresAsked: Hashable, Sendable {
    package var periods: [MeasurePeriod]
    /// Nil: all of them.
    package var measures: [MeasureID]?
    package var dimensions: Set<MeasureSlice.Dimension>

    package init(
        _ periods: [MeasurePeriod], of measures: [MeasureID]? = nil,
        by dimensions: Set<MeasureSlice.Dimension> = [.everybody, .team]
    ) {
        self.periods = periods
        self.measures = measures
        self.dimensions = dimensions
    }

    package func asks(for measure: any Measure.Type) -> Bool { measures?.contains(measure.id) ?? true }

    /// What is read of a measure: the workers too, where children are counted for each of them.
    package func dimensions(of measure: any Measure.Type) -> Set<MeasureSlice.Dimension> {
        guard measure.unit == .perWorker else { return dimensions }
        let own = dimensions.intersection([.everybody, .team])
        return own.isEmpty ? [] : own.union([.holder])
    }
}

/// One figure of which the children are wanted.
package struct CountedInMeasure: Hashable, Sendable {
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// Everybody in the denominator.
        case all
        case numerator
        /// In the denominator and not in the numerator.
        case rest
    }

    package var measure: MeasureID
    package var counting: MeasureCounting
    package var period: MeasurePeriod
    package var slice: MeasureSlice
    package var part: Part

    package init(_ measure: any Measure.Type, _ period: MeasurePeriod, of slice: MeasureSlice, _ part: Part) {
        self.measure = measure.id
        counting = measure.counting
        self.period = period
        self.slice = slice
        self.part = part
    }

    /// Whether a case is among those counted.
    package func counts(_ found: MeasureCase) -> Bool {
        guard found.measure == measure, found.slices.contains(slice) else { return false }
        let isIn =
            counting == .happened
            ? period.from <= found.from && found.from <= period.to : found.stands(on: period.to)
        return isIn && (part == .all || (found.amount > 0) == (part == .numerator))
    }

    /// For the access log.
    package var words: String {
        let of = slice == .everybody ? "" : ", \(slice.dimension) \(slice.key)"
        return "measure \(measure) \(period.text), \(part.rawValue)\(of)"
    }
}

/// What the measures say of a council.
package struct MeasuresTaken: Sendable {
    package var tally: MeasureTally
    /// What no source of the council can answer, and why; everything, while the figures are being worked out.
    package var blind: [MeasureID: String] = [:]
    /// From and up to which day every source that answers a measure tells of it; nil: from the beginning, up to the present.
    package var told: [MeasureID: (from: Day?, until: Day?)] = [:]
    /// Teams by their id, with their names where they are known.
    package var teamNames: [String: String] = [:]
    /// Of a team that is part of another, that other.
    package var teamParents: [String: String] = [:]
    /// Children who are worked out again before any figure is shown; nil where all are.
    package var workingOut: Recalculation?

    package init(_ periods: [MeasurePeriod]) {
        tally = MeasureTally(periods)
    }

    /// Why a measure cannot be answered for a period; nil where it can. What a source tells of from a day on is not nought
    /// before it.
    package func because(_ measure: any Measure.Type, _ period: MeasurePeriod) -> String? {
        if let blind = blind[measure.id] { return blind }
        guard let told = told[measure.id] else { return nil }
        let first = measure.counting == .happened ? period.from : period.to
        if let from = told.from, first < from { return "it is recorded only from \(from.words) on" }
        if let until = told.until, until < period.to { return "the source tells of nothing after \(until.words)" }
        return nil
    }

    /// What is counted of a source's register of workers, where it answers: the whole council's, and no team's.
    package mutating func add(_ workforce: Workforce, blind: [MeasureID: String], _ asked: MeasuresAsked) {
        guard asked.dimensions.contains(.everybody) else { return }
        for measure in Measures.ofWorkers where asked.asks(for: measure) && blind[measure.id] == nil {
            for (index, period) in tally.periods.enumerated() {
                tally.add(measure.sum(of: workforce, over: period), measure.id, index, .everybody)
            }
        }
    }

    /// A source that answers a measure too: what all of them tell is told.
    package mutating func add(_ measure: MeasureID, from: Day?, until: Day?) {
        let known = told[measure] ?? (nil, nil)
        told[measure] = (
            [known.from, from].compactMap(\.self).max(), [known.until, until].compactMap(\.self).min()
        )
    }
}
