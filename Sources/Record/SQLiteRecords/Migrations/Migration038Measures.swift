extension RecordMigrations {
    /// What the measures count of each child, and what that adds up to by day (`grain` 0) and by month (1). Nothing is in
    /// them when an older database is opened: everybody's is worked out anew, and until then no figure is shown.
    static let migration038Measures = Migration(
        "038 measures",
        sql: """
            CREATE TABLE measure_cases (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                cases BLOB NOT NULL,
                PRIMARY KEY (council, child)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE measure_sum (
                council TEXT NOT NULL,
                measure INTEGER NOT NULL,
                dimension INTEGER NOT NULL,
                grain INTEGER NOT NULL,
                day INTEGER NOT NULL,
                key TEXT NOT NULL,
                numerator INTEGER NOT NULL,
                denominator INTEGER NOT NULL,
                PRIMARY KEY (council, measure, dimension, grain, day, key)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE measures_to_sum (
                council TEXT NOT NULL PRIMARY KEY
            ) STRICT, WITHOUT ROWID;
            INSERT INTO measures_to_sum SELECT code FROM council;
            """)
}
