import HTML

/// The entries a concern rests on.
struct EvidenceSection: HTML {
    let evidence: [EvidenceEntry]

    var body: some HTML {
        section(.aria("labelledby", "evidence")) {
            h2(.id("evidence")) { "What it rests on" }
            if evidence.isEmpty {
                p { "No entry at all: that is what is missing." }
            } else {
                DataTable(caption: "Entries, newest first", columns: ["Day", "Entry", "Recorded"]) {
                    for entry in evidence {
                        TableRow {
                            HeadCell("Day") { entry.date }
                            Cell("Entry") { EvidenceWords(entry: entry) }
                            Cell("Recorded") { entry.recorded }
                        }
                    }
                }
            }
        }
    }
}

private struct EvidenceWords: HTML {
    let entry: EvidenceEntry

    var body: some HTML {
        switch entry.body {
        case .shown(let words, .some(let href)): a(.href(href)) { words }
        case .shown(let words, .none): words
        case .notYours: em { "An entry about a child you may not open" }
        case .absent(let words): strong(.class("absent")) { words }
        }
        if entry.isNoLongerInSource {
            " "
            StatusTags(tags: [.noLongerInSource])
        }
    }
}

/// Earlier times the same thing was missing.
struct HistorySection: HTML {
    let history: [PastConcern]
    let childName: String

    var body: some HTML {
        section(.aria("labelledby", "history")) {
            h2(.id("history")) { "This check on \(childName) before" }
            if history.isEmpty {
                p { "Nothing found by this check before, in what was loaded." }
            } else {
                DataTable(
                    caption: "Times it stood", columns: ["Began", "Cleared", "Stood for", "How it cleared"]
                ) {
                    for past in history {
                        TableRow {
                            HeadCell("Began") { past.began }
                            Cell("Cleared") { past.cleared ?? "Not cleared" }
                            Cell("Stood for") { past.length }
                            Cell("How it cleared") { past.how }
                        }
                    }
                }
            }
        }
    }
}
