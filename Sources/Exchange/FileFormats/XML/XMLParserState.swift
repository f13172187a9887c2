import CLibxml2

/// What is known in the middle of a file: the open elements and the text gathered so far.
///
/// A struct of plain values behind a pointer, because libxml2 calls back several times for each element, and reference
/// counting or exclusivity checks on each call would cost a good part of the parse.
struct XMLParserState {
    let context: xmlParserCtxtPtr
    let limits: XMLLimits
    let names: XMLNameTable
    let reader: Unmanaged<XMLEventReader>

    private let openElements: UnsafeMutablePointer<OpenElement>
    private let textBytes: UnsafeMutablePointer<UInt8>
    private(set) var depth = 0
    private(set) var textCount = 0
    private(set) var lastTagOpened = false
    private(set) var afterLastTag = XMLPosition(line: 1, column: 1)
    private(set) var elementCount = 0

    struct OpenElement {
        let code: Int
        let position: XMLPosition
    }

    init(context: xmlParserCtxtPtr, vocabulary: XMLVocabulary, limits: XMLLimits, reader: Unmanaged<XMLEventReader>) {
        self.context = context
        self.limits = limits
        self.reader = reader
        names = XMLNameTable(vocabulary, interningIn: context.pointee.dict)
        openElements = .allocate(capacity: limits.depth)
        textBytes = .allocate(capacity: limits.textBytes)
    }

    func deallocate() {
        names.deallocate()
        openElements.deallocate()
        textBytes.deallocate()
    }

    var position: XMLPosition {
        guard let input = context.pointee.input else { return afterLastTag }
        return XMLPosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
    }

    /// The text of the element that is closing. Text of a group is not a value.
    var leafText: UnsafeBufferPointer<UInt8> {
        guard lastTagOpened else { return UnsafeBufferPointer(start: textBytes, count: 0) }
        var end = textCount
        while end > 0, isXMLSpace(textBytes[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(start: textBytes, count: end)
    }

    /// Nil when the elements are nested too deeply.
    mutating func open(_ name: UnsafePointer<xmlChar>) -> OpenElement? {
        guard depth < limits.depth else { return nil }
        let here = position
        // The parser stands on the ">" of the opening tag, or on the "/" of an empty one.
        let content = XMLPosition(line: here.line, column: here.column + 1)
        let element = OpenElement(code: names.code(name), position: content)
        (openElements + depth).initialize(to: element)
        depth += 1
        elementCount += 1
        forgetText(lastTagOpened: true, after: content)
        return element
    }

    mutating func close() -> OpenElement {
        depth -= 1
        return openElements[depth]
    }

    mutating func forgetText(lastTagOpened opened: Bool, after position: XMLPosition) {
        textCount = 0
        lastTagOpened = opened
        afterLastTag = position
    }

    /// False when the text would be longer than is allowed.
    mutating func append(_ start: UnsafePointer<xmlChar>, _ length: Int) -> Bool {
        var start = start
        var length = length
        if textCount == 0 {
            let blanks = leadingBlanks(start, length)
            start += blanks
            length -= blanks
            if length == 0 { return true }
        }
        guard textCount + length <= limits.textBytes else { return false }
        (textBytes + textCount).update(from: start, count: length)
        textCount += length
        return true
    }
}

@inline(__always)
private func isXMLSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && (byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)) }

/// Indentation is a fifth of a census, so it is passed over eight spaces at a time.
@inline(__always)
private func leadingBlanks(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var count = 0
    while count < length {
        if count + 8 <= length,
            UnsafeRawPointer(start + count).loadUnaligned(as: UInt64.self) == 0x2020_2020_2020_2020
        {
            count += 8
        } else if isXMLSpace(start[count]) {
            count += 1
        } else {
            break
        }
    }
    return count
}
