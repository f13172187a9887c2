import HTML

/// A published document as a page that stands alone: nothing is fetched, and it prints as it reads.
package struct PrintReadyPage: HTMLDocument {
    let document: PublishedDocument

    package init(_ document: PublishedDocument) {
        self.document = document
    }

    package var title: String { document.title }
    package let lang = "en-GB"

    @HTMLBuilder
    package var head: some HTML {
        HTMLRaw(
            """
            <style>@page{size:A4;margin:20mm;@bottom-right{content:counter(page)" of "counter(pages);font-size:9pt}}
            body{font:11pt/1.5 "Liberation Sans",Arial,sans-serif;color:#0b0c0c;max-width:44rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:22pt;line-height:1.2}h2{font-size:15pt;margin-top:1.6em}h3{font-size:12pt}
            h1,h2,h3,h3+ul,caption{break-after:avoid}h3+ul{break-inside:avoid}table{border-collapse:collapse;width:100%;margin:1em 0}
            caption{text-align:left;font-weight:bold;padding-bottom:.3em}thead{display:table-header-group}
            tr,figure{break-inside:avoid}th,td{border:1px solid #505a5f;padding:.3em .5em;text-align:left;vertical-align:top}
            thead th{background:#f3f2f1}figure{margin:1em 0}img{max-width:100%;height:auto}
            @media print{body{margin:0;padding:0;max-width:none}}</style>
            """)
    }

    @HTMLBuilder
    package var body: some HTML {
        main {
            h1 { document.title }
            for block in document.blocks { PrintedBlock(block: block) }
        }
    }
}

private struct PrintedBlock: HTML {
    let block: PublishedDocument.Block

    var body: some HTML {
        switch block {
        case .heading(1, let words): h2 { words }
        case .heading(_, let words): h3 { words }
        case .paragraph(let words): p { words }
        case .list(let items, true): ol { for item in items { li { item } } }
        case .list(let items, false): ul { for item in items { li { item } } }
        case .table(let table): PrintedTable(printed: table)
        case .figure(let shown): PrintedFigure(shown: shown)
        case .chart(let chart):
            figure { PrintedImage(kind: "svg+xml", bytes: chart.svg, alternative: chart.alternative) }
            PrintedTable(printed: chart.table)
        }
    }
}

private struct PrintedTable: HTML {
    let printed: PublishedDocument.Table

    var body: some HTML {
        table {
            caption { printed.caption }
            thead { tr { for column in printed.columns { th(.scope(.col)) { column } } } }
            tbody {
                for row in printed.rows {
                    tr {
                        th(.scope(.row)) { row[0] }
                        for cell in row.dropFirst() { td { cell } }
                    }
                }
            }
        }
    }
}

private struct PrintedFigure: HTML {
    let shown: PublishedDocument.Figure

    var body: some HTML {
        figure {
            PrintedImage(kind: "png", bytes: shown.image, alternative: shown.alternative)
            figcaption { shown.caption }
        }
    }
}

/// An image within the page itself. Its address is the image, and so none that the rules for addresses know.
private struct PrintedImage: HTML {
    let kind: StaticString
    let bytes: [UInt8]
    let alternative: String

    func render(into buffer: inout HTMLBuffer) {
        buffer.write("<img src=\"data:image/")
        buffer.write(kind)
        buffer.write(";base64,")
        buffer.writeEscaped(Base64.text(bytes))
        buffer.write("\" alt=\"")
        buffer.writeEscaped(alternative)
        buffer.write("\">")
    }
}

/// RFC 4648.
enum Base64 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let sign = signs[Int(value >> UInt32(18 - 6 * place) & 63)]
                text.append(place <= group.count ? sign : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
