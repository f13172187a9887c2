extension RecordMigrations {
    /// Generations of accounts, who began codes and when, and what waits for a second person. Codes begun before and never
    /// confirmed are begun again.
    static let migration021Generations = Migration(
        "021 generations",
        sql: """
            ALTER TABLE user ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

            DELETE FROM second_factor WHERE confirmed IS NULL;
            ALTER TABLE second_factor ADD COLUMN begun INTEGER;
            ALTER TABLE second_factor ADD COLUMN session BLOB;

            ALTER TABLE password_link ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
            CREATE TABLE account_waiting (
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                what TEXT NOT NULL,
                number INTEGER NOT NULL,
                role TEXT,
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (council, user, what),
                FOREIGN KEY (council, user) REFERENCES user (council, id)
            ) STRICT, WITHOUT ROWID;
            """)
}
