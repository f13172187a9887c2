/// A document that leaves the program: a report, or papers for a committee. One tree, whatever it is read with.
///
/// It holds what may be published and nothing else: whoever makes one takes out what is withheld first.
package struct PublishedDocument: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        /// Levels 1 to 3, below the title.
        case heading(level: Int, String)
        case paragraph(String)
        case list([String], isNumbered: Bool)
        case table(Table)
        case figure(Figure)
        /// Drawn where drawings can be shown; its table stands below it everywhere.
        case chart(Chart)
    }

    package struct Chart: Hashable, Sendable {
        /// A whole drawing that fetches nothing.
        package var svg: [UInt8]
        /// What it shows, for whoever does not see it.
        package var alternative: String
        /// The same numbers, for what draws for itself.
        package var plot: PublishedPlot
        package var table: Table

        package init(svg: [UInt8], alternative: String, plot: PublishedPlot, table: Table) {
            precondition(!alternative.isEmpty, "A chart says what it shows.")
            self.svg = svg
            self.alternative = alternative
            self.plot = plot
            self.table = table
        }
    }

    package struct Table: Hashable, Sendable {
        package var caption: String
        package var columns: [String]
        /// As many cells as columns; the first is what the row is known by.
        package var rows: [[String]]

        package init(caption: String, columns: [String], rows: [[String]]) {
            precondition(rows.allSatisfy { $0.count == columns.count }, "A row has a cell for each column.")
            self.caption = caption
            self.columns = columns
            self.rows = rows
        }
    }

    package struct Figure: Hashable, Sendable {
        /// A PNG image.
        package var image: [UInt8]
        /// In points, of which 72 are an inch.
        package var width: Int
        package var height: Int
        /// What it shows, for whoever does not see it.
        package var alternative: String
        package var caption: String

        package init(image: [UInt8], width: Int, height: Int, alternative: String, caption: String) {
            precondition(!alternative.isEmpty, "A figure says what it shows.")
            self.image = image
            self.width = width
            self.height = height
            self.alternative = alternative
            self.caption = caption
        }
    }

    package var title: String
    package var blocks: [Block]

    package init(title: String, blocks: [Block] = []) {
        self.title = title
        self.blocks = blocks
    }
}
