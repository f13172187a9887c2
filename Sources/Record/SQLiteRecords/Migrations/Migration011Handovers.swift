extension RecordMigrations {
    /// What was handed over and not taken is looked for among all children at once.
    static let migration011Handovers = Migration(
        "011 handovers",
        sql: "CREATE INDEX entry_handover ON entry (council, corrects) WHERE kind = 'handover';")
}
