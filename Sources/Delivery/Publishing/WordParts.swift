/// The parts of a Word package that hold no words of the document, and how words are written in one.
enum WordParts {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let content = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    /// Without characters XML 1.0 has no way to write.
    static func escaped(_ text: some StringProtocol) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case "\"": written += "&quot;"
            case "\t": written += " "
            default:
                let value = scalar.value
                if value >= 0x20 || value == 0x0A, value != 0xFFFE, value != 0xFFFF {
                    written.unicodeScalars.append(scalar)
                }
            }
        }
        return written
    }

    static func contentTypes(charts: Int) -> String {
        let drawn = (0..<charts).map { place in
            "<Override PartName=\"/word/charts/chart\(place + 1).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        }
        return """
            \(declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>\
            <Override PartName="/word/document.xml" ContentType="\(content).document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="\(content).styles+xml"/>\
            <Override PartName="/word/numbering.xml" ContentType="\(content).numbering+xml"/>\
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            \(drawn.joined())</Types>
            """
    }

    static let relations = """
        \(declaration)<Relationships xmlns="\(packageRelations)">\
        <Relationship Id="document" Type="\(officeRelations)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="properties" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/></Relationships>
        """

    static func documentRelations(figures: Int, charts: Int) -> String {
        let images = (0..<figures).map { place in
            "<Relationship Id=\"figure\(place + 1)\" Type=\"\(officeRelations)/image\" Target=\"media/figure\(place + 1).png\"/>"
        }
        let drawn = (0..<charts).map { place in
            "<Relationship Id=\"chart\(place + 1)\" Type=\"\(officeRelations)/chart\" Target=\"charts/chart\(place + 1).xml\"/>"
        }
        return """
            \(declaration)<Relationships xmlns="\(packageRelations)">\
            <Relationship Id="styles" Type="\(officeRelations)/styles" Target="styles.xml"/>\
            <Relationship Id="numbering" Type="\(officeRelations)/numbering" Target="numbering.xml"/>\(images.joined())\(drawn.joined())\
            </Relationships>
            """
    }

    static func properties(_ title: String) -> String {
        """
        \(declaration)<cp:coreProperties \
        xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(escaped(title))</dc:title>\
        <dc:language>en-GB</dc:language></cp:coreProperties>
        """
    }

    /// One for each list, so that every numbered list begins at one.
    static func numbering(_ isNumbered: [Bool]) -> String {
        func level(_ format: String, _ sign: String) -> String {
            """
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(sign)"/>\
            <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
            """
        }
        let kinds =
            "<w:abstractNum w:abstractNumId=\"0\">\(level("bullet", "•"))</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\">\(level("decimal", "%1."))</w:abstractNum>"
        let lists = isNumbered.enumerated().map { place, isNumbered in
            "<w:num w:numId=\"\(place + 1)\"><w:abstractNumId w:val=\"\(isNumbered ? 1 : 0)\"/>"
                + "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        }
        return "\(declaration)<w:numbering xmlns:w=\"\(words)\">\(kinds)\(lists.joined())</w:numbering>"
    }

    static let styles: String = {
        func style(_ id: String, _ name: String, _ paragraph: String, _ run: String, next: String = "Normal") -> String
        {
            """
            <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
            <w:next w:val="\(next)"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
            """
        }
        func heading(_ level: Int, _ size: Int) -> String {
            style(
                "Heading\(level)", "heading \(level)",
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"\(level - 1)\"/>",
                "<w:b/><w:sz w:val=\"\(size)\"/>")
        }
        let border = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"505A5F\"/>"
        }
        return """
            \(declaration)<w:styles xmlns:w="\(words)"><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/>\
            <w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
            <w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>\
            \(style("Title", "Title", "<w:spacing w:after=\"240\"/>", "<w:b/><w:sz w:val=\"44\"/>"))\
            \(heading(1, 30))\(heading(2, 26))\(heading(3, 24))\
            \(style("Caption", "caption", "<w:spacing w:before=\"160\" w:after=\"80\"/>", "<w:b/>"))\
            \(style("ListParagraph", "List Paragraph", "<w:contextualSpacing/>", "", next: "ListParagraph"))\
            \(style("TableText", "Table Text", "<w:spacing w:after=\"0\"/>", "", next: "TableText"))\
            \(style("TableHeading", "Table Heading", "<w:spacing w:after=\"0\"/>", "<w:b/>", next: "TableText"))\
            <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>\
            <w:tblPr><w:tblBorders>\(border.joined())</w:tblBorders><w:tblCellMar><w:left w:w="108" w:type="dxa"/>\
            <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
            """
    }()
}
