import HTML

/// What Sightline cannot see: the checks that what is loaded does not answer, and why.
package struct CannotSeePage: Page {
    package var answered: Int
    package var of: Int
    package var coverage: [CoverageRow]
    package var notCheckable: [NotCheckable]
    package var partlyCheckable: [PartlyCheckable]

    package init(
        answered: Int, of: Int, coverage: [CoverageRow], notCheckable: [NotCheckable],
        partlyCheckable: [PartlyCheckable] = []
    ) {
        self.answered = answered
        self.of = of
        self.coverage = coverage
        self.notCheckable = notCheckable
        self.partlyCheckable = partlyCheckable
    }

    package var title: String { "What Sightline cannot see" }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        CannotSeeView(page: self)
    }
}

struct CannotSeeView: HTML {
    let page: CannotSeePage

    var body: some HTML {
        h1 { page.title }
        p(.class("lede")) {
            "\(page.answered) of \(page.of) checks can be answered from what is loaded. For the others "
            "Sightline knows nothing either way: that they name nobody says nothing about any child."
        }
        CoverageSection(coverage: page.coverage, notCheckable: page.notCheckable, heading: "What is loaded")
        if !page.partlyCheckable.isEmpty {
            section(.aria("labelledby", "partly")) {
                h2(.id("partly")) { "Checkable for some children only" }
                partly
            }
        }
    }

    private var partly: some HTML {
        DataTable(
            caption: "How many children each could not be made for",
            columns: ["Check", "Kind", .number("Children not checked"), "Why not"]
        ) {
            for check in page.partlyCheckable {
                TableRow {
                    HeadCell("Check") { check.check }
                    Cell("Kind") { check.kind.word }
                    Cell("Children not checked", isNumber: true) { "\(Grouped(check.children))" }
                    Cell("Why not") { check.because }
                }
            }
        }
    }
}
