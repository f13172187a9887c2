import WorkingDays

/// A numerator over a denominator.
package struct MeasureSum: Hashable, Sendable {
    package var numerator = 0
    package var denominator = 0

    package init(numerator: Int = 0, denominator: Int = 0) {
        self.numerator = numerator
        self.denominator = denominator
    }

    package mutating func add(_ other: MeasureSum, times: Int) {
        numerator += other.numerator * times
        denominator += other.denominator * times
    }

    /// In tenths, rounded half up; nil where there is nothing to say it of.
    package func tenths(_ unit: MeasureUnit) -> Int? {
        switch unit {
        case .children: numerator * 10
        case .percent: denominator == 0 ? nil : Self.rounded(numerator * 1000, denominator)
        case .days, .perWorker: denominator == 0 ? nil : Self.rounded(numerator * 10, denominator)
        }
    }

    private static func rounded(_ number: Int, _ by: Int) -> Int { (2 * number + by) / (2 * by) }
}

/// Who holds children, period by period.
private struct Holders: Hashable, Sendable {
    /// By worker, whether they hold anybody in each period.
    private(set) var held: [String: [Bool]] = [:]
    /// How many do, for each period.
    private(set) var counts: [Int]

    init(periods: Int) {
        counts = Array(repeating: 0, count: periods)
    }

    mutating func add(_ worker: String, _ periods: [Bool]) {
        let before = held.updateValue(periods, forKey: worker)
        for (period, holds) in periods.enumerated() where holds && before?[period] != true { counts[period] += 1 }
        guard let before else { return }
        held[worker] = zip(before, periods).map { $0 || $1 }
    }
}

/// Adds up what is counted of many children, for some periods, in all and by each slice.
package struct MeasureTally: Hashable, Sendable {
    package let periods: [MeasurePeriod]
    /// By measure and slice, a sum for each period. What was never counted has none.
    private var sums: [MeasureID: [MeasureSlice: [MeasureSum]]] = [:]
    /// The different workers children are held by: they are the denominator of what is counted per worker.
    private var holders: [MeasureID: [MeasureSlice: Holders]] = [:]
    private let counting: [MeasureID: MeasureCounting]
    /// Nought for each period.
    private let nought: [MeasureSum]

    package init(_ periods: [MeasurePeriod]) {
        self.periods = periods
        nought = Array(repeating: MeasureSum(), count: periods.count)
        counting = Dictionary(uniqueKeysWithValues: Measures.all.map { ($0.id, $0.counting) })
    }

    package mutating func add(_ cases: [MeasureCase]) {
        for found in cases {
            guard let counting = counting[found.measure] else { continue }
            for (index, period) in periods.enumerated() {
                let isIn =
                    counting == .happened
                    ? period.from <= found.from && found.from <= period.to : found.stands(on: period.to)
                guard isIn else { continue }
                for slice in found.slices {
                    add(MeasureSum(numerator: found.amount, denominator: 1), found.measure, index, slice)
                }
            }
        }
    }

    /// A sum known already; nought of nought is not kept.
    package mutating func add(_ sum: MeasureSum, _ measure: MeasureID, _ period: Int, _ slice: MeasureSlice) {
        guard sum != MeasureSum() else { return }
        if case .holder(let team, let worker) = slice {
            return addHolder(worker, team, measure, periods.indices.map { $0 == period })
        }
        let nought = nought
        sums[measure, default: [:]][slice, default: nought][period].add(sum, times: 1)
    }

    /// A sum for each period, known already.
    package mutating func add(_ known: [MeasureSum], _ measure: MeasureID, _ slice: MeasureSlice) {
        let isCounted = known.map { $0 != MeasureSum() }
        guard isCounted.contains(true) else { return }
        if case .holder(let team, let worker) = slice {
            addHolder(worker, team, measure, isCounted)
        } else {
            let nought = nought
            Self.add(known, to: &sums[measure, default: [:]][slice, default: nought])
        }
    }

    package mutating func merge(_ other: MeasureTally) {
        for (measure, slices) in other.sums {
            sums[measure, default: [:]].merge(slices) { have, more in
                var have = have
                Self.add(more, to: &have)
                return have
            }
        }
        for (measure, slices) in other.holders {
            holders[measure, default: [:]].merge(slices) { have, more in
                more.held.reduce(into: have) { $0.add($1.key, $1.value) }
            }
        }
    }

    private static func add(_ more: [MeasureSum], to sums: inout [MeasureSum]) {
        for (period, sum) in more.enumerated() { sums[period].add(sum, times: 1) }
    }

    private mutating func addHolder(_ worker: String, _ team: String?, _ measure: MeasureID, _ held: [Bool]) {
        let nobody = Holders(periods: periods.count)
        for slice in [.everybody] + (team.map { [MeasureSlice.team($0)] } ?? []) {
            holders[measure, default: [:]][slice, default: nobody].add(worker, held)
        }
    }

    /// Nothing counted is nought of nought.
    package func sum(_ measure: MeasureID, _ period: Int, team: String? = nil) -> MeasureSum {
        sum(measure, period, of: team.map(MeasureSlice.team) ?? .everybody)
    }

    package func sum(_ measure: MeasureID, _ period: Int, of slice: MeasureSlice) -> MeasureSum {
        var sum = sums[measure]?[slice]?[period] ?? MeasureSum()
        if let workers = holders[measure]?[slice]?.counts[period], workers > 0 { sum.denominator = workers }
        return sum
    }

    /// Teams anything was counted of, in order.
    package var teams: [String] {
        slices(.team).compactMap { slice in
            if case .team(let id) = slice { id } else { nil }
        }.sorted()
    }

    /// Slices of a dimension anything was counted of, in no order.
    package func slices(_ dimension: MeasureSlice.Dimension) -> Set<MeasureSlice> {
        sums.values.reduce(into: []) { found, slices in
            for slice in slices.keys where slice.dimension == dimension { found.insert(slice) }
        }
    }
}
