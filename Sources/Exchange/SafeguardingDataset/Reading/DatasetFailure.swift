import Diagnostics
import FileFormats

/// Why an extract could not be used at all.
package enum DatasetFailure: Error, Hashable, Sendable {
    /// The folder or zip cannot be opened.
    case unreadable(FileFailure)
    /// It opens, and holds no table of the dataset.
    case noKnownTable
    /// Every table it holds lacks the columns without which no row can be used.
    case noUsableTable
    /// The program's own working files cannot be written or read back.
    case noWorkingSpace(FileFailure)

    /// `file` is the folder's or zip's name without its own folders.
    package func diagnostic(file: String) -> Diagnostic {
        let place = SourceLocation(file: file)
        switch self {
        case .unreadable(let failure), .noWorkingSpace(let failure): return failure.diagnostic(file: file)
        case .noKnownTable:
            return Diagnostic(
                .fatal, "no-known-table",
                "No file here is named after a table of the Standard Safeguarding Dataset, such as ssd_person.csv.",
                at: place)
        case .noUsableTable:
            return Diagnostic(
                .fatal, "no-usable-table",
                "No table here has the columns without which its rows cannot be used.", at: place)
        }
    }
}
