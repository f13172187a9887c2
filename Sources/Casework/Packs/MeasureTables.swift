import AccessRules
import Measures

/// What would be published of one measure: the council by time, and its branches and teams for one period.
struct MeasureTables {
    private let measure: any Measure.Type
    private let tally: MeasureTally
    private let groups: GroupTree
    /// Whether the record tells of a period, by its place.
    private let isTold: (Int) -> Bool
    private var cells: [DisclosureCell] = []
    /// Of each cell, where its figure is; nil for what nobody prints.
    private var places: [(node: Int, period: Int)?] = []
    private var roots: [Int] = []

    init(_ measure: any Measure.Type, _ tally: MeasureTally, _ groups: GroupTree, isTold: @escaping (Int) -> Bool) {
        self.measure = measure
        self.tally = tally
        self.groups = groups
        self.isTold = isTold
        let months = (0..<PublishedFigures.months).filter(isTold)
        // What stood at the end of a month does not add up with what stood at another; what happened does.
        if measure.counting == .stood {
            roots = months.map { add(0, $0) }
            if months.first == 0 { addGroups(of: roots[0], 0) }
        } else {
            addYear(months)
        }
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

    /// A month is shown or hidden by itself, once and for good; the year follows from its months, those that were printed before
    /// among them.
    private mutating func addYear(_ printed: [Int]) {
        let year = tally.periods.count - 1
        var cellOf: [Int: Int] = [:]
        for month in printed { cellOf[month] = add(0, month) }
        guard isTold(year) else {
            roots = printed.compactMap { cellOf[$0] }
            return
        }
        let whole = add(0, year)
        let months = tally.periods.indices.filter { place in
            place != year && tally.periods[place].from >= tally.periods[year].from
                && tally.periods[place].to <= tally.periods[year].to
        }
        cells[whole].settled = [months.map { month in cellOf[month] ?? addUnprinted(month) }]
        roots = [whole] + cells.indices.filter { $0 != whole }
        addGroups(of: whole, year)
    }

    private mutating func addUnprinted(_ month: Int) -> Int {
        let cell = add(0, month)
        places[cell] = nil
        return cell
    }

    private mutating func addGroups(of root: Int, _ period: Int) {
        var cellOf = [0: root]
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
