import HTML

/// Numbers in rows, each a link to the children it counts.
package struct NumberTable: Sendable {
    /// "Children, by kind of concern".
    package var caption: String
    /// The head of the first column: "Kind".
    package var rowHead: String
    /// The heads of the others: "Children now", "A year ago".
    package var columns: [String]
    package var rows: [NumberRow]
    /// Without names, as a file.
    package var csvHref: String?

    package init(
        caption: String, rowHead: String, columns: [String], rows: [NumberRow], csvHref: String? = nil
    ) {
        self.caption = caption
        self.rowHead = rowHead
        self.columns = columns
        self.rows = rows
        self.csvHref = csvHref
    }
}

/// One row of numbers, as many as the table has columns.
package struct NumberRow: Sendable {
    package var name: String
    package var kind: KindIcon?
    package var figures: [Figure]

    package init(name: String, kind: KindIcon? = nil, figures: [Figure]) {
        self.name = name
        self.kind = kind
        self.figures = figures
    }
}

struct NumberTableView: HTML {
    let numbers: NumberTable

    var body: some HTML {
        DataTable(caption: numbers.caption, columns: heads, isCompact: numbers.columns.count <= 2) {
            for row in numbers.rows {
                TableRow {
                    HeadCell(numbers.rowHead) {
                        if let kind = row.kind {
                            KindMark(kind: kind)
                        }
                        row.name
                    }
                    for (column, figure) in zip(numbers.columns, row.figures) {
                        Cell(column, isNumber: true) {
                            FigureView(figure: figure, counted: "\(row.name), \(column)")
                        }
                    }
                }
            }
        }
        if let href = numbers.csvHref {
            p(.class("take")) {
                a(.href(href)) {
                    "Download as CSV"
                    span(.class("read-aloud")) { ": \(numbers.caption)" }
                }
            }
        }
    }

    private var heads: [Column] {
        [Column(stringLiteral: numbers.rowHead)] + numbers.columns.map(Column.number)
    }
}
