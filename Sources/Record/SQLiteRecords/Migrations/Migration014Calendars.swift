extension RecordMigrations {
    /// The addresses from which people's calendars are read; of each only a digest.
    static let migration014Calendars = Migration(
        "014 calendars",
        sql: """
            CREATE TABLE calendar_feed (
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                digest BLOB NOT NULL UNIQUE,
                made INTEGER NOT NULL,
                PRIMARY KEY (council, user),
                FOREIGN KEY (council, user) REFERENCES user (council, id)
            ) STRICT, WITHOUT ROWID;
            """)
}
