import HTML

/// One file loaded, or being loaded, and what it changed.
package struct LoadLine: Sendable {
    package var href: String
    /// "Sat 21 Nov 2026, 06:04".
    package var when: String
    package var file: String
    package var loadedBy: String
    package var state: LoadState
    package var added: Int
    package var changed: Int
    package var unchanged: Int
    package var noLongerInSource: Int
    package var diagnostics: Int

    package init(
        href: String, when: String, file: String, loadedBy: String, state: LoadState, added: Int,
        changed: Int, unchanged: Int, noLongerInSource: Int, diagnostics: Int
    ) {
        self.href = href
        self.when = when
        self.file = file
        self.loadedBy = loadedBy
        self.state = state
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.noLongerInSource = noLongerInSource
        self.diagnostics = diagnostics
    }
}

/// How far a load has come.
package enum LoadState: Sendable {
    case waiting, reading, complete
    /// It stopped before the end: "Rolled back: nothing of it was kept."
    case unfinished(because: String)

    var words: String {
        switch self {
        case .waiting: "Waiting"
        case .reading: "Being read"
        case .complete: "Complete"
        case .unfinished: "Did not finish"
        }
    }

    var tone: StatusTag.Tone {
        switch self {
        case .waiting, .reading: .plain
        case .complete: .need
        case .unfinished: .gone
        }
    }

    var isUnderway: Bool {
        switch self {
        case .waiting, .reading: true
        case .complete, .unfinished: false
        }
    }
}

struct LoadStateTag: HTML {
    let state: LoadState

    var body: some HTML {
        StatusTags(tags: [StatusTag(words: state.words, tone: state.tone)])
    }
}
