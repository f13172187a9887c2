import CLibxml2

/// What one of libxml2's fatal errors means to the person who has to mend the file.
///
/// libxml2's own words are not used: they can quote the file, and the file is about children.
struct XMLErrorMeaning {
    let code: Int32
    /// Raised when no more bytes were to come.
    let isAtEnd: Bool
    /// Raised after the outermost element was closed.
    let isAfterRoot: Bool

    func failure(line: Int, column: Int) -> FileFailure {
        let (kind, message) = meaning
        return FileFailure(kind, message, line: line, column: column)
    }

    private var meaning: (FileFailure.Code, String) {
        switch xmlParserErrors(UInt32(bitPattern: code)) {
        case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START:
            return (.xmlNotXML, "This is not an XML file: it does not begin with an element.")
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED:
            return (.xmlWrongEncoding, "The file is not in the character encoding that it says it is in.")
        case _ where isAfterRoot:
            return (.xmlNotWellFormed, "There is more after the end of the outermost element.")
        case _ where isAtEnd:
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
