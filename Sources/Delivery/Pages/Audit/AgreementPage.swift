import HTML

/// How far readers of the same files agree, and how grades move from one half-year to the next. It ranks nobody.
package struct AgreementPage: Page {
    package struct Pair: Sendable {
        package var readers: String
        package var files: String
        package var same: String
        package var worse: String
        package var kappa: String

        package init(readers: String, files: String, same: String, worse: String, kappa: String) {
            self.readers = readers
            self.files = files
            self.same = same
            self.worse = worse
            self.kappa = kappa
        }
    }

    package struct Reader: Sendable {
        package var name: String
        /// "January to June 2026: 7 of 12 graded in the better half".
        package var periods: [String]
        package var moved: String
        package var readAgain: String

        package init(name: String, periods: [String], moved: String, readAgain: String) {
            self.name = name
            self.periods = periods
            self.moved = moved
            self.readAgain = readAgain
        }
    }

    package var lede: String
    package var pairs: [Pair]
    /// By name; of others only for those who look over all of them.
    package var readers: [Reader]
    package var note: String

    package init(lede: String, pairs: [Pair], readers: [Reader], note: String) {
        self.lede = lede
        self.pairs = pairs
        self.readers = readers
        self.note = note
    }

    package var title: String { "Agreement between readers" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path)] }

    package func content(in frame: Frame) -> some HTML { AgreementView(page: self) }
}

struct AgreementView: HTML {
    let page: AgreementPage

    var body: some HTML {
        h1 { page.title }
        p(.class("lede")) { page.lede }
        DataTable(
            caption: "The same file, read twice",
            columns: ["Readers", "Files", "Same grade", "Second graded worse", "Weighted kappa"]
        ) {
            for pair in page.pairs {
                TableRow {
                    HeadCell("Readers") { pair.readers }
                    Cell("Files") { pair.files }
                    Cell("Same grade") { pair.same }
                    Cell("Second graded worse") { pair.worse }
                    Cell("Weighted kappa") { pair.kappa }
                }
            }
        }
        h2 { "How grades move" }
        p(.class("hint")) { page.note }
        if page.readers.isEmpty { p { "No reading to show." } }
        for reader in page.readers {
            h3 { bdi { reader.name } }
            ul { for line in reader.periods { li { line } } }
            p { "\(reader.moved) \(reader.readAgain)" }
        }
    }
}
