/// How far what is shown can be relied on, by the age of what it rests on.
package enum Freshness: Sendable {
    /// Loaded within the limit: "3 hours ago".
    case current(lastLoad: String)
    /// Loaded too long ago: "Thu 19 Nov 2026, 03:10".
    case stale(lastLoad: String)
    /// No load has ever been completed.
    case nothingLoaded
    /// Recorded here, so there is no load to wait for.
    case recordedHere

    /// The end of the line under the header; nil where there is nothing to add.
    var words: String? {
        switch self {
        case .current(let lastLoad): "Last complete load \(lastLoad)."
        case .stale(let lastLoad): "Last complete load \(lastLoad)."
        case .nothingLoaded: "Nothing has been loaded yet."
        case .recordedHere: nil
        }
    }

    /// What must be read before anything else on the page; nil where the page can be relied on.
    var warning: String? {
        switch self {
        case .current, .recordedHere: nil
        case .stale(let lastLoad):
            "Nothing here may be read as clear: the last complete load was \(lastLoad)."
        case .nothingLoaded:
            "Nothing here may be read as clear: no load has been completed, so nothing could be checked."
        }
    }
}
