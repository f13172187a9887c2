/// How much a zip may unpack to before it is taken for an attack.
package struct UnpackLimits: Sendable {
    /// Of all that is read from the zip, together.
    package let totalBytes: Int
    /// Unpacked bytes for each packed byte, of one entry over `ratioAppliesFrom` bytes.
    package let ratio: Int
    package let ratioAppliesFrom: Int
    package let entries: Int

    package init(
        totalBytes: Int = 8 << 30, ratio: Int = 200, ratioAppliesFrom: Int = 100 << 20, entries: Int = 10_000
    ) {
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioAppliesFrom = ratioAppliesFrom
        self.entries = entries
    }
}
