extension RecordMigrations {
    /// Papers as they were made, and who let members read them. What they hold is never changed.
    static let migration044Packs = Migration(
        "044 packs",
        sql: """
            CREATE TABLE pack (
                council TEXT NOT NULL,
                number INTEGER NOT NULL,
                form TEXT NOT NULL,
                kind TEXT NOT NULL,
                made_by TEXT NOT NULL,
                made_at INTEGER NOT NULL,
                digest BLOB NOT NULL,
                body BLOB NOT NULL,
                PRIMARY KEY (council, number),
                UNIQUE (council, form)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE pack_release (
                council TEXT NOT NULL,
                number INTEGER NOT NULL,
                released_by TEXT NOT NULL,
                released_at INTEGER NOT NULL,
                PRIMARY KEY (council, number),
                FOREIGN KEY (council, number) REFERENCES pack (council, number)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER pack_stays_as_made BEFORE UPDATE ON pack
            BEGIN SELECT RAISE(ABORT, 'a pack is never changed'); END;
            CREATE TRIGGER pack_release_stays BEFORE UPDATE ON pack_release
            BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
            """)
}
