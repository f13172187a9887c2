import Diagnostics
import FileFormats

/// Which file of a folder is which table.
struct DatasetFiles {
    /// By the table's place in `DatasetTables.layouts`.
    private(set) var tables: [Int: TableFile] = [:]
    private(set) var notRead: [String] = []

    init(_ folder: TableFolder, report: (Diagnostic) -> Void) {
        for table in folder.tables {
            let name = DatasetTables.name(ofFile: table.name)
            let place = SourceLocation(file: table.file)
            guard let number = DatasetTables.number(of: name) else {
                notRead.append(table.file)
                if !DatasetTables.notRead.contains(name) {
                    report(
                        Diagnostic(
                            .warning, "table-unknown",
                            "The file is not named after a table of the dataset: it is not read.",
                            at: place))
                }
                continue
            }
            if tables[number] == nil {
                tables[number] = table
            } else {
                notRead.append(table.file)
                report(
                    Diagnostic(
                        .error, "table-repeated", "Another file holds the same table: this one is not read.",
                        at: place))
            }
        }
    }
}
