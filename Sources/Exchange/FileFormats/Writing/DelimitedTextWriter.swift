/// Writes a table as RFC 4180 text, cell by cell: a header, then rows of the same width.
package final class DelimitedTextWriter {
    private let output: ByteWriter
    private let delimiter: UInt8
    private let width: Int
    private var column = 0
    /// Rows ended so far, the header among them.
    package private(set) var rowCount = 0

    package init(_ output: ByteWriter, header: [String], delimiter: Unicode.Scalar = ",") {
        self.output = output
        self.delimiter = UInt8(ascii: delimiter)
        width = header.count
        for name in header { cell(name) }
        endRow()
    }

    package convenience init(
        path: String, header: [String], delimiter: Unicode.Scalar = ","
    ) throws(FileFailure) {
        self.init(try ByteWriter(path: path), header: header, delimiter: delimiter)
    }

    package func cell(_ text: String?) {
        startCell()
        guard var text else { return }
        text.withUTF8 { bytes in
            if bytes.contains(where: needsQuotes) { appendQuoted(bytes) } else { output.append(bytes) }
        }
    }

    package func cell(_ number: Int?) {
        startCell()
        if let number { output.append(number) }
    }

    /// `Y`, `N` or nothing.
    package func cell(_ flag: Bool?) {
        startCell()
        if let flag { output.append(UInt8(ascii: flag ? "Y" : "N")) }
    }

    /// A day as `2025-03-31`.
    package func cell(year: Int, month: Int, day: Int) {
        startCell()
        output.append(year: year, month: month, day: day)
    }

    /// A day as databases write one, `2025-03-31 14:05:59.000`.
    package func cell(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0) {
        startCell()
        output.append(year: year, month: month, day: day)
        output.append(UInt8(ascii: " "))
        output.append(hour: hour, minute: minute, second: second)
        output.append(".000")
    }

    package func emptyCell() { startCell() }

    package func endRow() {
        precondition(column == width, "A row must have as many cells as the header.")
        output.append("\r\n")
        column = 0
        rowCount += 1
    }

    package func finish() throws(FileFailure) {
        precondition(column == 0, "The last row was not ended.")
        try output.finish()
    }

    private func startCell() {
        if column > 0 { output.append(delimiter) }
        column += 1
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }

    private func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        output.append(UInt8(ascii: "\""))
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }
}
