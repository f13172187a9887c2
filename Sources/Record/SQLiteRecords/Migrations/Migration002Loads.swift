extension RecordMigrations {
    /// Loads of outside files, and what the last of them said about each subject.
    static let migration002Loads = Migration(
        "002 loads",
        sql: """
            CREATE TABLE source (
                council TEXT NOT NULL REFERENCES council(code),
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                first_load_on INTEGER NOT NULL,
                PRIMARY KEY (council, name)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE load (
                council TEXT NOT NULL REFERENCES council(code),
                number INTEGER NOT NULL,
                source TEXT NOT NULL,
                state TEXT NOT NULL,
                files TEXT NOT NULL,
                cover BLOB NOT NULL,
                supplied TEXT NOT NULL,
                by TEXT NOT NULL,
                started INTEGER NOT NULL,
                finished INTEGER,
                failure TEXT,
                rolled_forward_by INTEGER,
                subjects INTEGER NOT NULL DEFAULT 0,
                added INTEGER NOT NULL DEFAULT 0,
                changed INTEGER NOT NULL DEFAULT 0,
                unchanged INTEGER NOT NULL DEFAULT 0,
                withdrawn INTEGER NOT NULL DEFAULT 0,
                erased_before INTEGER NOT NULL DEFAULT 0,
                unreadable INTEGER NOT NULL DEFAULT 0,
                PRIMARY KEY (council, number),
                FOREIGN KEY (council, source) REFERENCES source (council, name)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE load_diagnostic (
                council TEXT NOT NULL,
                load INTEGER NOT NULL,
                number INTEGER NOT NULL,
                severity TEXT NOT NULL,
                code TEXT NOT NULL,
                message TEXT NOT NULL,
                file TEXT NOT NULL,
                line INTEGER NOT NULL,
                position INTEGER NOT NULL,
                field TEXT NOT NULL,
                value TEXT,
                PRIMARY KEY (council, load, number)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE unreadable_row (
                council TEXT NOT NULL,
                load INTEGER NOT NULL,
                number INTEGER NOT NULL,
                file TEXT NOT NULL,
                line INTEGER NOT NULL,
                raw TEXT NOT NULL,
                because TEXT NOT NULL,
                PRIMARY KEY (council, load, number)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE load_subject (
                council TEXT NOT NULL,
                load INTEGER NOT NULL,
                subject TEXT NOT NULL,
                PRIMARY KEY (council, load, subject)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE missing_row (
                council TEXT NOT NULL,
                load INTEGER NOT NULL,
                subject TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY (council, load, subject, seq)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE known_rows (
                council TEXT NOT NULL,
                source TEXT NOT NULL,
                subject TEXT NOT NULL,
                digest BLOB NOT NULL,
                rows BLOB NOT NULL,
                PRIMARY KEY (council, source, subject)
            ) STRICT, WITHOUT ROWID;
            """)
}
