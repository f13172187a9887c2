extension RecordMigrations {
    /// Limits in hours: the last moment in time of a concern, and the moment its clock started where that is recorded.
    static let migration010Hours = Migration(
        "010 hours",
        sql: """
            ALTER TABLE concern ADD COLUMN due_at INTEGER;
            ALTER TABLE concern ADD COLUMN clock_start_at INTEGER;
            """)
}
