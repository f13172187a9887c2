import HTML

/// One load: how far it has come, what it changed, what could not be read and what it cannot show.
package struct LoadPage: Page {
    package var load: LoadLine
    /// While it is under way.
    package var progress: LoadProgress?
    package var tallies: [DiagnosticTally]
    package var diagnostics: [DiagnosticRow]
    package var diagnosticsPosition: ListPosition?
    /// The rows that could not be read, as they came; nil when every row could.
    package var keptRowsHref: String?
    package var coverage: [CoverageRow]
    package var notCheckable: [NotCheckable]

    package init(
        load: LoadLine, progress: LoadProgress? = nil, tallies: [DiagnosticTally] = [],
        diagnostics: [DiagnosticRow] = [], diagnosticsPosition: ListPosition? = nil,
        keptRowsHref: String? = nil, coverage: [CoverageRow] = [], notCheckable: [NotCheckable] = []
    ) {
        self.load = load
        self.progress = progress
        self.tallies = tallies
        self.diagnostics = diagnostics
        self.diagnosticsPosition = diagnosticsPosition
        self.keptRowsHref = keptRowsHref
        self.coverage = coverage
        self.notCheckable = notCheckable
    }

    package var title: String { "\(load.file), \(load.state.words.lowercased())" }
    package var section: MainSection? { .imports }
    package var trail: [Link] { [Link(words: "Imports", href: MainSection.imports.path)] }
    package var refreshSeconds: Int? { load.state.isUnderway ? 10 : nil }

    package func content(in frame: Frame) -> some HTML {
        LoadView(page: self)
    }
}

/// How much of a file has been read.
package struct LoadProgress: Sendable {
    package var done: Int
    /// Nil until it is known how much there is.
    package var of: Int?
    /// "children read", "children checked".
    package var counting: String

    package init(done: Int, of: Int?, counting: String) {
        self.done = done
        self.of = of
        self.counting = counting
    }
}
