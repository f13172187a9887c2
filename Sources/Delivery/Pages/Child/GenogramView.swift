import HTML

/// The drawing, in a box of its own that scrolls where it is wider than the page, and the same as a table.
struct GenogramView: HTML {
    let genogram: Genogram

    var body: some HTML {
        section(.aria("labelledby", "genogram")) {
            h2(.id("genogram")) { "Family tree" }
            div(
                .class("genogram"), .role("region"), .aria("label", "Drawing of the family tree"), .tabindex(0)
            ) {
                GenogramDrawing(genogram: genogram)
            }
            p(.class("hint")) {
                "Square: male. Circle: female. Diamond: not known. Triangle: unborn. Double line: the child. Crossed: died. "
                    + "Line with two strokes: former partners. Line above: brothers and sisters."
            }
            DataTable(
                caption: "The same in words",
                columns: ["Who", "What they are", "Born", "Lives with the child", "Besides"]
            ) {
                for person in genogram.people where !person.isChild {
                    TableRow {
                        HeadCell("Who") {
                            if let href = person.href {
                                a(.href(href)) { bdi { person.name } }
                            } else {
                                bdi { person.name }
                            }
                        }
                        Cell("What they are") { person.role }
                        Cell("Born") { person.born.isEmpty ? "Not known" : person.born }
                        Cell("Lives with the child") {
                            person.sign == .hidden ? "Not shown" : person.livesWith ? "Yes" : "No, or not recorded"
                        }
                        Cell("Besides") {
                            let besides = (person.facts + [person.poses].compactMap { $0 }).joined(separator: ", ")
                            besides.isEmpty
                                ? "Nothing recorded" : besides.prefix(1).uppercased() + besides.dropFirst()
                        }
                    }
                }
            }
        }
    }
}

private struct GenogramDrawing: HTML {
    private static let column = 156.0
    private static let half = 22.0
    private static let rowHeight = 150.0
    private static let top = 16.0

    let genogram: Genogram
    private let places: [(x: Double, y: Double)]
    private let width: Double
    private let height: Double
    private let rows: [Int]

    init(genogram: Genogram) {
        self.genogram = genogram
        let rows = Array(Set(genogram.people.map(\.generation))).sorted()
        let widest = rows.map { row in genogram.people.filter { $0.generation == row }.count }.max() ?? 1
        let width = Double(widest) * Self.column
        var places = Array(repeating: (x: 0.0, y: 0.0), count: genogram.people.count)
        for (number, row) in rows.enumerated() {
            let members = genogram.people.indices.filter { genogram.people[$0].generation == row }
            // Each row stands in the middle.
            let left = (width - Double(members.count) * Self.column) / 2
            for (place, index) in members.enumerated() {
                places[index] = (
                    left + (Double(place) + 0.5) * Self.column, Self.top + Self.half + Double(number) * Self.rowHeight
                )
            }
        }
        self.rows = rows
        self.places = places
        self.width = width
        height = Double(rows.count) * Self.rowHeight
    }

    var body: some HTML {
        svg(
            .class("tree"), .viewBox(width: width, height: height), .width(width), .height(height), .role("img"),
            .aria("labelledby", "tree-title tree-words")
        ) {
            SVG.title(.id("tree-title")) { "Family tree of \(genogram.childName)" }
            SVG.desc(.id("tree-words")) { genogram.words }
            SVG.g(.class("ties")) {
                for line in genogram.unions.enumerated().flatMap({ lines(of: $0.element, $0.offset) }) {
                    SVG.polyline(.points(line)) {}
                }
            }
            for (index, person) in genogram.people.enumerated() {
                GenogramSign(person: person, x: places[index].x, y: places[index].y)
                GenogramLabels(person: person, x: places[index].x, y: places[index].y + Self.half + 16)
            }
        }
    }

