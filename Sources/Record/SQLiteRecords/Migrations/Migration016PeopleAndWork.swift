extension RecordMigrations {
    /// What was said of why a concern is late; and what waits for an answer is looked for among all children at once.
    static let migration016PeopleAndWork = Migration(
        "016 people and work",
        sql: """
            ALTER TABLE concern ADD COLUMN delays TEXT NOT NULL DEFAULT '';
            CREATE INDEX entry_waiting ON entry (council, corrects)
                WHERE kind IN ('transfer-request', 'delay-explained', 'escalation');
            """)
}
