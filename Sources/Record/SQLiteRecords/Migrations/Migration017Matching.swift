extension RecordMigrations {
    /// Records that are one with another, and the keys children are matched by: every record kept here is worked out again,
    /// in the background, so that it is found by them.
    static let migration017Matching = Migration(
        "017 matching",
        sql: """
            CREATE TABLE merged_child (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                kept TEXT NOT NULL,
                PRIMARY KEY (council, child)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX merged_child_kept ON merged_child (council, kept);

            UPDATE child SET evaluated_under = 0 WHERE source = 'record';
            """)
}
