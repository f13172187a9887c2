import CLibxml2

/// What one of libxml2's fatal errors means to the person who has to mend the file.
///
/// libxml2's own words are not used: they can quote the file, and the file is about children.
struct XMLErrorMeaning {
    let code: Int32
    /// Raised when no more bytes were to come.
    let isAtEnd: Bool
    /// Raised when the parser had nothing left to read.
    let isOutOfBytes: Bool
    /// Raised after the outermost element was closed.
    let isAfterRoot: Bool
    /// libxml2 listed the offending bytes, as it does for a broken encoding but not for a forbidden character.
    let namesBytes: Bool
    /// The parser stood on a byte that is not ASCII.
    let isAtHighByte: Bool

    static let wrongEncoding = "The file is not in the character encoding that it says it is in."
    static let notXML = FileFailure(.xmlNotXML, "This is not an XML file: it does not begin with an element.")

    func failure(line: Int, column: Int) -> FileFailure {
        let (kind, message) = meaning
        return FileFailure(kind, message, line: line, column: column)
    }

    private var meaning: (FileFailure.Code, String) {
        switch xmlParserErrors(UInt32(bitPattern: code)) {
        case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START:
            return (.xmlNotXML, XMLErrorMeaning.notXML.message)
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED:
            return (.xmlWrongEncoding, XMLErrorMeaning.wrongEncoding)
        // NB: half a character at the end of a chunk is an "internal error" to libxml2.
        case XML_ERR_INVALID_CHAR where namesBytes, XML_ERR_INTERNAL_ERROR where isAtHighByte:
            return (.xmlWrongEncoding, XMLErrorMeaning.wrongEncoding)
        case _ where isAfterRoot:
            return (.xmlNotWellFormed, "There is more after the end of the outermost element.")
        case XML_ERR_DOCUMENT_END,
            _ where isAtEnd && isOutOfBytes:
            return (.xmlCutOff, "The file ends before its outermost element is closed: part of it is missing.")
        default:
            return (.xmlNotWellFormed, sentence)
        }
    }

    private var sentence: String {
        switch xmlParserErrors(UInt32(bitPattern: code)) {
        case XML_ERR_TAG_NAME_MISMATCH:
            "An element is closed by another element's closing tag."
        case XML_ERR_UNDECLARED_ENTITY, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_NAME_REQUIRED, XML_ERR_LT_REQUIRED:
            "A \"<\" or \"&\" stands in text: they must be written \"&lt;\" and \"&amp;\"."
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF:
            "There is a character that XML does not allow."
        case XML_ERR_ATTRIBUTE_REDEFINED:
            "An element has the same attribute twice."
        default:
            "This is not well-formed XML (libxml2 error \(code))."
        }
    }
}
