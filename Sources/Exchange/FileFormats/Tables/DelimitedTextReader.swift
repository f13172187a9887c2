import Diagnostics

/// Reads a table of delimited text (CSV) once, forwards, in bounded memory, and hands over its rows.
///
/// Whatever is wrong with a row is reported and the row is handed over with what it has, so that nothing is lost
/// without a word. Blank lines are counted and passed over.
package final class DelimitedTextReader {
    package let header: DelimitedHeader
    package let delimiter: UInt8

    private let file: String
    private let report: (Diagnostic) -> Void
    private var records: DelimitedRecords
    private var isEncodingReported = false

    /// Reads the header. `file` is the file's name without folders, for diagnostics.
    package init(
        _ source: any ByteSource, file: String, limits: DelimitedLimits = DelimitedLimits(), chunkSize: Int = 1 << 18,
        report: @escaping (Diagnostic) -> Void
    ) throws(FileFailure) {
        self.file = file
        self.report = report
        var window = ByteWindow(source, chunkSize: chunkSize)
        delimiter = try DelimitedOpening.delimiter(&window)
        records = DelimitedRecords(window, delimiter: delimiter, limits: limits)
        var names: [String] = []
        var problems = RowProblems()
        while names.allSatisfy(\.isEmpty) {
            guard let record = try records.next() else {
                throw FileFailure(.tableEmpty, "The table has no header: it is empty.")
            }
            problems = RowProblems(record, in: &records)
            names = records.withRow(record, width: 0) { row in (0..<row.count).map { row.text($0) ?? "" } }
        }
        header = DelimitedHeader(names)
        tell(problems)
        tellRepeatedColumns()
    }

    /// Bytes taken from the file so far.
    package var byteCount: Int { records.window.byteCount }

    /// Records met so far, the header and blank lines among them.
    package var recordCount: Int { records.count }

    /// Hands over each row that is not blank. The row's bytes are valid only inside `body`.
    package func forEachRow(_ body: (borrowing DelimitedRow) throws -> Void) throws {
        while let record = try records.next() {
            if records.isBlank(record) { continue }
            let problems = RowProblems(record, in: &records)
            if problems.isAny { tell(problems) }
            try records.withRow(record, width: header.count) { row in
                if !row.hasRightWidth { tellWidth(row) }
                try body(row)
            }
        }
    }

    /// What a record's punctuation and letters have wrong.
    private struct RowProblems {
        var isQuoteOpen = false
        var isQuoteMisplaced = false
        var isReencoded = false

        init() {}

        init(_ record: DelimitedRecords.Record, in records: inout DelimitedRecords) {
            isQuoteOpen = record.isQuoteOpen
            isQuoteMisplaced = records.scanner.hasMisplacedQuote
            isReencoded = records.mendEncoding(record)
        }

        var isAny: Bool { isQuoteOpen || isQuoteMisplaced || isReencoded }
    }

    private func tell(_ problems: RowProblems) {
        if problems.isQuoteOpen {
            tell(.error, "quote-not-closed", "A quotation mark is opened in this row and never closed.")
        }
        if problems.isQuoteMisplaced {
            tell(.warning, "quote-misplaced", "Text follows a closing quotation mark in this row.")
        }
        if problems.isReencoded, !isEncodingReported {
            isEncodingReported = true
            tell(.warning, "text-not-utf8", "From this row on, rows that are not UTF-8 are read as Windows-1252.")
        }
    }

    private func tellWidth(_ row: borrowing DelimitedRow) {
        tell(.error, "row-wrong-width", "This row has \(row.count) cells where the header has \(header.count).")
    }

    private func tellRepeatedColumns() {
        for index in header.repeated {
            let place = SourceLocation(
                file: file, line: records.count, column: index + 1, field: header.names[index])
            let message = "Another column before this one has the same name: this one is not used."
            report(Diagnostic(.warning, "column-repeated", message, at: place))
        }
    }

    private func tell(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
        report(Diagnostic(severity, code, message, at: SourceLocation(file: file, line: records.count)))
    }
}
