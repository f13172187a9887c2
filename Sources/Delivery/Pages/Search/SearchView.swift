import HTML

struct SearchView: HTML {
    let page: SearchPage
    let frame: Frame

    var body: some HTML {
        h1 { "Search" }
        searchForm
        switch page.outcome {
        case .notAsked:
            p(.class("hint")) { "Names are found by sound and with typing errors." }
        case .nothing:
            NobodyFound(query: page.query, freshness: frame.freshness)
        case .found(let results, let position):
            PositionBar(position: position)
            if !results.isEmpty { SearchResults(results: results) }
        case .tooMany(let results, let total):
            p(.class("note"), .role("status")) {
                total.map { "\(Grouped($0)) children match" } ?? "More children match than are shown here"
                ", more than can be read through. "
                "The nearest \(results.count) are shown: add a first name, a year of birth or a number."
            }
            SearchResults(results: results)
        }
        if !page.adults.isEmpty {
            section(.aria("labelledby", "adults")) {
                h2(.id("adults")) { "Adults" }
                ul(.class("people")) { for adult in page.adults { PersonItem(person: adult) } }
            }
        }
        if let href = page.referHref {
            p(.class("actions")) {
                a(.class("button quiet"), .href(href)) { "It is none of these: refer a child not known here" }
            }
        }
        if page.restricted > 0 {
            p(.class("restricted")) {
                page.restricted == 1
                    ? "1 restricted child also matches and is not shown. Ask a team manager."
                    : "\(page.restricted) restricted children also match and are not shown."
                        + " Ask a team manager."
            }
            if !page.emergencies.isEmpty { LinkList(links: page.emergencies) }
        }
    }

    private var searchForm: some HTML {
        form(.class("search"), .role("search"), .action(MainSection.search.path), .method(.get)) {
            div(.class("field")) {
                label(.for("q")) { "Find a child" }
                p(.class("hint"), .id("q-hint")) { "A name, a former name, a date of birth or a number" }
                input(
                    .type(.search), .id("q"), .name("q"), .value(page.query), .autocomplete("off"),
                    .spellcheck(false), .aria("describedby", "q-hint"), .data("search", ""))
            }
            button(.submit, .class("button")) { "Search" }
        }
    }
}

/// Nobody found is not nobody known.
private struct NobodyFound: HTML {
    let query: String
    let freshness: Freshness

    private var isRecordedHere: Bool { if case .recordedHere = freshness { true } else { false } }

    var body: some HTML {
        div(.class("empty"), .role("status")) {
            p { strong { "Nobody \(isRecordedHere ? "recorded here" : "in what is loaded") matches “\(query)”." } }
            p {
                "Try the name as it sounds, another spelling, a date of birth or a number. "
                if !isRecordedHere { "A child first heard of since the last load is not here." }
            }
            if let warning = freshness.warning {
                p { warning }
            }
        }
    }
}

private struct SearchResults: HTML {
    let results: [SearchResult]

    var body: some HTML {
        DataTable(
            caption: "Children found, nearest first",
            columns: ["Name", "Born", "Numbers", "Status", "Why it matched"]
        ) {
            for result in results {
                TableRow {
                    HeadCell("Name") { a(.href(result.href)) { bdi { result.name } } }
                    Cell("Born") { result.born }
                    Cell("Numbers") { result.identifiers.joined(separator: ", ") }
                    Cell("Status") { StatusTags(tags: result.statuses) }
                    Cell("Why it matched") { result.whyMatched }
                }
            }
        }
    }
}
