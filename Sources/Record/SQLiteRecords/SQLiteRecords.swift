// SQLiteRecords: see docs/architecture.md.
