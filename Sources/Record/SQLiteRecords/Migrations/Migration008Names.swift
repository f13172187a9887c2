extension RecordMigrations {
    /// A child's names stand beside each key the child is found by: a search for two names reads them for thousands of
    /// children, in the order of the key, and need not go to each child's own row.
    static let migration008Names = Migration(
        "008 names beside keys",
        sql: """
            ALTER TABLE search_key ADD COLUMN names TEXT NOT NULL DEFAULT '';
            UPDATE search_key SET names = (
                SELECT child.names FROM child
                WHERE child.council = search_key.council AND child.child = search_key.child);
            """)
}
