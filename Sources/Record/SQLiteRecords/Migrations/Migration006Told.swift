extension RecordMigrations {
    /// Whether a concern began no later than the last day its source knows about. Every child is derived again.
    static let migration006Told = Migration(
        "006 told",
        sql: """
            ALTER TABLE concern ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
            UPDATE child SET evaluated_under = 0;
            """)
}
