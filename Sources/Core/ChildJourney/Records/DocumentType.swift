/// The closed list of what a document's bytes may be. The raw value is what is stored, so it never changes.
package enum DocumentType: String, Sendable, Codable, CaseIterable {
    case pdf, docx, xlsx, png, jpeg, text, eml, msg

    package var words: String {
        switch self {
        case .pdf: "PDF"
        case .docx: "Word document"
        case .xlsx: "Excel workbook"
        case .png: "PNG picture"
        case .jpeg: "JPEG picture"
        case .text: "plain text"
        case .eml: "e-mail"
        case .msg: "Outlook message"
        }
    }

    /// As a browser is told it; the names are those registered with IANA.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .text: "text/plain; charset=utf-8"
        case .eml: "message/rfc822"
        case .msg: "application/vnd.ms-outlook"
        }
    }

    /// How names of such files end, the usual way first.
    package var endings: [String] {
        switch self {
        case .text: ["txt", "csv", "md", "log"]
        case .jpeg: ["jpg", "jpeg"]
        case .pdf, .docx, .xlsx, .png, .eml, .msg: [rawValue]
        }
    }
}
