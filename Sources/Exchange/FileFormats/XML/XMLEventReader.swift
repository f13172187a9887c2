import CLibxml2

/// Reads an XML file once, forwards, in bounded memory, and tells a consumer of each element.
///
/// Elements are matched by local name: a default namespace or a prefix makes no difference. A reader reads one file;
/// make another for the next.
package final class XMLEventReader {
    let consumer: any XMLEventConsumer
    private let context: xmlParserCtxtPtr
    private let state: UnsafeMutablePointer<XMLParserState>
    private var failure: FileFailure?
    private var isFinishing = false
    /// True once `stop()` was called: the rest of the file is not wanted.
    package private(set) var isStopped = false
    /// Bytes taken so far.
    package private(set) var byteCount = 0

    /// libxml2 must be started by one thread before others use it.
    private static let library: Void = xmlInitParser()

    package init(vocabulary: XMLVocabulary, limits: XMLLimits = XMLLimits(), consumer: any XMLEventConsumer) {
        _ = XMLEventReader.library
        self.consumer = consumer
        var handler = XMLCallbacks.handler()
        state = .allocate(capacity: 1)
        guard let context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else {
            preconditionFailure("libxml2 has no memory for a parser.")
        }
        self.context = context
        // Never XML_PARSE_NOENT or XML_PARSE_DTDLOAD, which open other files; NOERROR keeps standard error quiet.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        state.initialize(
            to: XMLParserState(
                context: context, vocabulary: vocabulary, limits: limits, reader: Unmanaged.passUnretained(self)))
    }

    deinit {
        // A declared entity makes libxml2 keep a document of its own, which it does not free.
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
        state.pointee.deallocate()
        state.deallocate()
    }

    /// Elements opened so far.
    package var elementCount: Int { state.pointee.elementCount }

    /// Ends the parse after the present event. What is pushed afterwards is passed over.
    package func stop() {
        isStopped = true
        xmlStopParser(context)
    }

    /// Gives the parser the next bytes of the file, in pieces of any size.
    package func push(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        byteCount += bytes.count
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty, !isStopped {
            let count = min(rest.count, XMLEventReader.chunkSize)
            xmlSilenceThisThread()
            xmlParseChunk(context, start.assumingMemoryBound(to: CChar.self), Int32(count), 0)
            try throwFailure()
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Says that there are no more bytes.
    package func finish() throws(FileFailure) {
        guard !isStopped else { return }
        guard byteCount > 0 else { throw FileFailure(.xmlEmpty, "The file is empty.") }
        // libxml2 does not look at fewer bytes than the shortest element has.
        guard byteCount >= 4 else { throw XMLErrorMeaning.notXML }
        isFinishing = true
        xmlSilenceThisThread()
        xmlParseChunk(context, nil, 0, 1)
        try throwFailure()
    }

    /// Refuses the file at the place where the parser stands.
    func refuse(_ code: FileFailure.Code, _ message: String) {
        guard failure == nil else { return }
        let place = state.pointee.position
        failure = FileFailure(code, message, line: place.line, column: place.column)
        xmlStopParser(context)
    }

    /// Keeps the first of libxml2's errors; the ones after it follow from it.
    func parserFailed(_ error: xmlError) {
        guard failure == nil, !isStopped else { return }
        let input = context.pointee.input?.pointee
        let isOutOfBytes = input.map { $0.cur == $0.end } ?? true
        let meaning = XMLErrorMeaning(
            code: error.code, isAtEnd: isFinishing, isOutOfBytes: isOutOfBytes,
            isAfterRoot: state.pointee.depth == 0 && state.pointee.elementCount > 0, namesBytes: error.str1 != nil,
            isAtHighByte: !isOutOfBytes && (input?.cur.pointee ?? 0) >= 0x80)
        failure = meaning.failure(line: Int(error.line), column: Int(error.int2))
    }

    private func throwFailure() throws(FileFailure) {
        if let failure { throw failure }
        if isStopped { return }
        // NB: libxml2 gives up without an error when it cannot decode the bytes, and then calls the file well-formed.
        // Reading on would leave out children without a word.
        let hasGivenUp = !isFinishing && context.pointee.instate == XML_PARSER_EOF
        let isIncomplete = isFinishing && (state.pointee.depth > 0 || state.pointee.elementCount == 0)
        guard hasGivenUp || isIncomplete || context.pointee.wellFormed == 0 else { return }
        let place = state.pointee.afterLastTag
        throw FileFailure(.xmlWrongEncoding, XMLErrorMeaning.wrongEncoding, line: place.line, column: place.column)
    }
}
