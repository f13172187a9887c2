extension RecordMigrations {
    /// Accounts, sessions, restricted children and a council's own limits.
    static let migration005People = Migration(
        "005 people",
        sql: """
            CREATE TABLE user (
                council TEXT NOT NULL REFERENCES council(code),
                id TEXT NOT NULL,
                name TEXT NOT NULL,
                role TEXT NOT NULL,
                team TEXT,
                password BLOB,
                active INTEGER NOT NULL,
                failed_attempts INTEGER NOT NULL,
                locked_until INTEGER,
                PRIMARY KEY (council, id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE session (
                token_digest BLOB NOT NULL PRIMARY KEY,
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                form_token TEXT NOT NULL,
                created INTEGER NOT NULL,
                expires INTEGER NOT NULL,
                FOREIGN KEY (council, user) REFERENCES user (council, id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX session_user ON session (council, user);

            CREATE TABLE restricted_child (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (council, child)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE need_to_know (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                user TEXT NOT NULL,
                PRIMARY KEY (council, child, user),
                FOREIGN KEY (council, child) REFERENCES restricted_child (council, child) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE council_limit (
                council TEXT NOT NULL REFERENCES council(code),
                id TEXT NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (council, id)
            ) STRICT, WITHOUT ROWID;
            """)
}
