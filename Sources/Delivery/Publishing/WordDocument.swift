import FileFormats

/// A published document as Word reads it: WordprocessingML in a package (ECMA-376, transitional).
///
/// Headings are Word's own styles, so that they make an outline; the first row of a table is its header; the language is British
/// English; the title is a property as well as a line. Charts are charts of Word's own, each with its table below it.
package enum WordDocument {
    package static func bytes(_ document: PublishedDocument) throws(FileFailure) -> [UInt8] {
        let figures = document.blocks.compactMap { block in
            if case .figure(let figure) = block { figure } else { nil }
        }
        let charts = document.blocks.compactMap { block in
            if case .chart(let chart) = block { chart } else { nil }
        }
        var parts: [(name: String, bytes: [UInt8])] = [
            ("[Content_Types].xml", Array(WordParts.contentTypes(charts: charts.count).utf8)),
            ("_rels/.rels", Array(WordParts.relations.utf8)),
            ("docProps/core.xml", Array(WordParts.properties(document.title).utf8)),
            ("word/document.xml", Array(body(document).utf8)),
            ("word/styles.xml", Array(WordParts.styles.utf8)),
            ("word/numbering.xml", Array(WordParts.numbering(lists(document)).utf8)),
            (
                "word/_rels/document.xml.rels",
                Array(WordParts.documentRelations(figures: figures.count, charts: charts.count).utf8)
            ),
        ]
        for (place, figure) in figures.enumerated() {
            parts.append(("word/media/figure\(place + 1).png", figure.image))
        }
        for (place, chart) in charts.enumerated() {
            parts.append(("word/charts/chart\(place + 1).xml", Array(WordChart.text(chart.plot).utf8)))
        }
        return try ZipWriting.bytes(parts)
    }

    /// Whether each list is numbered, in order: every numbered list begins at one.
    private static func lists(_ document: PublishedDocument) -> [Bool] {
        document.blocks.compactMap { block in
            if case .list(_, let isNumbered) = block { isNumbered } else { nil }
        }
    }

    private static func body(_ document: PublishedDocument) -> String {
        var words = paragraph(document.title, style: "Title")
        var (figures, charts, lists) = (0, 0, 0)
        for block in document.blocks {
            switch block {
            case .heading(let level, let text): words += paragraph(text, style: "Heading\(min(max(level, 1), 3))")
            case .paragraph(let text): words += paragraph(text)
            case .list(let items, _):
                lists += 1
                for item in items { words += paragraph(item, style: "ListParagraph", list: lists) }
            case .table(let shown): words += table(shown)
            case .chart(let chart):
                charts += 1
                words += drawing(chart, number: charts, id: figures + charts) + table(chart.table)
            case .figure(let shown):
                figures += 1
                words += figure(shown, number: figures, id: figures + charts)
            }
        }
        return """
            \(WordParts.declaration)<w:document xmlns:w="\(WordParts.words)" xmlns:r="\(WordParts.officeRelations)" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>\(words)<w:sectPr>\
            <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" \
            w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>
            """
    }

    private static func paragraph(
        _ text: String, style: String? = nil, list: Int? = nil, isKept: Bool = false
    ) -> String {
        var properties = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        if isKept { properties += "<w:keepNext/>" }
        if let list { properties += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(list)\"/></w:numPr>" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            "<w:t xml:space=\"preserve\">\(WordParts.escaped($0))</w:t>"
        }
        return "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")<w:r>"
            + lines.joined(separator: "<w:br/>") + "</w:r></w:p>"
    }

    private static func table(_ table: PublishedDocument.Table) -> String {
        let width = 9638 / max(table.columns.count, 1)
        func row(_ cells: [String], isHeader: Bool) -> String {
            let cells = cells.map { cell in
                "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
                    + paragraph(cell, style: isHeader ? "TableHeading" : "TableText") + "</w:tc>"
            }
            let header = isHeader ? "<w:tblHeader/>" : ""
            return "<w:tr><w:trPr><w:cantSplit/>\(header)</w:trPr>\(cells.joined())</w:tr>"
        }
        let grid = table.columns.map { _ in "<w:gridCol w:w=\"\(width)\"/>" }.joined()
        let caption = WordParts.escaped(table.caption)
        // NB: two tables that touch become one in Word; an empty line keeps them apart.
        return paragraph(table.caption, style: "Caption", isKept: true)
            + "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
            + "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
            + "w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"\(caption)\"/></w:tblPr>"
            + "<w:tblGrid>\(grid)</w:tblGrid>" + row(table.columns, isHeader: true)
            + table.rows.map { row($0, isHeader: false) }.joined() + "</w:tbl>" + paragraph("")
    }

    /// A chart of Word's own: it draws the numbers itself, sharp at any size.
    private static func drawing(_ chart: PublishedDocument.Chart, number: Int, id: Int) -> String {
        let alternative = WordParts.escaped(chart.alternative)
        return """
            <w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
            <wp:extent cx="\(WordChart.width)" cy="\(WordChart.height)"/>\
            <wp:docPr id="\(id)" name="Chart \(number)" descr="\(alternative)"/><wp:cNvGraphicFramePr/>\
            <a:graphic><a:graphicData uri="\(WordChart.namespace)">\
            <c:chart xmlns:c="\(WordChart.namespace)" r:id="chart\(number)"/></a:graphicData></a:graphic></wp:inline>\
            </w:drawing></w:r></w:p>
            """
    }

    /// 12,700 English metric units are a point.
    private static func figure(_ figure: PublishedDocument.Figure, number: Int, id: Int) -> String {
        let (width, height) = (figure.width * 12_700, figure.height * 12_700)
        let alternative = WordParts.escaped(figure.alternative)
        return """
            <w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
            <wp:extent cx="\(width)" cy="\(height)"/><wp:docPr id="\(id)" name="Figure \(number)" descr="\(alternative)"/>\
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="\(id)" name="figure\(number).png" descr="\(alternative)"/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="figure\(number)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
            </w:drawing></w:r></w:p>
            """ + paragraph(figure.caption, style: "Caption")
    }
}
