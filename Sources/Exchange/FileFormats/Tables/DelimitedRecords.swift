/// The records of a table one after another, with the bytes of the latest kept in memory.
struct DelimitedRecords: ~Copyable {
    private let limits: DelimitedLimits
    private(set) var window: ByteWindow
    private(set) var scanner: DelimitedScanner
    /// Records met so far: the number of the latest.
    private(set) var count = 0
    /// Up to this byte of the file a line break ends a record even inside quotes: a quote there was never closed.
    private var distrustsQuotesUntil = 0

    struct Record {
        let start: Int
        let end: Int
        /// A quotation mark was opened and not closed; the record was ended at its first line break.
        let isQuoteOpen: Bool
    }

    init(_ window: consuming ByteWindow, delimiter: UInt8, limits: DelimitedLimits) {
        self.limits = limits
        self.window = window
        scanner = DelimitedScanner(delimiter: delimiter)
    }

    /// The next record; nil after the last.
    mutating func next() throws(FileFailure) -> Record? {
        while true {
            if window.start == window.end, window.isLast { return nil }
            let endsAtLineBreak = distrustsQuotes
            let span = DelimitedScanner.Span(
                base: window.base, end: window.end, isLast: window.isLast, endsAtLineBreak: endsAtLineBreak)
            switch scanner.scan(span, from: window.start) {
            case .record(let end, let next):
                return take(end: end, next: next, isQuoteOpen: false)
            case .quoteOpen(let end, let next) where endsAtLineBreak:
                return take(end: end, next: next, isQuoteOpen: true)
            case .quoteOpen:
                distrustsQuotesUntil = window.byteCount
            case .incomplete:
                try readOn()
            }
        }
    }

    func bytes(_ record: Record) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: window.base + record.start, count: record.end - record.start)
    }

    /// A line without text. One empty cell in a table of one column looks the same.
    func isBlank(_ record: Record) -> Bool { scanner.count == 1 && bytes(record).allSatisfy(isDelimitedBlank) }

    /// Makes the latest record's cells UTF-8 if they are not. True when they had to be changed.
    mutating func mendEncoding(_ record: Record) -> Bool {
        guard !window.isASCII, !TextEncodingCheck.isUTF8(bytes(record)) else { return false }
        scanner.mendEncoding(window.base)
        return true
    }

    /// The latest record as a row of a table `width` columns wide.
    borrowing func withRow<Result>(
        _ record: Record, width: Int, _ body: (borrowing DelimitedRow) throws -> Result
    ) rethrows -> Result {
        try scanner.mended.withUnsafeBufferPointer { mended in
            try body(
                DelimitedRow(
                    number: count, count: scanner.count, width: width, raw: bytes(record),
                    base: UnsafePointer(window.base), mended: mended.baseAddress ?? UnsafePointer(window.base),
                    cells: UnsafePointer(scanner.cells)))
        }
    }

    private var distrustsQuotes: Bool { window.dropped + window.start < distrustsQuotesUntil }

    private mutating func readOn() throws(FileFailure) {
        guard window.end - window.start > limits.rowBytes else { return try window.fill() }
        // Either a quote was opened and not closed, and the lines after it may be sound, or this is no table.
        guard !distrustsQuotes else {
            throw FileFailure(.rowTooLong, "One row is longer than any row should be.", line: count + 1)
        }
        distrustsQuotesUntil = window.byteCount
    }

    private mutating func take(end: Int, next: Int, isQuoteOpen: Bool) -> Record {
        let record = Record(start: window.start, end: end, isQuoteOpen: isQuoteOpen)
        window.start = next
        count += 1
        return record
    }
}
