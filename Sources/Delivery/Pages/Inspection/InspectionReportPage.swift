import HTML

/// The report in the framework's own order, to read or print.
package struct InspectionReportPage: Page {
    package struct Part: Sendable {
        package var heading: String
        package var paragraphs: [String]

        package init(heading: String, paragraphs: [String]) {
            self.heading = heading
            self.paragraphs = paragraphs
        }
    }

    package var council: String
    package var back: Link
    package var isDraft: Bool
    package var facts: [(words: String, value: String)]
    package var judgements: [(area: String, grade: String)]
    package var parts: [Part]
    /// Whether a program that makes PDFs is there.
    package var hasPDF = false

    package init(
        council: String, back: Link, isDraft: Bool, facts: [(words: String, value: String)],
        judgements: [(area: String, grade: String)], parts: [Part]
    ) {
        self.council = council
        self.back = back
        self.isDraft = isDraft
        self.facts = facts
        self.judgements = judgements
        self.parts = parts
    }

    package var title: String { (isDraft ? "Draft report: " : "Report: ") + council }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path), back] }

    package func content(in frame: Frame) -> some HTML { InspectionReportView(page: self) }
}

struct InspectionReportView: HTML {
    let page: InspectionReportPage

    var body: some HTML {
        h1 { page.title }
        if page.isDraft { p(.class("lede")) { "A draft, made from what is recorded so far." } }
        ul(.class("plain")) {
            li { a(.href("\(page.back.href)/report.html")) { "Take it to print" } }
            li { a(.href("\(page.back.href)/report.docx")) { "Take it for Word" } }
            li {
                if page.hasPDF {
                    a(.href("\(page.back.href)/report.pdf")) { "Take it as PDF" }
                } else {
                    "PDF is not available here: print the page instead."
                }
            }
        }
        dl(.class("sums")) {
            for fact in page.facts {
                div {
                    dt { fact.words }
                    dd { fact.value }
                }
            }
        }
        if !page.judgements.isEmpty {
            DataTable(caption: "Judgements", columns: ["Area", "Grade"]) {
                for judgement in page.judgements {
                    TableRow {
                        HeadCell("Area") { judgement.area }
                        Cell("Grade") { judgement.grade }
                    }
                }
            }
        }
        for part in page.parts {
            h2 { part.heading }
            for paragraph in part.paragraphs { p { paragraph } }
        }
    }
}
