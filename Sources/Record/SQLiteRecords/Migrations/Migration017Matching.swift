extension RecordMigrations {
    /// The keys children are matched by: every record kept here is worked out again,
    /// in the background, so that it is found by them.
    static let migration017Matching = Migration(
        "017 matching",
        sql: """
            UPDATE child SET evaluated_under = 0 WHERE source = 'record';
            """)
}
