extension RecordMigrations {
    /// The current day's list in its order, with its counts, and what stands about workers and teams.
    static let migration004Lists = Migration(
        "004 lists",
        sql: """
            CREATE TABLE list_day (
                council TEXT NOT NULL PRIMARY KEY,
                day INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE standing (
                council TEXT NOT NULL,
                tab INTEGER NOT NULL,
                child TEXT NOT NULL,
                place INTEGER NOT NULL,
                level INTEGER NOT NULL,
                harm INTEGER NOT NULL,
                kinds INTEGER NOT NULL,
                risk_kind INTEGER,
                overdue INTEGER NOT NULL,
                statuses INTEGER NOT NULL,
                worker TEXT,
                team TEXT,
                PRIMARY KEY (council, tab, child)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX standing_place ON standing (council, tab, place, child);
            CREATE INDEX standing_team ON standing (council, tab, team, place, child);
            CREATE INDEX standing_worker ON standing (council, tab, worker, place, child);

            CREATE TABLE standing_count (
                council TEXT NOT NULL,
                tab INTEGER NOT NULL,
                scope TEXT NOT NULL,
                heading TEXT NOT NULL,
                n INTEGER NOT NULL,
                PRIMARY KEY (council, tab, scope, heading)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE service_concern (
                council TEXT NOT NULL,
                number INTEGER NOT NULL,
                code TEXT NOT NULL,
                kind TEXT NOT NULL,
                level INTEGER NOT NULL,
                subject TEXT NOT NULL,
                onset INTEGER NOT NULL,
                why TEXT NOT NULL,
                source TEXT NOT NULL,
                PRIMARY KEY (council, number)
            ) STRICT, WITHOUT ROWID;
            """)
}
