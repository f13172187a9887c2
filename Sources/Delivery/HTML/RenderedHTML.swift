/// Content that has been written once and is put into pages as it is.
///
/// It is made by rendering and in no other way, so no text can become markup by it.
public struct RenderedHTML: HTML, Sendable {
    private let bytes: [UInt8]

    public init(_ content: some HTML) {
        bytes = content.render()
    }

    public func render(into buffer: inout HTMLBuffer) {
        bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { buffer.append(start, source.count) }
        }
    }
}
