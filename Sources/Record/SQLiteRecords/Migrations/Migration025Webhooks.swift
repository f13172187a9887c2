extension RecordMigrations {
    /// Which notices other programs have been given; never what they are about but as a key.
    static let migration025Webhooks = Migration(
        "025 webhooks",
        sql: """
            CREATE TABLE webhook_delivery (
                council TEXT NOT NULL,
                id TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                user TEXT NOT NULL,
                kind TEXT NOT NULL,
                begun INTEGER NOT NULL,
                tries INTEGER NOT NULL DEFAULT 0,
                next INTEGER NOT NULL,
                ending TEXT,
                reply INTEGER,
                ended INTEGER,
                PRIMARY KEY (council, id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX webhook_delivery_due ON webhook_delivery (council, endpoint, next) WHERE ending IS NULL;

            CREATE TABLE webhook_about (
                council TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                user TEXT NOT NULL,
                kind TEXT NOT NULL,
                about TEXT NOT NULL,
                delivery TEXT NOT NULL,
                PRIMARY KEY (council, endpoint, user, kind, about),
                FOREIGN KEY (council, delivery) REFERENCES webhook_delivery (council, id)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER webhook_delivery_is_never_deleted BEFORE DELETE ON webhook_delivery
            BEGIN
                SELECT RAISE(ABORT, 'that a notice was given to a program is never deleted');
            END;

            CREATE TRIGGER webhook_delivery_ends_once BEFORE UPDATE ON webhook_delivery WHEN old.ending IS NOT NULL
            BEGIN
                SELECT RAISE(ABORT, 'what became of a notice to a program is said once');
            END;
            """)
}
