/// Shares out places among groups by their size.
enum Allotment {
    /// By largest remainder; a tie goes to the group first by name. Every group that is not empty has one place where there are
    /// as many places as groups, and none has more than its size.
    static func bySize(_ sizes: [String: Int], places: Int) -> [String: Int] {
        let groups = sizes.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let total = groups.reduce(0) { $0 + $1.value }
        guard total > 0, places > 0 else { return [:] }
        let places = min(places, total)
        let exact = groups.map { Double($0.value) * Double(places) / Double(total) }
        var shares = exact.map { Int($0) }
        if places >= groups.count { shares = shares.map { max(1, $0) } }
        let remainders = groups.indices.sorted {
            let (one, other) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
            return one == other ? $0 < $1 : one > other
        }
        var given = shares.reduce(0, +)
        var turn = 0
        while given < places {
            let group = remainders[turn % remainders.count]
            if shares[group] < groups[group].value {
                shares[group] += 1
                given += 1
            }
            turn += 1
        }
        while given > places, let most = shares.indices.filter({ shares[$0] > 1 }).max(by: { shares[$0] < shares[$1] })
        {
            shares[most] -= 1
            given -= 1
        }
        return Dictionary(uniqueKeysWithValues: zip(groups.map(\.key), shares))
    }
}
