/// A figure that would be published, and how it is broken down.
package struct DisclosureCell: Hashable, Sendable {
    /// Of how many.
    package var whole: Int
    /// How many of them were so; nil where the figure is a count alone.
    package var part: Int?
    /// Cells that add up to it exactly, one list for each way it is broken down. What nobody would print ("no team", "the rest of
    /// the year") is a cell here too: whoever subtracts has it.
    package var breakdowns: [[Int]]
    /// Cells that add up to it exactly and were published before it, each hidden or shown by itself alone: a month, before its year
    /// was over. Nothing more can be hidden among them, so where what is hidden is not enough the cell itself is.
    package var settled: [[Int]]

    package init(whole: Int, part: Int? = nil, breakdowns: [[Int]] = [], settled: [[Int]] = []) {
        self.whole = whole
        self.part = part
        self.breakdowns = breakdowns
        self.settled = settled
    }

    fileprivate var parts: [Int] { part.map { [$0, whole - $0] } ?? [] }
}

/// Statistical disclosure control: which of many published figures are hidden, so that no count from 1 to 4 can be worked out
/// from the others.
///
/// Top down, one breakdown after another. A cell that rests on a small count is hidden. In a breakdown of a cell that is shown, what
/// is hidden is known together, by subtraction; so it is two cells or more, and their sum is no small count itself. Nothing below a
/// hidden cell is shown. Each hidden count may then be 1, 2, 3 or 4, for the others of its breakdown can always take up the rest.
///
/// Another table may be of the same whole and hide less of it. So which wholes are hidden rests on wholes alone and is the same in
/// every such table, and the parts are hidden as if every other whole were known.
package enum DisclosureControl {
    /// Whether each cell is shown, its whole and its part.
    ///
    /// - Parameter roots: Cells that are part of no other. A cell is in one breakdown at most, after what it is part of.
    package static func shown(_ cells: [DisclosureCell], roots: [Int]) -> [Bool] {
        let isSmall = { (count: Int) in Suppression.hidden.contains(count) }
        let wholes = DisclosureWalk(cells: cells, roots: roots) {
            isSmall(cells[$0].whole)
        } suffice: { hidden in
            let sum = hidden.reduce(0) { $0 + cells[$1].whole }
            // One of them could be 4 with each of the others at least 1.
            return hidden.count >= 2 && sum >= Suppression.hidden.upperBound + hidden.count - 1
        }.shown()
        return DisclosureWalk(cells: cells, roots: roots) { place in
            !wholes[place] || cells[place].parts.contains(where: isSmall)
        } suffice: { hidden in
            hidden.count >= 2 && Self.partsStayOpen(hidden, cells, wholes)
        }.shown(below: wholes)
    }

    private static func partsStayOpen(_ hidden: [Int], _ cells: [DisclosureCell], _ wholes: [Bool]) -> Bool {
        let sums = [0, 1].map { side in
            hidden.reduce(0) { $0 + (cells[$1].parts.isEmpty ? 0 : cells[$1].parts[side]) }
        }
        guard !sums.contains(where: { Suppression.hidden.contains($0) }) else { return false }
        var open = hidden
        while let place = open.popLast() {
            open += cells[place].breakdowns.flatMap { $0 }
            // NB: at least this many of a known whole are so, whatever the other hidden cells hold.
            guard wholes[place], !cells[place].parts.isEmpty else { continue }
            if sums.contains(where: { (2...Suppression.hidden.upperBound).contains(cells[place].whole - $0) }) {
                return false
            }
        }
        return true
    }
}

/// One way down the cells.
private struct DisclosureWalk {
    let cells: [DisclosureCell]
    let roots: [Int]
    let hides: (Int) -> Bool
    /// Whether what is hidden of one breakdown is enough.
    let suffice: ([Int]) -> Bool

    init(
        cells: [DisclosureCell], roots: [Int], hides: @escaping (Int) -> Bool, suffice: @escaping ([Int]) -> Bool
    ) {
        self.cells = cells
        self.roots = roots
        self.hides = hides
        self.suffice = suffice
    }

    /// A breakdown that cannot hide enough hides what it is of, and all begins again.
    ///
    /// - Parameter known: Nil where a breakdown hidden altogether is always enough; one that is settled may not be.
    func shown(below known: [Bool]? = nil) -> [Bool] {
        var forced: Set<Int> = []
        while true {
            var shown = Array(repeating: false, count: cells.count)
            var failed: Int?
            var open = roots.filter { !hides($0) && !forced.contains($0) }
            while let cell = open.popLast() {
                shown[cell] = true
                for parts in cells[cell].settled {
                    let hidden = parts.filter(hides)
                    if !hidden.isEmpty, !suffice(hidden) { failed = cell }
                }
                for parts in cells[cell].breakdowns {
                    let hidden = hidden(among: parts, forced)
                    if known != nil, !hidden.isEmpty, !suffice(hidden) { failed = cell }
                    open += parts.filter { !hidden.contains($0) }
                }
            }
            guard let failed else { return shown }
            forced.insert(failed)
        }
    }

    private func hidden(among parts: [Int], _ forced: Set<Int>) -> [Int] {
        var hidden = parts.filter { hides($0) || forced.contains($0) }
        guard !hidden.isEmpty else { return [] }
        // The smallest first, so that as little as may be is lost; noughts last, for they take up nothing.
        var others = parts.filter { !hidden.contains($0) }.sorted { left, right in
            let (left, right) = (cells[left].whole, cells[right].whole)
            return (left == 0 ? Int.max : left) < (right == 0 ? Int.max : right)
        }
        while !suffice(hidden), !others.isEmpty { hidden.append(others.removeFirst()) }
        return hidden
    }
}
