import HTML

/// A table that becomes a stack of labelled lines on a narrow screen.
///
/// Roles are written out because a table laid out as blocks is no longer read aloud as a table everywhere.
struct DataTable<Rows: HTML>: HTML {
    private let words: String
    private let columns: [Column]
    private let isCompact: Bool
    private let rows: Rows

    /// A compact table is narrow enough to stay a table on any screen.
    init(caption: String, columns: [Column], isCompact: Bool = false, @HTMLBuilder rows: () -> Rows) {
        words = caption
        self.columns = columns
        self.isCompact = isCompact
        self.rows = rows()
    }

    var body: some HTML {
        table(.role("table")) {
            caption { words }
            thead(.role("rowgroup")) {
                tr(.role("row")) {
                    for column in columns {
                        th(.scope(.col), .role("columnheader")) { column.words }
                            .attributes(.class("number"), when: column.isNumber)
                    }
                }
            }
            tbody(.role("rowgroup")) { rows }
        }
        .attributes(.class("compact"), when: isCompact)
    }
}

/// The head of a column.
struct Column: ExpressibleByStringLiteral {
    let words: String
    var isNumber = false

    init(stringLiteral words: String) {
        self.words = words
    }

    static func number(_ words: String) -> Column {
        var column = Column(stringLiteral: words)
        column.isNumber = true
        return column
    }
}

struct TableRow<Cells: HTML>: HTML {
    private let cells: Cells

    init(@HTMLBuilder cells: () -> Cells) {
        self.cells = cells()
    }

    var body: some HTML {
        tr(.role("row")) { cells }
    }
}

/// The cell a row is known by.
struct HeadCell<Content: HTML>: HTML {
    private let column: String
    private let content: Content

    init(_ column: String, @HTMLBuilder content: () -> Content) {
        self.column = column
        self.content = content()
    }

    var body: some HTML {
        th(.scope(.row), .role("rowheader"), .data("label", column)) { content }
    }
}

/// A cell, which carries the words of its column for when the table is stacked.
struct Cell<Content: HTML>: HTML {
    private let column: String
    private let isNumber: Bool
    private let content: Content

    init(_ column: String, isNumber: Bool = false, @HTMLBuilder content: () -> Content) {
        self.column = column
        self.isNumber = isNumber
        self.content = content()
    }

    var body: some HTML {
        td(.role("cell"), .data("label", column)) { span { content } }
            .attributes(.class("number"), when: isNumber)
    }
}
