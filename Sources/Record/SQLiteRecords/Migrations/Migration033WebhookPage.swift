extension RecordMigrations {
    /// Where each program is, by its host alone, and who stopped a notice or asked for it to be tried at once.
    static let migration033WebhookPage = Migration(
        "033 webhook page",
        sql: """
            CREATE TABLE webhook_host (
                council TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                host TEXT NOT NULL,
                PRIMARY KEY (council, endpoint)
            ) STRICT, WITHOUT ROWID;
            ALTER TABLE webhook_delivery ADD COLUMN changed_by TEXT;
            CREATE INDEX webhook_delivery_begun ON webhook_delivery (council, begun);
            """)
}
