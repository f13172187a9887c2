/// Why a file that was sent is not kept.
enum NotTaken: Error {
    case empty, notOnList, infected, notScanned, unreadable

    var words: String {
        switch self {
        case .empty: "The file is empty: it holds 0 bytes"
        case .notOnList:
            "The file is not one of the kinds taken here, by what is in it. Pages for a browser, programs, "
                + "pictures of other kinds and Office files with macros are not taken; save it as a PDF"
        case .infected: "The check for viruses says this file is not safe. It was not kept"
        case .notScanned: "The check for viruses could not be made, so the file was not kept. Try again later"
        case .unreadable: "The file could not be read. It was not kept"
        }
    }
}
