extension RecordMigrations {
    /// A notice that was given up may be sent again, once: by whom, when, and when it was given up first.
    static let migration057SentAgain = Migration(
        "057 sent again",
        sql: """
            ALTER TABLE webhook_delivery ADD COLUMN sent_again INTEGER;
            ALTER TABLE webhook_delivery ADD COLUMN sent_again_by TEXT;
            ALTER TABLE webhook_delivery ADD COLUMN first_ended INTEGER;
            DROP TRIGGER webhook_delivery_ends_once;
            CREATE TRIGGER webhook_delivery_ends_once BEFORE UPDATE ON webhook_delivery
            WHEN old.ending IS NOT NULL AND NOT (
                old.ending = 'given-up' AND old.sent_again IS NULL AND new.ending IS NULL
                AND new.sent_again IS NOT NULL AND new.sent_again_by IS NOT NULL AND new.first_ended IS old.ended)
            BEGIN
                SELECT RAISE(ABORT, 'what became of a notice to a program is said once');
            END;
            CREATE TRIGGER webhook_delivery_is_sent_again_once
            BEFORE UPDATE OF sent_again, sent_again_by, first_ended ON webhook_delivery WHEN old.sent_again IS NOT NULL
            BEGIN
                SELECT RAISE(ABORT, 'a notice to a program is sent again once');
            END;
            """)
}
