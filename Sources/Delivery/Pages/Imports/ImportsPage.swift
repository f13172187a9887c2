import HTML

/// Imports: what has been loaded, and the way to load more.
package struct ImportsPage: Page {
    package var loads: [LoadLine]
    package var position: ListPosition
    /// Nil for readers who may look and not load.
    package var upload: UploadForm?

    package init(loads: [LoadLine], position: ListPosition, upload: UploadForm? = nil) {
        self.loads = loads
        self.position = position
        self.upload = upload
    }

    package var title: String { upload?.error == nil ? "Imports" : "Error: Imports" }
    package var section: MainSection? { .imports }

    package func content(in frame: Frame) -> some HTML {
        ImportsView(page: self)
    }
}

/// Takes a file to load.
package struct UploadForm: Sendable {
    package var csrfToken: String
    package var action: String
    /// ".xml,.csv,.xlsx,.zip".
    package var accepts: String
    /// "A census (XML), an Annex A workbook or the tables of a Standard Safeguarding Dataset, zipped".
    package var hint: String
    package var error: String?

    package init(
        csrfToken: String, action: String = "/imports", accepts: String, hint: String,
        error: String? = nil
    ) {
        self.csrfToken = csrfToken
        self.action = action
        self.accepts = accepts
        self.hint = hint
        self.error = error
    }
}
