extension RecordMigrations {
    /// Until when each child's record is kept, so that what is past it is one range of an index; and lines of a log that lose the words
    /// somebody typed when the record they are about is destroyed.
    static let migration018Retention = Migration(
        "018 retention",
        sql: """
            ALTER TABLE child ADD COLUMN keep_until INTEGER;
            CREATE INDEX child_keep_until ON child (council, keep_until, child) WHERE keep_until IS NOT NULL;

            CREATE INDEX entry_erased ON entry (council, seq) WHERE kind = 'erased';

            ALTER TABLE need_to_know_change ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
            DROP TRIGGER need_to_know_change_is_never_changed;
            CREATE TRIGGER need_to_know_change_is_never_changed BEFORE UPDATE ON need_to_know_change
            WHEN NEW.erased <> 1 OR NEW.why <> '' OR NEW.council <> OLD.council OR NEW.seq <> OLD.seq
                OR NEW.at <> OLD.at OR NEW.by <> OLD.by OR NEW.child <> OLD.child OR NEW.what <> OLD.what
                OR NEW.named <> OLD.named OR NEW.until IS NOT OLD.until OR NEW.review_of IS NOT OLD.review_of
                OR NEW.hash <> OLD.hash
            BEGIN
                SELECT RAISE(ABORT, 'a change of who may open a child is never changed, only its words erased');
            END;
            """)
}
