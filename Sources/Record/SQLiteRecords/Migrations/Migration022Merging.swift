extension RecordMigrations {
    /// Records of one child that are one with another, each with the one that is kept. Made from the entries that say so.
    static let migration022Merging = Migration(
        "022 merging",
        sql: """
            CREATE TABLE merged_child (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                kept TEXT NOT NULL,
                PRIMARY KEY (council, child)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX merged_child_kept ON merged_child (council, kept);
            """)
}
