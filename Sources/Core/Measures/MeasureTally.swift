import WorkingDays

/// A numerator over a denominator.
package struct MeasureSum: Hashable, Sendable {
    package var numerator = 0
    package var denominator = 0

    package init(numerator: Int = 0, denominator: Int = 0) {
        self.numerator = numerator
        self.denominator = denominator
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

/// Adds up what is counted of many children, for some periods, in all and by each slice.
package struct MeasureTally: Hashable, Sendable {
    private struct Key: Hashable {
        let measure: MeasureID
        let period: Int
        let slice: MeasureSlice
    }

    package let periods: [MeasurePeriod]
    private var sums: [Key: MeasureSum] = [:]
    /// The different workers children are held by: they are the denominator of what is counted per worker.
    private var holders: [Key: Set<String>] = [:]
    private let counting: [MeasureID: MeasureCounting]

    package init(_ periods: [MeasurePeriod]) {
        self.periods = periods
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
                for slice in found.slices { add(found, Key(measure: found.measure, period: index, slice: slice)) }
            }
        }
    }

    /// A sum known already; nought of nought is not kept.
    package mutating func add(_ sum: MeasureSum, _ measure: MeasureID, _ period: Int, _ slice: MeasureSlice) {
        guard sum != MeasureSum() else { return }
        if case .holder(let team, let worker) = slice {
            return addHolder(worker, team, measure, period)
        }
        let key = Key(measure: measure, period: period, slice: slice)
        sums[key, default: MeasureSum()].numerator += sum.numerator
        sums[key, default: MeasureSum()].denominator += sum.denominator
    }

    package mutating func merge(_ other: MeasureTally) {
        for (key, sum) in other.sums {
            sums[key, default: MeasureSum()].numerator += sum.numerator
            sums[key, default: MeasureSum()].denominator += sum.denominator
        }
        for (key, workers) in other.holders { holders[key, default: []].formUnion(workers) }
    }

    private mutating func addHolder(_ worker: String, _ team: String?, _ measure: MeasureID, _ period: Int) {
        for slice in [.everybody] + (team.map { [MeasureSlice.team($0)] } ?? []) {
            holders[Key(measure: measure, period: period, slice: slice), default: []].insert(worker)
        }
    }

    /// Nothing counted is nought of nought.
    package func sum(_ measure: MeasureID, _ period: Int, team: String? = nil) -> MeasureSum {
        sum(measure, period, of: team.map(MeasureSlice.team) ?? .everybody)
    }

    package func sum(_ measure: MeasureID, _ period: Int, of slice: MeasureSlice) -> MeasureSum {
        let key = Key(measure: measure, period: period, slice: slice)
        var sum = sums[key] ?? MeasureSum()
        if let workers = holders[key] { sum.denominator = workers.count }
        return sum
    }

    /// Teams anything was counted of, in order.
    package var teams: [String] {
        Set(
            sums.keys.compactMap { key in
                if case .team(let id) = key.slice { id } else { nil }
            }
        ).sorted()
    }

    /// Slices of a dimension anything was counted of, in no order.
    package func slices(_ dimension: MeasureSlice.Dimension) -> Set<MeasureSlice> {
        Set(sums.keys.lazy.map(\.slice).filter { $0.dimension == dimension })
    }

    private mutating func add(_ found: MeasureCase, _ key: Key) {
        if case .holder(let team, let worker) = key.slice {
            return addHolder(worker, team, key.measure, key.period)
        }
        sums[key, default: MeasureSum()].numerator += found.amount
        sums[key, default: MeasureSum()].denominator += 1
    }
}
