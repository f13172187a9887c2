extension RecordMigrations {
    /// One-time codes, links to choose a password, who must give codes, and the log of what was done to accounts.
    static let migration009SigningIn = Migration(
        "009 signing in",
        sql: """
            ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT 'password';

            CREATE TABLE second_factor (
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                sealed BLOB NOT NULL,
                confirmed INTEGER,
                last_step INTEGER NOT NULL,
                PRIMARY KEY (council, user),
                FOREIGN KEY (council, user) REFERENCES user (council, id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE recovery_code (
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                digest BLOB NOT NULL,
                used INTEGER,
                PRIMARY KEY (council, user, digest),
                FOREIGN KEY (council, user) REFERENCES second_factor (council, user) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE password_link (
                council TEXT NOT NULL,
                user TEXT NOT NULL,
                digest BLOB NOT NULL UNIQUE,
                expires INTEGER NOT NULL,
                PRIMARY KEY (council, user),
                FOREIGN KEY (council, user) REFERENCES user (council, id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE code_needed (
                council TEXT NOT NULL REFERENCES council(code),
                role TEXT NOT NULL,
                PRIMARY KEY (council, role)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE refused_sign_ins (
                council TEXT NOT NULL PRIMARY KEY,
                number INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE account_change (
                council TEXT NOT NULL,
                seq INTEGER NOT NULL,
                at INTEGER NOT NULL,
                by TEXT NOT NULL,
                account TEXT NOT NULL,
                what TEXT NOT NULL,
                detail TEXT NOT NULL,
                hash BLOB NOT NULL,
                PRIMARY KEY (council, seq)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX account_change_account ON account_change (council, account, seq);

            CREATE TRIGGER account_change_is_never_deleted BEFORE DELETE ON account_change
            BEGIN
                SELECT RAISE(ABORT, 'a change of an account is never deleted');
            END;

            CREATE TRIGGER account_change_is_never_changed BEFORE UPDATE ON account_change
            BEGIN
                SELECT RAISE(ABORT, 'a change of an account is never changed');
            END;
            """)
}
