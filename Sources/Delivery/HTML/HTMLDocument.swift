/// A whole page: what `<html>` holds.
public protocol HTMLDocument {
    associatedtype Head: HTML
    associatedtype Body: HTML

    var title: String { get }
    var lang: String { get }
    @HTMLBuilder var head: Head { get }
    @HTMLBuilder var body: Body { get }
}

extension HTMLDocument {
    public func render(into buffer: inout HTMLBuffer) {
        buffer.write("<!DOCTYPE html><html lang=\"")
        buffer.writeEscaped(lang)
        buffer.write("\"><head><meta charset=\"utf-8\">")
        buffer.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
        buffer.writeEscaped(title)
        buffer.write("</title>")
        head.render(into: &buffer)
        buffer.write("</head><body>")
        body.render(into: &buffer)
        buffer.write("</body></html>")
    }

    /// The page as UTF-8 bytes, ready to send.
    public func render() -> [UInt8] {
        var buffer = HTMLBuffer()
        render(into: &buffer)
        return buffer.bytes
    }
}