    /// A line between partners, at the height of their signs; from it down to each child.
    private func lines(of union: Genogram.Union, _ number: Int) -> [[(x: Double, y: Double)]] {
        var lines: [[(x: Double, y: Double)]] = []
        let parents = union.parents.map { places[$0] }
        let children = union.children.map { places[$0] }
        if union.kind == .siblings, parents.count == 2 {
            let (one, other) = (parents[0], parents[1])
            let bar = min(one.y, other.y) - Self.half - 8
            return [[(one.x, one.y - Self.half), (one.x, bar), (other.x, bar), (other.x, other.y - Self.half)]]
        }
        guard let first = parents.first else { return [] }
        // NB: each union on a height of its own, so that two partnerships are told apart.
        let beside = first.y + Double(number % 3) * 7 - 7
        var middle = first.x + Self.half + 8
        if parents.count == 2 {
            let (left, right) = parents[0].x < parents[1].x ? (parents[0], parents[1]) : (parents[1], parents[0])
            lines.append([(left.x + Self.half, beside), (right.x - Self.half, beside)])
            if union.kind == .over {
                let over = (left.x + right.x) / 2
                for stroke in [-3.0, 3.0] {
                    lines.append([(over + stroke - 4, beside + 8), (over + stroke + 4, beside - 8)])
                }
            }
            // Between neighbours nobody's name stands below the line.
            middle = left.x + Self.column / 2
        } else if !children.isEmpty {
            middle = first.x + Self.column / 2
            lines.append([(first.x + Self.half, beside), (middle, beside)])
        }
        guard let below = children.first else { return lines }
        let bar = below.y - Self.half - 10 - Double(number % 3) * 5
        lines.append([(middle, beside), (middle, bar)])
        for child in children { lines.append([(middle, bar), (child.x, bar), (child.x, child.y - Self.half)]) }
        return lines
    }
}

private struct GenogramSign: HTML {
    private static let half = 22.0

    let person: Genogram.Somebody
    let x: Double
    let y: Double

    var body: some HTML {
        GenogramOutline(sign: person.sign, x: x, y: y, half: Self.half)
        if person.isChild { GenogramOutline(sign: person.sign, x: x, y: y, half: Self.half - 5) }
        if person.isDead {
            SVG.polyline(
                .class("sign"), .points([(x - Self.half, y - Self.half), (x + Self.half, y + Self.half)])
            ) {}
        }
    }
}

private struct GenogramOutline: HTML {
    let sign: Genogram.Sign
    let x: Double
    let y: Double
    let half: Double

    private var kind: String { sign == .hidden ? "sign unknown" : "sign" }

    private var corners: [(x: Double, y: Double)] {
        let around: [(Double, Double)] =
            sign == .triangle
            ? [(0, -half), (half, half), (-half, half), (0, -half)]
            : [(0, -half), (half, 0), (0, half), (-half, 0), (0, -half)]
        return around.map { (x + $0.0, y + $0.1) }
    }

    var body: some HTML {
        switch sign {
        case .square:
            SVG.rect(.class(kind), .x(x - half), .y(y - half), .width(half * 2), .height(half * 2)) {}
        case .circle: SVG.circle(.class(kind), .cx(x), .cy(y), .r(half)) {}
        case .diamond, .hidden, .triangle: SVG.polyline(.class(kind), .points(corners)) {}
        }
    }
}

private struct GenogramLabels: HTML {
    let person: Genogram.Somebody
    let x: Double
    let y: Double

    var body: some HTML {
        let names = Self.lines(person.name)
        let lines = names + [person.role, person.born, person.poses == nil ? "" : "may pose a risk"]
        for (number, line) in lines.filter({ !$0.isEmpty }).enumerated() {
            SVG.text(
                .class(number < names.count ? "name" : "tick"), .x(x), .y(y + Double(number) * 15),
                .textAnchor("middle")
            ) { line }
        }
    }

    /// A name on at most two lines.
    private static func lines(_ name: String) -> [String] {
        guard name.count > 16 else { return [name] }
        var (first, second) = ("", "")
        for word in name.split(separator: " ") {
            if second.isEmpty, first.isEmpty || first.count + word.count < 16 {
                first += (first.isEmpty ? "" : " ") + word
            } else {
                second += (second.isEmpty ? "" : " ") + word
            }
        }
        return [first, second.count > 18 ? second.prefix(17) + "…" : second].filter { !$0.isEmpty }
    }
}
