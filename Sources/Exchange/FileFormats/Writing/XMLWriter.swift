/// Writes an XML file of elements and values, escaped, one element to a line.
package final class XMLWriter {
    private let output: ByteWriter
    private let isIndented: Bool
    private var depth = 0

    package init(_ output: ByteWriter, indented: Bool = true) {
        self.output = output
        isIndented = indented
        output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    package convenience init(path: String, indented: Bool = true) throws(FileFailure) {
        self.init(try ByteWriter(path: path), indented: indented)
    }

    /// Opens a group; `close` it with the same name.
    package func open(_ name: StaticString) {
        startLine()
        openTag(name)
        endLine()
        depth += 1
    }

    package func close(_ name: StaticString) {
        precondition(depth > 0, "There is no open element to close.")
        depth -= 1
        startLine()
        closeTag(name)
        endLine()
    }

    /// A group with what `content` writes inside it.
    package func group(_ name: StaticString, _ content: () -> Void) {
        open(name)
        content()
        close(name)
    }

    /// An element with a value; nothing is written when there is no value.
    package func element(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        line(name) { appendEscaped(text) }
    }

    package func element(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        line(name) { output.append(number) }
    }

    /// A day as `2025-03-31`.
    package func element(_ name: StaticString, year: Int, month: Int, day: Int) {
        line(name) { output.append(year: year, month: month, day: day) }
    }

    package func finish() throws(FileFailure) {
        precondition(depth == 0, "An element was opened and not closed.")
        try output.finish()
    }

    @inline(__always)
    private func line(_ name: StaticString, _ value: () -> Void) {
        startLine()
        openTag(name)
        value()
        closeTag(name)
        endLine()
    }

    private func openTag(_ name: StaticString) {
        output.append(UInt8(ascii: "<"))
        output.append(name)
        output.append(UInt8(ascii: ">"))
    }

    private func closeTag(_ name: StaticString) {
        output.append("</")
        output.append(name)
        output.append(UInt8(ascii: ">"))
    }

    private func startLine() {
        guard isIndented else { return }
        for _ in 0..<depth { output.append("    ") }
    }

    private func endLine() {
        if isIndented { output.append(UInt8(ascii: "\n")) }
    }

    private func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard bytes.contains(where: XMLWriter.needsEscape) else { return output.append(bytes) }
            for byte in bytes { appendEscaped(byte) }
        }
    }

    private func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): output.append("&amp;")
        case UInt8(ascii: "<"): output.append("&lt;")
        case UInt8(ascii: ">"): output.append("&gt;")
        case 0x0D: output.append("&#13;")
        // XML has no way to write the other control characters; U+FFFD says that something was there.
        case 0..<0x20 where byte != 0x09 && byte != 0x0A: output.append("\u{FFFD}")
        default: output.append(byte)
        }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }
}
