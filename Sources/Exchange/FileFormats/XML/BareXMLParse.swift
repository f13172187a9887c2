import CLibxml2

/// The floor under any census reader: libxml2 parsing the same file, with callbacks that do nothing.
package enum BareXMLParse {
    /// With `counting` the opening tags are counted; without, `elements` is 0.
    package static func run(
        path: String, counting: Bool = false, chunkSize: Int = XMLEventReader.chunkSize
    ) throws(FileFailure) -> (bytes: Int, elements: Int) {
        let source = try FileBytes(path: path)
        let elements = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        elements.initialize(to: 0)
        defer { elements.deallocate() }
        var handler = handler(counting: counting)
        guard let context = xmlCreatePushParserCtxt(&handler, elements, nil, 0, nil) else {
            preconditionFailure("libxml2 has no memory for a parser.")
        }
        defer { xmlFreeParserCtxt(context) }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        let bytes = try push(source, to: context, chunkSize: chunkSize)
        guard context.pointee.wellFormed == 1 else {
            throw FileFailure(.xmlNotWellFormed, "This is not well-formed XML.")
        }
        return (bytes, elements.pointee)
    }

    private static func push(
        _ source: FileBytes, to context: xmlParserCtxtPtr, chunkSize: Int
    ) throws(FileFailure) -> Int {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
        defer { chunk.deallocate() }
        var bytes = 0
        while true {
            let count = try source.read(into: chunk)
            let start = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
            xmlParseChunk(context, start, Int32(count), count == 0 ? 1 : 0)
            if count == 0 { return bytes }
            bytes += count
        }
    }

    private static func handler(counting: Bool) -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF
        handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        if counting {
            handler.startElementNs = { context, _, _, _, _, _, _, _, _ in
                context?.assumingMemoryBound(to: Int.self).pointee += 1
            }
        }
        handler.endElementNs = { _, _, _, _ in }
        handler.characters = { _, _, _ in }
        handler.ignorableWhitespace = handler.characters
        handler.serror = { _, _ in }
        return handler
    }
}
