/// Anything that can be written into a page.
///
/// The shape follows Elementary (`div(.class("row")) { "text" }`), so that it could take this target's
/// place by a changed import. A view is a struct with a `body`; what a view is given are values.
public protocol HTML {
    associatedtype Body: HTML

    @HTMLBuilder var body: Body { get }

    /// Writes this content, escaped, at the end of the buffer.
    func render(into buffer: inout HTMLBuffer)
}

extension HTML {
    @inlinable
    public func render(into buffer: inout HTMLBuffer) {
        body.render(into: &buffer)
    }

    /// The content as UTF-8 bytes, ready to send.
    @inlinable
    public func render() -> [UInt8] {
        var buffer = HTMLBuffer()
        render(into: &buffer)
        return buffer.bytes
    }

    /// The content as text, for tests and for reading.
    @inlinable
    public func renderText() -> String {
        String(decoding: render(), as: UTF8.self)
    }
}

/// The end of the line: content that writes itself has no body.
extension Never: HTML {
    @inlinable
    public var body: Never { fatalError("content that writes itself has no body") }
}

extension HTML where Body == Never {
    @inlinable
    public var body: Never { fatalError("content that writes itself has no body") }
}
