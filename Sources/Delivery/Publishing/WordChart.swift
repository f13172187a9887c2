/// A chart as Word and other office programs draw it: DrawingML (ECMA-376, part 1, 21.2). Its numbers stand in it, and no workbook goes
/// with it. All lines are black; they differ by their dashes.
enum WordChart {
    static let namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    /// In English metric units, 12,700 to the point: 453 by 227 points.
    static let width = 5_760_000
    static let height = 2_880_000

    static func text(_ plot: PublishedPlot) -> String {
        let isOverTime = !plot.labels.isEmpty
        let series = plot.series.enumerated().map { isOverTime ? overTime($1, $0, plot) : scattered($1, $0) }.joined()
        let kind =
            isOverTime
            ? "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>\(series)<c:marker val=\"1\"/>\(axisIDs)</c:lineChart>"
            : "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>\(series)\(axisIDs)</c:scatterChart>"
        let across = isOverTime ? categories : values(1, at: "b", crossing: 2, isAcross: true, unit: "")
        return """
            \(WordParts.declaration)<c:chartSpace xmlns:c="\(namespace)" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>\
            <c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>\(kind)\(across)\
            \(values(2, at: "l", crossing: 1, isAcross: false, unit: plot.unit))</c:plotArea>\
            <c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>\
            <c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\(letters)</c:chartSpace>
            """
    }

    private static let axisIDs = "<c:axId val=\"1\"/><c:axId val=\"2\"/>"
    private static let letters =
        "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"><a:solidFill><a:srgbClr val=\"0B0C0C\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"

    private static func overTime(_ series: PublishedPlot.Series, _ place: Int, _ plot: PublishedPlot) -> String {
        let labels = plot.labels.enumerated().map { "<c:pt idx=\"\($0)\"><c:v>\(WordParts.escaped($1))</c:v></c:pt>" }
        return "<c:ser>\(head(series, place))"
            + "<c:cat><c:strLit><c:ptCount val=\"\(labels.count)\"/>\(labels.joined())</c:strLit></c:cat>"
            + "<c:val>\(numbers(series.points.map(\.y)))</c:val><c:smooth val=\"0\"/></c:ser>"
    }

    private static func scattered(_ series: PublishedPlot.Series, _ place: Int) -> String {
        "<c:ser>\(head(series, place))<c:xVal>\(numbers(series.points.map(\.x)))</c:xVal>"
            + "<c:yVal>\(numbers(series.points.map(\.y)))</c:yVal><c:smooth val=\"0\"/></c:ser>"
    }

    /// Its place, its words, how it is drawn, and the points that are marked.
    private static func head(_ series: PublishedPlot.Series, _ place: Int) -> String {
        let marked = series.points.enumerated().filter { $0.element.isMarked }.map { at, _ in
            "<c:dPt><c:idx val=\"\(at)\"/>\(marker(size: 9, fill: "FFFFFF"))<c:bubble3D val=\"0\"/></c:dPt>"
        }
        return
            "<c:idx val=\"\(place)\"/><c:order val=\"\(place)\"/><c:tx><c:v>\(WordParts.escaped(series.words))</c:v></c:tx>"
            + "<c:spPr>\(line(series.look))</c:spPr>"
            + (hasPoints(series.look)
                ? marker(size: 5, fill: "0B0C0C") : "<c:marker><c:symbol val=\"none\"/></c:marker>")
            + marked.joined()
    }

    private static func hasPoints(_ look: PublishedPlot.Look) -> Bool { look == .measured || look == .points }

    private static func line(_ look: PublishedPlot.Look) -> String {
        let dash =
            switch look {
            case .points: ""
            case .measured: "solid"
            case .mean: "dashDot"
            case .limit: "sysDash"
            case .england: "lgDash"
            case .similar: "sysDot"
            case .target: "lgDashDotDot"
            }
        guard !dash.isEmpty else { return "<a:ln><a:noFill/></a:ln>" }
        let width = look == .measured ? 25_400 : look == .target ? 19_050 : 12_700
        return
            "<a:ln w=\"\(width)\"><a:solidFill><a:srgbClr val=\"0B0C0C\"/></a:solidFill><a:prstDash val=\"\(dash)\"/></a:ln>"
    }

    private static func marker(size: Int, fill: String) -> String {
        "<c:marker><c:symbol val=\"circle\"/><c:size val=\"\(size)\"/><c:spPr><a:solidFill><a:srgbClr val=\"\(fill)\"/></a:solidFill><a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"0B0C0C\"/></a:solidFill></a:ln></c:spPr></c:marker>"
    }

    private static func numbers(_ values: [Double?]) -> String {
        let points = values.enumerated().compactMap { place, value in
            value.map { "<c:pt idx=\"\(place)\"><c:v>\($0)</c:v></c:pt>" }
        }
        return
            "<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"\(values.count)\"/>\(points.joined())</c:numLit>"
    }

    private static let categories =
        "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>"

    private static func values(_ id: Int, at side: String, crossing: Int, isAcross: Bool, unit: String) -> String {
        let format = unit == "%" ? "0&quot;%&quot;" : "General"
        let grid =
            isAcross
            ? ""
            : "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"B1B4B6\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
        return
            "<c:valAx><c:axId val=\"\(id)\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"\(side)\"/>\(grid)<c:numFmt formatCode=\"\(format)\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"\(crossing)\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"\(isAcross ? "midCat" : "between")\"/></c:valAx>"
    }
}
