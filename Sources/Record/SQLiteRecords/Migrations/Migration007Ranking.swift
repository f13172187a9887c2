extension RecordMigrations {
    /// Everything a place in a list rests on stands in the index by which a day is found, so that ranking another day's
    /// children reads nothing else. Unseen concerns have one of their own: a child unseen is on the list of now however
    /// long ago it began, and finding them must not mean looking through everything that never ended.
    static let migration007Ranking = Migration(
        "007 ranking",
        sql: """
            DROP INDEX concern_over;
            DROP INDEX concern_onset;
            CREATE INDEX concern_onset ON concern (council, onset, over_on, in_today, kind, level);
            CREATE INDEX concern_over ON concern (
                council, over_on, onset, in_today, told, kind, level, raised_from, due, harm);
            CREATE INDEX concern_unseen ON concern (
                council, over_on, onset, in_today, told, kind, level, raised_from, due, harm) WHERE kind = 0;
            """)
}
