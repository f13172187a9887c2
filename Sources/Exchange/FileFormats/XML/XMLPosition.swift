/// A place in an XML file, both counted from 1.
package struct XMLPosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    @inlinable
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
