extension RecordMigrations {
    /// A proposal to destroy a record waits for a second person, and is looked for among all children at once.
    static let migration056DestructionWaits = Migration(
        "056 destruction waits",
        sql: """
            DROP INDEX entry_waiting;
            CREATE INDEX entry_waiting ON entry (council, corrects)
                WHERE kind IN ('transfer-request', 'delay-explained', 'escalation', 'misfiled-entry', 'record-merge', 'complaint', 'destruction-proposal');
            """)
}
