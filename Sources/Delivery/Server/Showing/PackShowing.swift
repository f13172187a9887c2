import Pages
import Publishing
import RecordKeeping
import WorkingDays

/// A kept pack as a page and as a document.
struct PackShowing {
    let kept: KeptPack
    /// Who made and released it, in words.
    let madeBy: String
    let releasedBy: String?

    private var pack: Pack { kept.pack }

    var charts: [PackChartShowing] { pack.sections.flatMap { Self.charts(of: $0, in: pack) }.map(\.chart) }

    /// Numbered over the whole pack, so that no id stands twice on its page.
    private static func charts(
        of section: Pack.Section, in pack: Pack
    ) -> [(place: Int, chart: PackChartShowing)] {
        var first = 0
        for other in pack.sections {
            if other == section { break }
            first += other.runs.count + other.funnels.count
        }
        let runs = section.runs.enumerated().map { ($0 + first, PackChartShowing($1, place: $0 + first)) }
        let after = first + section.runs.count
        return runs + section.funnels.enumerated().map { ($0 + after, PackChartShowing($1, place: $0 + after)) }
    }

    var facts: [String] {
        [
            "Made by \(madeBy), \(kept.madeAt.words); it is never worked out again.",
            releasedBy.map { "Released to members by \($0)." }
                ?? (pack.kind.isForMembers ? "Not released to members yet." : "Never shown to members."),
            "Counted: \(pack.frame); \(pack.sequence) entries of the record.",
            "Fingerprint \(kept.digest.prefix(8).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined())",
        ]
    }

    func page(form: InspectionPartPage.Form?, csrfToken: String) -> PackPage {
        let address = "/packs/\(kept.number)"
        return PackPage(
            name: pack.title, lede: "Figures and words as they stood when this was made.", facts: facts,
            files: [
                Link(words: "To print", href: "\(address)/pack.html"),
                Link(words: "For Word", href: "\(address)/pack.docx"),
                Link(words: "PDF", href: "\(address)/pack.pdf"),
            ],
            sections: pack.sections.map { section in
                PackPage.Section(
                    section.heading, paragraphs: section.paragraphs, items: section.items,
                    tables: section.tables.map(Self.table),
                    drawn: Self.charts(of: section, in: pack).map { _, chart in
                        PackPage.Drawn(
                            heading: chart.title, drawing: chart.drawing, key: chart.key,
                            table: .init(
                                caption: chart.title, columns: chart.columns,
                                rows: chart.rows.map { $0.map { .init($0) } }, nothing: "Nothing to count."),
                            links: [
                                Link(words: "Download the drawing", href: "\(address)/charts/\(chart.id).svg"),
                                Link(words: "Download the numbers (CSV)", href: "\(address)/charts/\(chart.id).csv"),
                            ])
                    })
            }, form: form, csrfToken: csrfToken)
    }

    var document: PublishedDocument { Self.document(pack, facts: facts) }

    static func document(_ pack: Pack, facts: [String]) -> PublishedDocument {
        var blocks = facts.map { PublishedDocument.Block.paragraph($0) }
        for section in pack.sections {
            blocks.append(.heading(level: 1, section.heading))
            blocks += section.paragraphs.map { .paragraph($0) }
            if !section.items.isEmpty { blocks.append(.list(section.items, isNumbered: false)) }
            for (_, chart) in charts(of: section, in: pack) {
                blocks.append(.heading(level: 2, chart.title))
                if !chart.key.isEmpty { blocks.append(.list(chart.key, isNumbered: false)) }
                blocks.append(
                    .chart(
                        .init(
                            svg: chart.svg, alternative: "\(chart.title). \(chart.summary)",
                            table: .init(caption: chart.title, columns: chart.columns, rows: chart.rows))))
            }
            blocks += section.tables.map { table in
                .table(.init(caption: table.caption, columns: table.columns, rows: table.rows))
            }
        }
        return PublishedDocument(title: pack.title, blocks: blocks)
    }

    private static func table(_ table: Pack.Table) -> InspectionPartPage.Table {
        .init(
            caption: table.caption, columns: table.columns, rows: table.rows.map { $0.map { .init($0) } },
            nothing: "Nothing to count.")
    }
}
