import AccessRules
import Measures

/// What would be published of one measure: the council by time, and its branches and teams for one period.
struct MeasureTables {
    private static let months = 12
    private static let quarter = 12
    private static let year = 13

    private let measure: any Measure.Type
    private let tally: MeasureTally
    private let groups: GroupTree
    private var cells: [DisclosureCell] = []
    /// Of each cell, where its figure is; nil for what nobody prints.
    private var places: [(node: Int, period: Int)?] = []
    private var roots: [Int] = []

    init(_ measure: any Measure.Type, _ tally: MeasureTally, _ groups: GroupTree) {
        self.measure = measure
        self.tally = tally
        self.groups = groups
        // What stood at the end of a month does not add up with what stood at another; what happened does.
        if measure.counting == .stood {
            roots = (0..<Self.months).map { add(0, $0) }
        } else {
            addMonths()
        }
        addGroups()
    }

    var figures: [PublishedFigure] {
        zip(places, DisclosureControl.shown(cells, roots: roots)).compactMap { place, isShown in
            place.map { place in
                PublishedFigure(
                    measure: measure.id, group: groups.nodes[place.node].group,
                    partOf: groups.nodes[place.node].parent.map { groups.nodes[$0].group },
                    period: tally.periods[place.period],
                    sum: isShown ? groups.sum(place.node, measure.id, place.period, in: tally) : nil)
            }
        }
    }

    private mutating func addMonths() {
        let whole = add(0, Self.year)
        let last = add(0, Self.quarter)
        let rest = cells.count
        cells.append(
            DisclosureCell(
                whole: cells[whole].whole - cells[last].whole,
                part: cells[whole].part.flatMap { part in cells[last].part.map { part - $0 } }))
        places.append(nil)
        let months = (0..<Self.months).map { add(0, $0) }
        cells[whole].breakdowns.append([last, rest])
        cells[last].breakdowns.append(Array(months.prefix(3)))
        cells[rest].breakdowns.append(Array(months.dropFirst(3)))
        roots = [whole]
    }

    private mutating func addGroups() {
        let period = measure.counting == .stood ? 0 : Self.year
        var cellOf = [0: roots[0]]
        for node in groups.nodes.indices {
            guard let cell = cellOf[node], !groups.nodes[node].children.isEmpty else { continue }
            var parts: [Int] = []
            for child in groups.nodes[node].children {
                let part = add(child, period)
                cellOf[child] = part
                parts.append(part)
            }
            cells[cell].breakdowns.append(parts)
        }
    }

    private mutating func add(_ node: Int, _ period: Int) -> Int {
        let sum = groups.sum(node, measure.id, period, in: tally)
        // A sum of days counts nobody.
        cells.append(DisclosureCell(whole: sum.denominator, part: measure.unit == .days ? nil : sum.numerator))
        places.append((node, period))
        return cells.count - 1
    }
}
