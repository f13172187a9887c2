/// One row of a table of delimited text, valid only while it is handed over: it cannot be copied, so it cannot be kept.
package struct DelimitedRow: ~Copyable {
    /// Counts records from 1, the header and blank lines among them.
    package let number: Int
    /// Cells in this row, which may be fewer or more than the header has.
    package let count: Int
    /// Cells in the header.
    package let width: Int
    /// The row as read, without its line break and in the file's own encoding: for keeping what cannot be understood.
    package let raw: UnsafeBufferPointer<UInt8>

    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let mended: UnsafePointer<UInt8>
    @usableFromInline let cells: UnsafePointer<DelimitedCell>

    /// Spreadsheets end rows with delimiters of their own, so blank cells beyond the header's do no harm.
    package var hasRightWidth: Bool {
        count == width || (count > width && (width..<count).allSatisfy { bytes($0).isEmpty })
    }

    /// A cell as trimmed UTF-8; empty when the row has no such cell.
    @inlinable
    package func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let cell = cells[index]
        let source = cell.isMended ? mended : base
        var start = cell.start
        var end = cell.end
        while start < end, isDelimitedBlank(source[start]) { start += 1 }
        while end > start, isDelimitedBlank(source[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(start: source + start, count: end - start)
    }

    /// A cell's text; nil when it is blank or absent.
    @inlinable
    package func text(_ index: Int) -> String? {
        let bytes = bytes(index)
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    @inlinable
    package func isBlank(_ index: Int) -> Bool { bytes(index).isEmpty }
}

@inlinable
func isDelimitedBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
