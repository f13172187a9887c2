/// How much an XML file may ask of the program before it is refused.
package struct XMLLimits: Sendable {
    /// Elements inside elements. The deepest census element is the sixth.
    package let depth: Int
    /// Bytes in one element's text.
    package let textBytes: Int

    package init(depth: Int = 64, textBytes: Int = 65_536) {
        self.depth = depth
        self.textBytes = textBytes
    }
}
