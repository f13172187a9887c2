/// What each refusal says, in plain English and without blame.
extension Refusal {
    package var heading: String {
        switch self {
        case .unreadable: "That could not be read"
        case .notAllowed: "You may not open this"
        case .notFound: "There is nothing at this address"
        case .changedSince: "Somebody else changed this first"
        case .tooLarge: "That file is too large"
        case .tooManyTries: "Too many tries"
        case .failed: "Something went wrong here"
        case .unavailable: "Sightline is not available just now"
        }
    }

    var words: String {
        switch self {
        case .unreadable:
            "What was sent did not arrive as Sightline expects it. Go back and send it again."
        case .notAllowed:
            "Your part in Sightline does not include this."
        case .notFound:
            "It may have been mistyped or cut short, or the page may have moved. Nothing has been lost."
        case .changedSince:
            "Yours has been kept, and so has theirs. Nothing was written over."
        case .tooLarge:
            "Nothing of it was loaded. Send it zipped, or in parts."
        case .tooManyTries:
            "To keep others from guessing, Sightline waits a while before it looks at another name and password. Nothing "
                + "has been lost, and nobody has been shut out for good."
        case .failed:
            "This was a fault in Sightline, and it has been written down for those who run it. "
                + "If you were recording something, look whether it is there before you record it again."
        case .unavailable:
            "It is being restarted, or cannot reach its records. Try again in a few minutes."
        }
    }

    /// A page that fails says nothing about any child, and says that it says nothing.
    var isSilentAboutChildren: Bool {
        switch self {
        case .failed, .unavailable: true
        case .unreadable, .notAllowed, .notFound, .changedSince, .tooLarge, .tooManyTries: false
        }
    }
}
