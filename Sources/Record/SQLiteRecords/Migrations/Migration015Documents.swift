extension RecordMigrations {
    /// The bytes of documents, each kept once for a council, and a way to find the entries that name them.
    static let migration015Documents = Migration(
        "015 documents",
        sql: """
            CREATE TABLE document_bytes (
                council TEXT NOT NULL REFERENCES council(code),
                hash TEXT NOT NULL,
                bytes BLOB NOT NULL,
                PRIMARY KEY (council, hash)
            ) STRICT;
            CREATE INDEX entry_document ON entry (council, seq) WHERE kind = 'document';
            """)
}
