import CLibxml2

/// The functions libxml2 calls, each handed the parse's state as its context.
enum XMLCallbacks {
    static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC: without it the namespace-aware calls are never made.
        handler.startElementNs = elementStarted
        handler.endElementNs = elementEnded
        handler.characters = textFound
        // NB: it must be the very same pointer, else libxml2 tests every run of text for being blank.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = textFound
        handler.entityDecl = entityDeclared
        handler.unparsedEntityDecl = unparsedEntityDeclared
        handler.reference = entityReferred
        handler.serror = errorFound
        return handler
    }
}

private typealias Name = UnsafePointer<xmlChar>

private func state(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLParserState>? {
    context?.assumingMemoryBound(to: XMLParserState.self)
}

private func elementStarted(
    _ context: UnsafeMutableRawPointer?, _ name: Name?, _ prefix: Name?, _ uri: Name?, _ namespaceCount: Int32,
    _ namespaces: UnsafeMutablePointer<Name?>?, _ attributeCount: Int32, _ defaultedCount: Int32,
    _ attributes: UnsafeMutablePointer<Name?>?
) {
    guard let state = state(context), let name else { return }
    state.pointee.reader._withUnsafeGuaranteedRef { reader in
        if state.pointee.textCount > 0 { reader.consumer.strayText(at: state.pointee.afterLastTag) }
        guard let element = state.pointee.open(name) else {
            return reader.refuse(.xmlTooDeep, "Elements are nested more deeply than any council's return.")
        }
        reader.consumer.startElement(element.code, at: element.position)
    }
}

private func elementEnded(_ context: UnsafeMutableRawPointer?, _ name: Name?, _ prefix: Name?, _ uri: Name?) {
    guard let state = state(context), state.pointee.depth > 0 else { return }
    state.pointee.reader._withUnsafeGuaranteedRef { reader in
        let element = state.pointee.close()
        if !state.pointee.lastTagOpened, state.pointee.textCount > 0 {
            reader.consumer.strayText(at: state.pointee.afterLastTag)
        }
        reader.consumer.endElement(element.code, text: state.pointee.leafText, at: element.position)
        state.pointee.forgetText(lastTagOpened: false, after: state.pointee.position)
    }
}

private func textFound(_ context: UnsafeMutableRawPointer?, _ text: Name?, _ length: Int32) {
    guard let state = state(context), let text, !state.pointee.append(text, Int(length)) else { return }
    state.pointee.reader._withUnsafeGuaranteedRef { reader in
        reader.refuse(.xmlTextTooLong, "One element holds more text than any council's return.")
    }
}

private func entityDeclared(
    _ context: UnsafeMutableRawPointer?, _ name: Name?, _ kind: Int32, _ publicID: Name?, _ systemID: Name?,
    _ content: UnsafeMutablePointer<xmlChar>?
) {
    refuseEntity(context)
}

private func unparsedEntityDeclared(
    _ context: UnsafeMutableRawPointer?, _ name: Name?, _ publicID: Name?, _ systemID: Name?, _ notation: Name?
) {
    refuseEntity(context)
}

/// A reference that no declaration explains, in a file that names an outside document type: its text would be lost.
private func entityReferred(_ context: UnsafeMutableRawPointer?, _ name: Name?) {
    refuseEntity(context)
}

private func refuseEntity(_ context: UnsafeMutableRawPointer?) {
    state(context)?.pointee.reader._withUnsafeGuaranteedRef { reader in
        reader.refuse(
            .xmlEntityDeclared,
            "The file declares or uses entities of its own, which can be used to attack the program that reads it.")
    }
}

private func errorFound(_ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    // Lesser errors, such as a prefix that is not declared, do not stop a reader that matches local names only.
    guard let state = state(context), let error, error.pointee.level == XML_ERR_FATAL else { return }
    state.pointee.reader._withUnsafeGuaranteedRef { $0.parserFailed(error.pointee) }
}
