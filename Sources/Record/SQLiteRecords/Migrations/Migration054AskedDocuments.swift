extension RecordMigrations {
    /// Finds the files inspectors were given, for a check of all bytes; and, without opening anybody, who belongs with a child of
    /// whom something is withheld.
    static let migration054AskedDocuments = Migration(
        "054 asked documents",
        sql: """
            CREATE INDEX entry_inspection_request ON entry (council, seq) WHERE kind = 'inspection-request';
            CREATE INDEX mention_subject ON mention (council, subject);
            """)
}
