extension RecordMigrations {
    /// Generations of accounts, and who began codes and when. Codes begun before and never confirmed are begun again.
    static let migration021Generations = Migration(
        "021 generations",
        sql: """
            ALTER TABLE user ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

            DELETE FROM second_factor WHERE confirmed IS NULL;
            ALTER TABLE second_factor ADD COLUMN begun INTEGER;
            ALTER TABLE second_factor ADD COLUMN session BLOB;
            """)
}
