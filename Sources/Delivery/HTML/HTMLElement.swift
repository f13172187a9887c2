/// An element with content: `<p class="lede">…</p>`.
public struct HTMLElement<Tag: HTMLPairedTag, Content: HTML>: HTML {
    @usableFromInline var attributes: [HTMLAttribute<Tag>]
    @usableFromInline let content: Content

    @inlinable
    public init(_ attributes: HTMLAttribute<Tag>..., @HTMLBuilder content: () -> Content) {
        self.attributes = attributes
        self.content = content()
    }

    @inlinable
    public init(_ attributes: HTMLAttribute<Tag>...) where Content == EmptyHTML {
        self.attributes = attributes
        self.content = EmptyHTML()
    }

    /// The element with further attributes, when the condition holds.
    @inlinable
    public func attributes(_ further: HTMLAttribute<Tag>..., when condition: Bool = true) -> Self {
        guard condition else { return self }
        var element = self
        element.attributes += further
        return element
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        buffer.open(Tag.name, attributes)
        content.render(into: &buffer)
        buffer.close(Tag.name)
    }
}

/// An element that never has content: `<input name="q">`.
public struct HTMLVoidElement<Tag: HTMLVoidTag>: HTML {
    @usableFromInline var attributes: [HTMLAttribute<Tag>]

    @inlinable
    public init(_ attributes: HTMLAttribute<Tag>...) {
        self.attributes = attributes
    }

    /// The element with further attributes, when the condition holds.
    @inlinable
    public func attributes(_ further: HTMLAttribute<Tag>..., when condition: Bool = true) -> Self {
        guard condition else { return self }
        var element = self
        element.attributes += further
        return element
    }

    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        buffer.open(Tag.name, attributes)
    }
}

extension HTMLBuffer {
    @inlinable
    mutating func open<Tag>(_ name: StaticString, _ attributes: [HTMLAttribute<Tag>]) {
        write("<")
        write(name)
        if !attributes.isEmpty {
            HTMLAttribute.render(attributes, into: &self)
        }
        write(">")
    }

    @inlinable
    mutating func close(_ name: StaticString) {
        write("</")
        write(name)
        write(">")
    }
}
