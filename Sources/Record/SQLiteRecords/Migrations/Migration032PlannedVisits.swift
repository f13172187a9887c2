extension RecordMigrations {
    /// Visits that are planned, or were and of which nothing came: derived from the entries, by whoever goes and by day.
    static let migration032PlannedVisits = Migration(
        "032 planned visits",
        sql: """
            CREATE TABLE planned_visit (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                record TEXT NOT NULL,
                worker TEXT NOT NULL,
                planned_on INTEGER NOT NULL,
                minute INTEGER,
                purpose TEXT NOT NULL,
                PRIMARY KEY (council, child, record)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX planned_visit_worker ON planned_visit (council, worker, planned_on);
            CREATE INDEX planned_visit_day ON planned_visit (council, planned_on);
            """)
}
