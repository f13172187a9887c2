import AccessRules
import Measures
import RecordKeeping
import WorkingDays

extension StoreBenchmark {
    /// The figures that are kept, beside one measure's own rows read by SQLite and nothing else, and beside going through
    /// every child. Each question is of another day, so that none is answered from memory.
    func measuring(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        let seeing = try access(.seeNumbers, council)
        var figures = try await each("measures: all, by team", 50) { number in
            _ = try await store.measures(over: MeasurePeriod.usual(to: asAt - number), access: seeing)
        }
        figures += try await each("measures: one, by every group", 50) { number in
            let asked = MeasuresAsked(
                MeasurePeriod.usual(to: asAt - number), of: [ChildrenInNeed.id],
                by: Set(MeasureSlice.Dimension.allCases))
            _ = try await store.measures(asked, access: seeing)
        }
        figures += try await each("measures: the floor, every row by team", 50) { _ in
            try await store.read { db in
                let select = try PreparedStatement(
                    db,
                    """
                    SELECT day, key, numerator, denominator FROM measure_sum
                    WHERE council = ? AND measure = ? AND dimension IN (0, 1) AND grain = 1
                    """)
                for measure in Measures.all {
                    select.bind(1, council.text)
                    select.bind(2, MeasureNumbers.number(of: measure.id) ?? 0)
                    try select.rows { _ in true }
                }
            }
        }
        let opening = try access(.drillDown, council)
        figures += try await each("measures: opening one onto its children", 10) { number in
            _ = try await store.children(
                counted: CountedInMeasure(ChildrenInNeed.self, .day(asAt - number), of: .everybody, .all), after: nil,
                limit: 25, access: opening, at: moment)
        }
        // Every child's entries are read for it.
        guard children <= 50_000 else { return figures }
        return figures
            + (try await each("measures: counted anew", 1) { _ in
                _ = try await store.measuresCountedAnew(MeasuresAsked(MeasurePeriod.usual(to: asAt)), access: seeing)
            })
    }
}
