extension RecordMigrations {
    /// Finds of whom something is withheld without walking the chain: what people write of nobody must not tell it.
    static let migration052Withheld = Migration(
        "052 withheld",
        sql: "CREATE INDEX entry_withheld ON entry (council, subject) WHERE kind = 'withheld-fact';")
}
