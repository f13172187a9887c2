extension RecordMigrations {
    /// Finds audits of files and flags without walking the chain.
    static let migration030Assurance = Migration(
        "030 assurance",
        sql: """
            ALTER TABLE standing ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX entry_audit ON entry (council, subject, happened) WHERE kind = 'case-file-audit';
            CREATE INDEX entry_flag ON entry (council, subject, happened) WHERE kind = 'unsafe-flag';
            """)
}
