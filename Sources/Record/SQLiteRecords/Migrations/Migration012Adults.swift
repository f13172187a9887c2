extension RecordMigrations {
    /// Adults of the record, and what they are found by: apart from children, so that no list of children meets them.
    static let migration012Adults = Migration(
        "012 adults",
        sql: """
            CREATE TABLE adult (
                council TEXT NOT NULL,
                adult TEXT NOT NULL,
                name TEXT NOT NULL,
                keys TEXT NOT NULL,
                PRIMARY KEY (council, adult)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE adult_key (
                council TEXT NOT NULL,
                key TEXT NOT NULL,
                adult TEXT NOT NULL,
                PRIMARY KEY (council, key, adult),
                FOREIGN KEY (council, adult) REFERENCES adult (council, adult) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;
            """)
}
