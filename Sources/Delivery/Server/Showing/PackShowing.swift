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

    var charts: [PackChartShowing] {
        pack.sections.indices.flatMap { place in
            let charts = Self.charts(of: place, in: pack)
            return charts.drawn + charts.further
        }
    }

    /// Numbered over the whole pack, so that no id stands twice on its page.
    private static func charts(
        of place: Int, in pack: Pack
    ) -> (drawn: [PackChartShowing], further: [PackChartShowing]) {
        var next = pack.sections.prefix(place).reduce(0) { $0 + $1.drawings }
        func number() -> Int {
            next += 1
            return next - 1
        }
        let section = pack.sections[place]
        return (
            section.runs.map { PackChartShowing($0, place: number()) }
                + section.funnels.map { PackChartShowing($0, place: number()) },
            (section.furtherRuns ?? []).map { PackChartShowing($0, place: number()) }
                + (section.furtherFunnels ?? []).map { PackChartShowing($0, place: number()) }
        )
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
            sections: pack.sections.enumerated().map { place, section in
                let charts = Self.charts(of: place, in: pack)
                return PackPage.Section(
                    section.heading, paragraphs: section.paragraphs, items: section.items,
                    tables: section.tables.map(Self.table), drawn: charts.drawn.map { Self.drawn($0, address) },
                    further: charts.further.map { Self.drawn($0, address) })
            }, form: form, csrfToken: csrfToken)
    }

    private static func drawn(_ chart: PackChartShowing, _ address: String) -> PackPage.Drawn {
        PackPage.Drawn(
            heading: chart.title, drawing: chart.drawing, key: chart.key,
            table: .init(
                caption: chart.title, columns: chart.columns, rows: chart.rows.map { $0.map { .init($0) } },
                nothing: "Nothing to count."),
            links: [
                Link(words: "Download the drawing", href: "\(address)/charts/\(chart.id).svg"),
                Link(words: "Download the numbers (CSV)", href: "\(address)/charts/\(chart.id).csv"),
            ])
    }

    var document: PublishedDocument { Self.document(pack, facts: facts) }

    /// What somebody with one page to read must know stands first; how it was made, last.
    static func document(_ pack: Pack, facts: [String]) -> PublishedDocument {
        var blocks: [PublishedDocument.Block] = []
        for (place, section) in pack.sections.enumerated() {
            blocks.append(.heading(level: 1, section.heading))
            blocks += section.paragraphs.map { .paragraph($0) }
            if !section.items.isEmpty { blocks.append(.list(section.items, isNumbered: false)) }
            for chart in charts(of: place, in: pack).drawn {
                blocks.append(.heading(level: 2, chart.title))
                if !chart.key.isEmpty { blocks.append(.list(chart.key, isNumbered: false)) }
                blocks.append(
                    .chart(
                        .init(
                            svg: chart.svg, alternative: "\(chart.title). \(chart.summary)", plot: chart.plot,
                            table: .init(caption: chart.title, columns: chart.columns, rows: chart.rows))))
            }
            blocks += section.tables.map { table in
                .table(.init(caption: table.caption, columns: table.columns, rows: table.rows))
            }
        }
        blocks.append(.heading(level: 1, "How this was made"))
        blocks.append(.list(facts, isNumbered: false))
        return PublishedDocument(title: pack.title, blocks: blocks)
    }

    private static func table(_ table: Pack.Table) -> InspectionPartPage.Table {
        .init(
            caption: table.caption, columns: table.columns, rows: table.rows.map { $0.map { .init($0) } },
            nothing: "Nothing to count.")
    }
}

extension Pack.Section {
    fileprivate var drawings: Int {
        runs.count + funnels.count + (furtherRuns ?? []).count + (furtherFunnels ?? []).count
    }
}
