/// What is told of an XML file's elements as they go by.
///
/// `position` is where an element's content begins, just after its opening tag, and is the same at its start and end:
/// for an element with a value it is the place of the value.
package protocol XMLEventConsumer: AnyObject {
    /// `code` is the element's place in the vocabulary; 0 when it is not there.
    func startElement(_ code: Int, at position: XMLPosition)

    /// `text` is trimmed, empty for an element with children, and valid only during the call.
    func endElement(_ code: Int, text: UnsafeBufferPointer<UInt8>, at position: XMLPosition)

    /// Text beside child elements belongs to none of them and is passed over; `position` is the tag it follows.
    func strayText(at position: XMLPosition)
}

extension XMLEventConsumer {
    package func strayText(at position: XMLPosition) {}
}
