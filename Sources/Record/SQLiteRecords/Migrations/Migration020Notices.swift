extension RecordMigrations {
    /// Where notices go, and that they went; never what they said.
    static let migration020Notices = Migration(
        "020 notices",
        sql: """
            CREATE TABLE notice_address (
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                address TEXT NOT NULL,
                PRIMARY KEY (council, user),
                FOREIGN KEY (council, user) REFERENCES user (council, id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE notice_sending (
                council TEXT NOT NULL,
                number INTEGER NOT NULL,
                user TEXT NOT NULL,
                kind TEXT NOT NULL,
                about TEXT NOT NULL,
                begun INTEGER NOT NULL,
                outcome TEXT,
                reply INTEGER,
                ended INTEGER,
                PRIMARY KEY (council, number)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX notice_sending_user ON notice_sending (council, user, number);
            CREATE UNIQUE INDEX notice_sending_once ON notice_sending (council, user, kind, about)
                WHERE outcome IS NULL OR outcome IN ('accepted', 'unknown');

            CREATE TRIGGER notice_sending_is_never_deleted BEFORE DELETE ON notice_sending
            BEGIN
                SELECT RAISE(ABORT, 'that a notice was sent is never deleted');
            END;

            CREATE TRIGGER notice_sending_ends_once BEFORE UPDATE ON notice_sending WHEN old.outcome IS NOT NULL
            BEGIN
                SELECT RAISE(ABORT, 'what became of a notice is said once');
            END;
            """)
}
