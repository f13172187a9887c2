import HTML

struct LoadView: HTML {
    let page: LoadPage

    var body: some HTML {
        h1 { page.load.file }
        if page.load.state.isUnderway {
            LoadProgressView(load: page.load, soFar: page.progress)
        } else {
            LoadOutcome(load: page.load)
            DiagnosticsSection(page: page)
            CoverageSection(
                coverage: page.coverage, notCheckable: page.notCheckable, heading: "What it covers")
        }
    }
}

private struct LoadProgressView: HTML {
    let load: LoadLine
    let soFar: LoadProgress?

    var body: some HTML {
        div(.id("progress"), .class("underway"), .data("poll", "3"), .role("status")) {
            p {
                LoadStateTag(state: load.state)
                words
            }
            if let soFar, let of = soFar.of {
                progress(.value(soFar.done), .max(of), .aria("label", "How much has been read")) {}
            }
            p(.class("hint")) {
                "This page brings itself up to date. "
                "Until the load is complete, no list may be read as clear."
            }
        }
        p { a(.href(load.href)) { "Look again now" } }
    }

    private var words: String {
        guard let soFar else { return "\(load.when), \(load.loadedBy)." }
        let of = soFar.of.map { " of \(Grouped($0))" } ?? ""
        return "\(Grouped(soFar.done))\(of) \(soFar.counting)."
    }
}

private struct LoadOutcome: HTML {
    let load: LoadLine

    var body: some HTML {
        p(.class("lede")) {
            LoadStateTag(state: load.state)
            "\(load.when), \(load.loadedBy). "
            if case .unfinished(let because) = load.state {
                because
            }
        }
        dl(.class("strip")) {
            change("Added", load.added)
            change("Changed", load.changed)
            change("Unchanged", load.unchanged)
            change("No longer in source", load.noLongerInSource)
            change("To look at", load.diagnostics)
        }
    }

    private func change(_ words: String, _ count: Int) -> some HTML {
        div {
            dt { words }
            dd { "\(Grouped(count))" }
        }
    }
}
