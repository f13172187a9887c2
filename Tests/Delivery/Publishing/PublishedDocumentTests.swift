import HTML
@testable import Publishing
import Testing

/// One tree, as a page and for Word. What other programs make of the files is tried in Tests/Delivery/Browser.
@Suite struct PublishedDocumentTests {
    /// A PNG of one white point.
    private static let image: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 0, 0,
        0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0x0F, 0, 1, 1, 1,
        0, 0x1B,
        0xB6, 0xEE, 0x56, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private let document = PublishedDocument(
        title: "Report: <Invented> & co",
        blocks: [
            .heading(level: 1, "What was found"), .paragraph("Two lines,\nand \u{0001}a sign that cannot be written"),
            .list(["One", "Two"], isNumbered: true), .list(["Three"], isNumbered: true),
            .table(.init(caption: "Judgements", columns: ["Area", "Grade"], rows: [["Leaders", "Good"]])),
            .figure(
                .init(image: image, width: 72, height: 72, alternative: "A rising line", caption: "Visits in time")),
        ])

    @Test func `the page stands alone, with what was written escaped, and says what a figure shows`() {
        let page = String(decoding: PrintReadyPage(document).render(), as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html><html lang=\"en-GB\">"))
        #expect(page.contains("Report: &lt;Invented&gt; &amp; co") && !page.contains("<Invented>"))
        #expect(page.contains("<h2>What was found</h2>") && page.contains("scope=\"col\""))
        #expect(page.contains("alt=\"A rising line\"") && page.contains("src=\"data:image/png;base64,iVBORw0KGgo"))
        #expect(!page.contains("http"))
    }

    @Test func `the same document makes the same bytes for Word`() throws {
        let (once, again) = (try WordDocument.bytes(document), try WordDocument.bytes(document))
        #expect(once == again && once.starts(with: [0x50, 0x4B, 3, 4]))
    }

    @Test func `a chart is drawn by Word itself, gaps left open, and every number of it is in the file`() throws {
        let plot = PublishedPlot(
            labels: ["2026-01", "2026-02", "2026-03"],
            series: [
                .init(
                    "Month by month", .measured,
                    [.init(x: 0, y: 22.5), .init(x: 1, y: nil), .init(x: 2, y: 31, isMarked: true)]),
                .init("Target, <here>", .target, [.init(x: 0, y: 90), .init(x: 1, y: 90), .init(x: 2, y: 90)]),
            ], unit: "%")
        let chart = WordChart.text(plot)
        #expect(
            chart.contains(
                "<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>22.5</c:v></c:pt><c:pt idx=\"2\"><c:v>31.0</c:v></c:pt>"))
        #expect(chart.contains("dispBlanksAs val=\"gap\"") && chart.contains("Target, &lt;here&gt;"))
        #expect(!chart.contains("http://localhost") && !chart.contains("externalData"))
        let file = try WordDocument.bytes(
            PublishedDocument(
                title: "One chart",
                blocks: [
                    .chart(
                        .init(
                            svg: [], alternative: "It rises", plot: plot,
                            table: .init(caption: "Months", columns: ["Month"], rows: [["2026-01"]])))
                ]))
        #expect(String(decoding: file, as: UTF8.self).contains("word/charts/chart1.xml"))
    }
}
