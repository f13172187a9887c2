import HTML

/// What a source holds, and the checks it leaves unanswered.
struct CoverageSection: HTML {
    let coverage: [CoverageRow]
    let notCheckable: [NotCheckable]
    let heading: String

    var body: some HTML {
        section(.aria("labelledby", "coverage")) {
            h2(.id("coverage")) { heading }
            if coverage.isEmpty {
                p { "Nothing is loaded, so nothing is covered." }
            } else {
                CoverageTable(coverage: coverage)
            }
        }
        section(.aria("labelledby", "not-checkable")) {
            h2(.id("not-checkable")) { "Not checkable from what is loaded" }
            if notCheckable.isEmpty {
                p { "Every check can be made from what is loaded." }
            } else {
                NotCheckableTable(checks: notCheckable)
            }
        }
    }
}

private struct CoverageTable: HTML {
    let coverage: [CoverageRow]

    var body: some HTML {
        DataTable(caption: "By kind of record", columns: ["Record", "Held", "Period", "From"]) {
            for row in coverage {
                TableRow {
                    HeadCell("Record") { row.record }
                    Cell("Held") { row.extent.words }
                    Cell("Period") { row.period ?? "None" }
                    Cell("From") { row.source }
                }
            }
        }
    }
}

private struct NotCheckableTable: HTML {
    let checks: [NotCheckable]

    var body: some HTML {
        DataTable(
            caption: "No child can be checked for these. None of them may be read as clear.",
            columns: ["Check", "Kind", "Why not"]
        ) {
            for check in checks {
                TableRow {
                    HeadCell("Check") { check.check }
                    Cell("Kind") { check.kind.word }
                    Cell("Why not") { check.because }
                }
            }
        }
    }
}
