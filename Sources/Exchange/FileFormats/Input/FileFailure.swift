import Diagnostics

/// Why an outside file could not be used at all: one plain sentence and, where known, the place.
package struct FileFailure: Error, Hashable, Sendable {
    package let code: Code
    /// Written for the person who has to mend the file. It never quotes the file's content.
    package let message: String
    /// Line or row from 1; 0 when not known.
    package let line: Int
    package let column: Int

    package init(_ code: Code, _ message: String, line: Int = 0, column: Int = 0) {
        self.code = code
        self.message = message
        self.line = line
        self.column = column
    }

    package func diagnostic(file: String) -> Diagnostic {
        Diagnostic(.fatal, code.rawValue, message, at: SourceLocation(file: file, line: line, column: column))
    }

    /// Stable across releases.
    package enum Code: String, Sendable, CaseIterable {
        case fileNotFound = "file-not-found"
        case fileUnreadable = "file-unreadable"
        case fileUnwritable = "file-unwritable"
        case xmlEmpty = "xml-empty"
        case xmlNotXML = "xml-not-xml"
        case xmlNotWellFormed = "xml-not-well-formed"
        case xmlCutOff = "xml-cut-off"
        case xmlWrongEncoding = "xml-wrong-encoding"
        case xmlEntityDeclared = "xml-entity-declared"
        case xmlTooDeep = "xml-too-deep"
        case xmlTextTooLong = "xml-text-too-long"
        case tableEmpty = "table-empty"
        case tableNotText = "table-not-text"
        case rowTooLong = "row-too-long"
        case zipUnreadable = "zip-unreadable"
        case zipTooLarge = "zip-too-large"
    }
}
