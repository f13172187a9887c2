import AccessRules
import GRDB
import Measures
import RecordKeeping
import WorkingDays

/// What the measures count of each child.
enum MeasureCaseRows {
    static func packed(of child: SubjectID, in council: CouncilCode, _ db: Database) throws -> PackedCases? {
        let select = try PreparedStatement(db, "SELECT cases FROM measure_cases WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return try select.first { PackedCases(bytes: $0.bytes(0)) }
    }

    static func put(_ packed: PackedCases, of child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db, "INSERT OR REPLACE INTO measure_cases (council, child, cases) VALUES (?, ?, ?)")
        insert.bind(1, council.text)
        insert.bind(2, child.text)
        insert.bind(3, packed.bytes)
        try insert.run()
    }

    static func delete(of child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(db, "DELETE FROM measure_cases WHERE council = ? AND child = ?")
        delete.bind(1, council.text)
        delete.bind(2, child.text)
        try delete.run()
    }

    /// Every child's, or of those alone who may have a case of the measure.
    static func forEach(
        holding measure: MeasureID? = nil, in council: CouncilCode, _ db: Database,
        _ use: (SubjectID, PackedCases) throws -> Void
    ) throws {
        let number = measure.flatMap(MeasureNumbers.number)
        let select = try PreparedStatement(
            db, "SELECT child, cases FROM measure_cases WHERE council = ? ORDER BY child")
        select.bind(1, council.text)
        try select.rows { row in
            if let number, !row.withBlob(1, { PackedCases.mayHold(number, in: $0) }) { return true }
            try use(SubjectID(row.text(0)), PackedCases(bytes: row.bytes(1)))
            return true
        }
    }
}

/// What the cases of all children add up to.
enum MeasureSumRows {
    /// Adds to the sums. One that comes to nothing leaves no row: nothing says that there once was a child.
    static func add(_ changes: MeasureChanges, in council: CouncilCode, _ db: Database) throws {
        guard !changes.isEmpty else { return }
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO measure_sum (council, measure, dimension, grain, day, key, numerator, denominator)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                numerator = numerator + excluded.numerator, denominator = denominator + excluded.denominator
            RETURNING numerator = 0 AND denominator = 0
            """)
        let delete = try PreparedStatement(
            db,
            """
            DELETE FROM measure_sum
            WHERE council = ? AND measure = ? AND dimension = ? AND grain = ? AND day = ? AND key = ?
            """)
        try changes.forEach { row in
            bind(row, council, to: insert)
            insert.bind(7, row.sum.numerator)
            insert.bind(8, row.sum.denominator)
            guard try insert.first({ $0.int(0) == 1 }) == true else { return }
            bind(row, council, to: delete)
            try delete.run()
        }
    }

    private static func bind(_ row: MeasureChanges.Row, _ council: CouncilCode, to statement: PreparedStatement) {
        statement.bind(1, council.text)
        statement.bind(2, row.measure)
        statement.bind(3, row.slice.dimension.rawValue)
        statement.bind(4, row.isMonth ? 1 : 0)
        statement.bind(5, row.day)
        statement.bind(6, row.slice.key)
    }

    static func deleteAll(in council: CouncilCode, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM measure_sum WHERE council = ?", arguments: [council.text])
    }

    /// A measure's sums up to each of the days, by slice: in the order of the days, which must be the earliest first.
    static func sums(
        of measure: MeasureID, by dimension: MeasureSlice.Dimension, upTo days: [Day], in council: CouncilCode,
        _ db: Database
    ) throws -> [String: [MeasureSum]] {
        guard let number = MeasureNumbers.number(of: measure), let last = days.last else { return [:] }
        var sums: [String: [MeasureSum]] = [:]
        let none = Array(repeating: MeasureSum(), count: days.count)
        func add(_ row: PreparedStatement, to place: Int) {
            let sum = MeasureSum(numerator: row.int(2), denominator: row.int(3))
            sums[row.text(1), default: none][place].add(sum, times: 1)
        }
        // Whole months, up to the last day that ends one or lies past its end.
        let months = try select(grain: 1, number, dimension, from: Day(number: .min), to: last, council, db)
        try months.rows { row in
            let end = row.day(0).lastOfMonth
            if let place = days.firstIndex(where: { $0 >= end }) { add(row, to: place) }
            return true
        }
        // What a month adds counts on every later day.
        sums = sums.mapValues { months in
            var upTo = months
            for place in upTo.indices.dropFirst() { upTo[place].add(upTo[place - 1], times: 1) }
            return upTo
        }
        // And the days of the months that are cut.
        for (place, day) in days.enumerated() where day != day.lastOfMonth {
            let cut = try select(grain: 0, number, dimension, from: day.firstOfMonth, to: day, council, db)
            try cut.rows { row in
                add(row, to: place)
                return true
            }
        }
        return sums
    }

    private static func select(
        grain: Int, _ measure: Int, _ dimension: MeasureSlice.Dimension, from: Day, to: Day, _ council: CouncilCode,
        _ db: Database
    ) throws -> PreparedStatement {
        let select = try PreparedStatement(
            db,
            """
            SELECT day, key, numerator, denominator FROM measure_sum
            WHERE council = ? AND measure = ? AND dimension = ? AND grain = ? AND day >= ? AND day <= ?
            """)
        select.bind(1, council.text)
        select.bind(2, measure)
        select.bind(3, dimension.rawValue)
        select.bind(4, grain)
        select.bind(5, from)
        select.bind(6, to)
        return select
    }
}

/// Councils whose sums are to be made again from everybody's cases before they are believed: while many children change at
/// once it costs less to add up at the end.
enum MeasuresToSum {
    static func isMarked(_ council: CouncilCode, _ db: Database) throws -> Bool {
        let select = try PreparedStatement(db, "SELECT 1 FROM measures_to_sum WHERE council = ?")
        select.bind(1, council.text)
        return try select.first { _ in true } ?? false
    }

    static func mark(_ council: CouncilCode, _ db: Database) throws {
        try db.execute(sql: "INSERT OR IGNORE INTO measures_to_sum VALUES (?)", arguments: [council.text])
    }

    static func unmark(_ council: CouncilCode, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM measures_to_sum WHERE council = ?", arguments: [council.text])
    }
}
