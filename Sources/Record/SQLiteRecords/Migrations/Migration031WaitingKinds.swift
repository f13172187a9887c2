extension RecordMigrations {
    /// Proposals and complaints wait for an answer too, and are looked for among all children at once.
    static let migration031WaitingKinds = Migration(
        "031 kinds that wait",
        sql: """
            DROP INDEX entry_waiting;
            CREATE INDEX entry_waiting ON entry (council, corrects)
                WHERE kind IN ('transfer-request', 'delay-explained', 'escalation', 'misfiled-entry', 'record-merge', 'complaint');
            """)
}
