extension RecordMigrations {
    /// What is derived from entries, child by child. `over_on` is 2147483647 for what is not over.
    static let migration003Derived = Migration(
        "003 derived",
        sql: """
            CREATE TABLE child (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                source TEXT NOT NULL,
                name TEXT,
                born INTEGER,
                expected INTEGER,
                died INTEGER,
                sex TEXT,
                ethnicity TEXT,
                statuses TEXT NOT NULL,
                holders TEXT NOT NULL,
                not_checked TEXT NOT NULL,
                names TEXT NOT NULL,
                keys TEXT NOT NULL,
                reads TEXT NOT NULL,
                evaluated_under INTEGER NOT NULL,
                changes_on INTEGER,
                PRIMARY KEY (council, child)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX child_evaluated ON child (council, source, evaluated_under);
            CREATE INDEX child_changes ON child (council, changes_on) WHERE changes_on IS NOT NULL;

            CREATE TABLE concern (
                council TEXT NOT NULL,
                child TEXT NOT NULL,
                number INTEGER NOT NULL,
                code TEXT NOT NULL,
                limb TEXT NOT NULL,
                kind INTEGER NOT NULL,
                about_kind TEXT NOT NULL,
                about_on INTEGER NOT NULL,
                about_id TEXT NOT NULL,
                clock_start INTEGER NOT NULL,
                due INTEGER,
                onset INTEGER NOT NULL,
                cleared_on INTEGER,
                ended_on INTEGER,
                ending TEXT,
                over_on INTEGER NOT NULL,
                level INTEGER NOT NULL,
                raised_from INTEGER,
                standard TEXT,
                evidence TEXT NOT NULL,
                numbers TEXT NOT NULL,
                in_today INTEGER NOT NULL,
                gone INTEGER NOT NULL,
                harm INTEGER NOT NULL,
                PRIMARY KEY (council, child, number)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX concern_over ON concern (council, over_on, onset);
            CREATE INDEX concern_onset ON concern (council, onset);

            CREATE TABLE reads (
                council TEXT NOT NULL,
                subject TEXT NOT NULL,
                child TEXT NOT NULL,
                PRIMARY KEY (council, subject, child)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE search_key (
                council TEXT NOT NULL,
                key TEXT NOT NULL,
                child TEXT NOT NULL,
                PRIMARY KEY (council, key, child)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE name_part (
                council TEXT NOT NULL,
                part TEXT NOT NULL,
                sound TEXT NOT NULL,
                uses INTEGER NOT NULL,
                PRIMARY KEY (council, part)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX name_part_sound ON name_part (council, sound);

            CREATE TABLE name_slip (
                council TEXT NOT NULL,
                slip TEXT NOT NULL,
                part TEXT NOT NULL,
                PRIMARY KEY (council, slip, part)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE not_checked (
                council TEXT NOT NULL,
                code TEXT NOT NULL,
                limb TEXT NOT NULL,
                because TEXT NOT NULL,
                children INTEGER NOT NULL,
                PRIMARY KEY (council, code, limb, because)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE daily_change (
                council TEXT NOT NULL,
                heading TEXT NOT NULL,
                day INTEGER NOT NULL,
                change INTEGER NOT NULL,
                PRIMARY KEY (council, heading, day)
            ) STRICT, WITHOUT ROWID;
            """)
}
