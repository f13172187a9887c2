extension RecordMigrations {
    /// Finds whom an inspection lets in without walking the chain: asked with every request of an inspector.
    static let migration034Inspectors = Migration(
        "034 inspectors",
        sql: """
            CREATE INDEX entry_inspector_access ON entry (council, subject) WHERE kind = 'inspector-access';
            """)
}
