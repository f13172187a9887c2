/// Text in a page, always escaped.
public struct HTMLText: HTML {
    @usableFromInline let text: String

    @inlinable
    public init(_ text: String) {
        self.text = text
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        buffer.writeEscaped(text)
    }
}

/// Markup written as it stands, fixed when the program was compiled.
///
/// It takes a `StaticString` on purpose: nothing that was typed, loaded or stored can become one.
public struct HTMLRaw: HTML {
    @usableFromInline let markup: StaticString

    @inlinable
    public init(_ markup: StaticString) {
        self.markup = markup
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        buffer.write(markup)
    }
}
