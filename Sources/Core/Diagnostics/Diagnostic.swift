/// One thing that is wrong with data from outside: where it is, what rule it breaks, and what was done about it.
///
/// A diagnostic never carries a child's name, address or narrative. `value` holds the offending text only when it is a
/// code or a date (at most 40 characters), because the person mending the file has to find it again.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable, Codable, CaseIterable {
        /// The file could not be used at all.
        case fatal
        /// The value or row could not be used; the rest of the file was.
        case error
        /// The value was used, and looks wrong.
        case warning
    }

    package let severity: Severity
    /// Stable across releases, such as `date-malformed`.
    package let code: String
    package let message: String
    package let location: SourceLocation
    package let value: String?

    package init(
        _ severity: Severity, _ code: String, _ message: String, at location: SourceLocation, value: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.value = value.map { String($0.prefix(40)) }
    }
}

/// An address inside an outside file. Rows, lines and columns count from 1; 0 means "not known".
package struct SourceLocation: Hashable, Sendable {
    /// The file's name without its folders.
    package let file: String
    /// The line of an XML file, or the row of a table (its header is row 1).
    package let line: Int
    /// The column of an XML file, or the ordinal of a table's column.
    package let column: Int
    /// The element or column header, when there is one.
    package let field: String

    package init(file: String, line: Int = 0, column: Int = 0, field: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
    }
}
