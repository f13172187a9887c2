import Pages

extension LoadLine {
    static let complete = LoadLine(
        href: "/imports/6", when: "Sat 21 Nov 2026, 06:04", file: "safeguarding-2026-11-21.zip",
        loadedBy: "K. Bell",
        state: .complete, added: 214, changed: 1_032, unchanged: 48_120, noLongerInSource: 3, diagnostics: 17)

    static let underway = LoadLine(
        href: "/imports/7", when: "Sat 21 Nov 2026, 09:12", file: "census-2026.xml", loadedBy: "K. Bell",
        state: .reading, added: 0, changed: 0, unchanged: 0, noLongerInSource: 0, diagnostics: 0)

    static let broken = LoadLine(
        href: "/imports/5", when: "Fri 20 Nov 2026, 06:02", file: "safeguarding-2026-11-20.zip",
        loadedBy: "K. Bell",
        state: .unfinished(because: "The file ends in the middle of a row. Nothing of it was kept."),
        added: 0,
        changed: 0, unchanged: 0, noLongerInSource: 0, diagnostics: 1)
}

extension ImportsPage {
    static let sample = ImportsPage(
        loads: [.underway, .complete, .broken],
        position: ListPosition(first: 1, last: 3, total: 3, order: "newest first"), upload: .sample)

    static let empty = {
        var page = ImportsPage(loads: [], position: .empty, upload: .sample)
        page.upload?.error = "Choose a file to load"
        return page
    }()
}

extension UploadForm {
    static let sample = UploadForm(
        csrfToken: "invented", accepts: ".xml,.csv,.xlsx,.zip",
        hint: "A census (XML), an Annex A workbook, or the tables of a Standard Safeguarding Dataset (zipped)"
    )
}

extension LoadPage {
    static let reading = LoadPage(
        load: .underway, progress: LoadProgress(done: 2_140, of: 3_012, counting: "children read"))

    static let complete = LoadPage(
        load: .complete,
        tallies: [
            DiagnosticTally(
                code: "date-unreadable", severity: .rowKept, message: "A date that no calendar has",
                count: 12,
                href: "/imports/6?code=date-unreadable"),
            DiagnosticTally(
                code: "code-unknown", severity: .valueLeftOut,
                message: "A value not in the list of allowed values",
                count: 5, href: "/imports/6?code=code-unknown"),
        ],
        diagnostics: [
            DiagnosticRow(
                code: "date-unreadable", severity: .rowKept, message: "“31/02/2026” is not a day",
                file: "visits.csv",
                line: 2_114, column: "visit_date"),
            DiagnosticRow(
                code: "file-without-rows", severity: .remark, message: "The table has a heading and no rows",
                file: "supervision.csv", line: nil, column: nil),
        ],
        diagnosticsPosition: ListPosition(first: 1, last: 2, total: 17, order: "in the order of the file"),
        keptRowsHref: "/imports/6/kept.csv", coverage: CannotSeePage.coverage,
        notCheckable: CannotSeePage.unanswered)

    static let broken = LoadPage(load: .broken)
}

extension CannotSeePage {
    static let coverage = [
        CoverageRow(
            record: "Visits", extent: .complete, period: "Mon 1 Apr 2024 to Sat 21 Nov 2026",
            source: "visits.csv"),
        CoverageRow(
            record: "Supervision", extent: .none, period: nil, source: "safeguarding-2026-11-21.zip"),
    ]

    static let unanswered = [
        NotCheckable(
            kind: .unowned, check: "Supervision of whoever holds the child",
            because: "Supervision is not in this source."),
        NotCheckable(
            kind: .unshared, check: "Strategy discussion without its partners",
            because: "Who took part is not in this source."),
    ]

    static let sample = CannotSeePage(
        answered: 63, of: 74, coverage: coverage, notCheckable: unanswered,
        partlyCheckable: [
            PartlyCheckable(
                kind: .unseen, check: "Not seen alone on a visit", children: 1_204,
                because: "“Seen alone” is blank before Tue 1 Apr 2025.")
        ])
}
