extension RecordMigrations {
    /// The log of who may open restricted children, of what was opened in an emergency, and of its review.
    static let migration013NeedToKnow = Migration(
        "013 need to know",
        sql: """
            CREATE TABLE need_to_know_change (
                council TEXT NOT NULL,
                seq INTEGER NOT NULL,
                at INTEGER NOT NULL,
                by TEXT NOT NULL,
                child TEXT NOT NULL,
                what TEXT NOT NULL,
                named TEXT NOT NULL,
                until INTEGER,
                review_of INTEGER,
                why TEXT NOT NULL,
                hash BLOB NOT NULL,
                PRIMARY KEY (council, seq)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX need_to_know_change_child ON need_to_know_change (council, child, seq);
            CREATE INDEX need_to_know_change_what ON need_to_know_change (council, what, seq);
            CREATE UNIQUE INDEX need_to_know_change_review ON need_to_know_change (council, review_of)
                WHERE review_of IS NOT NULL;

            CREATE TRIGGER need_to_know_change_is_never_deleted BEFORE DELETE ON need_to_know_change
            BEGIN
                SELECT RAISE(ABORT, 'a change of who may open a child is never deleted');
            END;

            CREATE TRIGGER need_to_know_change_is_never_changed BEFORE UPDATE ON need_to_know_change
            BEGIN
                SELECT RAISE(ABORT, 'a change of who may open a child is never changed');
            END;
            """)
}
