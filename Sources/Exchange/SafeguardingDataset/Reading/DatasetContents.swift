import ChildJourney
import WorkingDays

/// What an extract was found to hold, and so what it can tell.
package struct DatasetContents: Sendable, Hashable {
    package struct Table: Sendable, Hashable {
        /// `ssd_person`.
        package let name: String
        /// The file's name without folders.
        package let file: String
        package let rowCount: Int
        /// Rows kept raw because they cannot be used.
        package let unreadableRowCount: Int
        /// Columns that would be read, and that the file lacks.
        package let missingColumns: [String]
        /// Columns that are there, and say nothing in any row.
        package let emptyColumns: [String]
        /// False when reading broke off, or needed columns are missing.
        package let isWhole: Bool

        /// A header and nothing else, or no row that could be used.
        package var isEmpty: Bool { rowCount == unreadableRowCount }
    }

    /// In the order of the dataset.
    package let tables: [Table]
    /// Tables that would be read, and that were not supplied.
    package let missingTables: [String]
    /// Files that were supplied and are not read: tables that say nothing a journey holds, and what is not a table.
    package let filesNotRead: [String]
    /// The facts that some table tells.
    package let told: Set<CoveredFact>

    /// What the extract covers, taken on a day. It is complete from the beginning for every fact it tells: an extract
    /// holds whole tables and not a year's worth.
    package func cover(until day: Day) -> Cover {
        Cover(
            source: "the Standard Safeguarding Dataset extract",
            extents: Dictionary(uniqueKeysWithValues: told.map { ($0, Cover.Extent()) }), until: day)
    }
}

extension DatasetContents {
    init(_ results: [TableReading.Result], filesNotRead: [String]) {
        let supplied = Set(results.map(\.number))
        tables = results.map(Table.init)
        missingTables = DatasetTables.layouts.enumerated()
            .filter { !supplied.contains($0.offset) }.map { "ssd_" + $0.element.name }
        self.filesNotRead = filesNotRead
        told = Set(results.flatMap(Self.facts))
    }

    /// An empty table tells nothing: most often it was never filled, and "no visits" would be taken from silence.
    private static func facts(_ result: TableReading.Result) -> [CoveredFact] {
        guard result.isWhole, result.usedRowCount > 0 else { return [] }
        let layout = DatasetTables.layouts[result.number]
        let saying = Set(layout.columns.indices.filter { result.says[$0] }.map { layout.columns[$0].name })
        return layout.tells.filter { $0.columns.isEmpty || $0.columns.contains(where: saying.contains) }.map(\.fact)
    }
}

extension DatasetContents.Table {
    init(_ result: TableReading.Result) {
        let layout = DatasetTables.layouts[result.number]
        name = "ssd_" + layout.name
        file = result.file
        rowCount = result.rowCount
        unreadableRowCount = result.rowCount - result.usedRowCount
        missingColumns = result.missingColumns
        let missing = Set(result.missingColumns)
        emptyColumns = layout.columns.indices.filter { index in
            let column = layout.columns[index]
            return column.isField && !missing.contains(column.name) && !(result.says.isEmpty || result.says[index])
        }.map { layout.columns[$0].name }
        isWhole = result.isWhole
    }
}
