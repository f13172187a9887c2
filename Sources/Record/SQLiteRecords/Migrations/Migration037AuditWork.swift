extension RecordMigrations {
    /// What came out of audits and is not done is looked for among all children at once.
    static let migration037AuditWork = Migration(
        "037 audit work",
        sql: "CREATE INDEX entry_audit_action ON entry (council, corrects) WHERE kind = 'audit-action';")
}
