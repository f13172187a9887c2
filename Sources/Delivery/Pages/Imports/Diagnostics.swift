import HTML

/// How much what is wrong with a row matters.
package enum DiagnosticSeverity: Sendable {
    /// The row could not be read and was kept aside.
    case rowKept
    /// The row was read, one value of it was not.
    case valueLeftOut
    case remark

    var words: String {
        switch self {
        case .rowKept: "Row kept aside"
        case .valueLeftOut: "Value left out"
        case .remark: "Worth a look"
        }
    }
}

/// How often one thing is wrong in a file.
package struct DiagnosticTally: Sendable {
    package var code: String
    package var severity: DiagnosticSeverity
    package var message: String
    package var count: Int
    package var href: String

    package init(code: String, severity: DiagnosticSeverity, message: String, count: Int, href: String) {
        self.code = code
        self.severity = severity
        self.message = message
        self.count = count
        self.href = href
    }
}

/// One thing wrong, with its place in the file.
package struct DiagnosticRow: Sendable {
    package var code: String
    package var severity: DiagnosticSeverity
    package var message: String
    package var file: String
    /// The line or row; nil where the whole file is meant.
    package var line: Int?
    package var column: String?

    package init(
        code: String, severity: DiagnosticSeverity, message: String, file: String, line: Int?,
        column: String?
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.file = file
        self.line = line
        self.column = column
    }
}

struct DiagnosticsSection: HTML {
    let page: LoadPage

    var body: some HTML {
        section(.aria("labelledby", "diagnostics")) {
            h2(.id("diagnostics")) { "What to look at in the file" }
            if page.tallies.isEmpty {
                p { "Every row was read, and nothing in them was found out of place." }
            } else {
                tallies
            }
            if let href = page.keptRowsHref {
                p { a(.href(href), .download) { "Download the rows kept aside, as they came" } }
            }
            if !page.diagnostics.isEmpty {
                h3 { "Row by row" }
                rows
                if let position = page.diagnosticsPosition {
                    PositionBar(position: position)
                }
            }
        }
    }

    private var tallies: some HTML {
        DataTable(caption: "By what is wrong", columns: ["Code", "What", "What was done", .number("Rows")]) {
            for tally in page.tallies {
                TableRow {
                    HeadCell("Code") { tally.code }
                    Cell("What") { tally.message }
                    Cell("What was done") { tally.severity.words }
                    Cell("Rows", isNumber: true) {
                        a(.href(tally.href), .class("figure")) {
                            "\(Grouped(tally.count))"
                            span(.class("read-aloud")) { " rows: \(tally.code)" }
                        }
                    }
                }
            }
        }
    }

    private var rows: some HTML {
        DataTable(caption: "In the order of the file", columns: ["Where", "What", "What was done", "Code"]) {
            for row in page.diagnostics {
                TableRow {
                    HeadCell("Where") { place(of: row) }
                    Cell("What") { row.message }
                    Cell("What was done") { row.severity.words }
                    Cell("Code") { row.code }
                }
            }
        }
    }

    private func place(of row: DiagnosticRow) -> String {
        [row.file, row.line.map { "row \(Grouped($0))" }, row.column.map { "column \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }
}
