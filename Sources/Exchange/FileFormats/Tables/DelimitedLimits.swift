/// How much a table of delimited text may ask of the program.
package struct DelimitedLimits: Sendable {
    /// Bytes in one row. A quote that is never closed would otherwise take in the rest of the file.
    package let rowBytes: Int

    package init(rowBytes: Int = 4 << 20) { self.rowBytes = rowBytes }
}
