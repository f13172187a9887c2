import Measures

/// A council's teams as they hang together: every case is in one leaf.
struct GroupTree {
    struct Node {
        let group: PublishedFigure.Group
        let parent: Int?
        /// Teams whose cases it holds; empty for those of no team.
        let teams: Set<String>
        fileprivate(set) var children: [Int] = []
    }

    /// The council first, each before what is part of it.
    private(set) var nodes: [Node]
    private let all: Set<String>

    init(teams: [String], parents: [String: String]) {
        var holding = Set(teams)
        for team in teams {
            for above in Self.above(team, parents) { holding.insert(above) }
        }
        all = holding
        nodes = [Node(group: .council, parent: nil, teams: holding)]
        for team in holding.sorted() where Self.above(team, parents).isEmpty { add(team, below: 0, parents) }
        append(Node(group: .noTeam, parent: 0, teams: []))
    }

    func sum(_ node: Int, _ measure: MeasureID, _ period: Int, in tally: MeasureTally) -> MeasureSum {
        let council = tally.sum(measure, period)
        switch nodes[node].group {
        case .council: return council
        case .noTeam: return Self.difference(council, Self.sum(of: all, measure, period, tally))
        case .branch, .team: return Self.sum(of: nodes[node].teams, measure, period, tally)
        }
    }

    private mutating func add(_ team: String, below parent: Int, _ parents: [String: String]) {
        let below = all.filter { $0 != team && Self.above($0, parents).first == team }.sorted()
        guard !below.isEmpty else {
            append(Node(group: .team(team), parent: parent, teams: [team]))
            return
        }
        let held = all.filter { $0 == team || Self.above($0, parents).contains(team) }
        let place = append(Node(group: .branch(team), parent: parent, teams: held))
        // What the branch leads for itself.
        append(Node(group: .team(team), parent: place, teams: [team]))
        for child in below { add(child, below: place, parents) }
    }

    @discardableResult
    private mutating func append(_ node: Node) -> Int {
        nodes.append(node)
        if let parent = node.parent { nodes[parent].children.append(nodes.count - 1) }
        return nodes.count - 1
    }

    /// The nearest first. A ring of teams ends where it began.
    private static func above(_ team: String, _ parents: [String: String]) -> [String] {
        var above: [String] = []
        var next = parents[team]
        while let found = next, found != team, !above.contains(found) {
            above.append(found)
            next = parents[found]
        }
        return next == team ? [] : above
    }

    private static func sum(
        of teams: Set<String>, _ measure: MeasureID, _ period: Int, _ tally: MeasureTally
    ) -> MeasureSum {
        teams.reduce(into: MeasureSum()) { total, team in
            let sum = tally.sum(measure, period, team: team)
            total.numerator += sum.numerator
            total.denominator += sum.denominator
        }
    }

    private static func difference(_ left: MeasureSum, _ right: MeasureSum) -> MeasureSum {
        MeasureSum(numerator: left.numerator - right.numerator, denominator: left.denominator - right.denominator)
    }
}
