extension RecordMigrations {
    /// Entries: appended and never changed, but for an erasure, which takes away text and salt together.
    static let migration001Entries = Migration(
        "001 entries",
        sql: """
            CREATE TABLE council (
                code TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE entry (
                council TEXT NOT NULL REFERENCES council(code),
                seq INTEGER NOT NULL,
                id TEXT NOT NULL,
                subject TEXT NOT NULL,
                kind TEXT NOT NULL,
                version INTEGER NOT NULL,
                happened INTEGER,
                recorded INTEGER NOT NULL,
                by TEXT NOT NULL,
                corrects INTEGER,
                occasion TEXT,
                body BLOB,
                salt BLOB,
                body_digest BLOB NOT NULL,
                previous BLOB NOT NULL,
                hash BLOB NOT NULL,
                PRIMARY KEY (council, seq)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX entry_subject ON entry (council, subject);

            CREATE TABLE mention (
                council TEXT NOT NULL,
                mentioned TEXT NOT NULL,
                subject TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY (council, mentioned, subject, seq)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
            BEGIN
                SELECT RAISE(ABORT, 'an entry is never deleted');
            END;

            CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
            WHEN NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
                OR NEW.council IS NOT OLD.council OR NEW.seq IS NOT OLD.seq OR NEW.id IS NOT OLD.id
                OR NEW.subject IS NOT OLD.subject OR NEW.kind IS NOT OLD.kind OR NEW.version IS NOT OLD.version
                OR NEW.happened IS NOT OLD.happened OR NEW.recorded IS NOT OLD.recorded OR NEW.by IS NOT OLD.by
                OR NEW.corrects IS NOT OLD.corrects OR NEW.occasion IS NOT OLD.occasion
                OR NEW.body_digest IS NOT OLD.body_digest OR NEW.previous IS NOT OLD.previous
                OR NEW.hash IS NOT OLD.hash
            BEGIN
                SELECT RAISE(ABORT, 'an entry is never changed, only erased');
            END;
            """)
}
