/// A drawn sample, which anybody can draw again: the same frame, method, size and seed give the same children in the same order.
///
/// The seed is the SHA-256 of the chain's head, the frame's digest and the number of the draw, and the order is ascending by the
/// SHA-256 of the seed and the child: nobody chooses either. How SHA-256 is worked out is handed in.
package struct SampleDraw: Sendable {
    package typealias Hash = ([UInt8]) -> [UInt8]

    package struct Case: Hashable, Sendable {
        package let child: String
        package let stratum: String
        /// The chance this child had of being drawn, above 0 and at most 1.
        package let chance: Double
    }

    package let seed: [UInt8]
    package let frameDigest: [UInt8]
    /// In the order drawn.
    package let cases: [Case]
    /// Who comes next where a case is replaced, in the order drawn.
    package let reserve: [Case]

    /// - Parameter draw: 1 for the first draw ever of this council's record, and so on: every draw counts, used or not.
    package init(
        _ frame: SamplingFrame, method: DrawMethod, size: Int, chainHead: [UInt8], draw: Int, reserve wanted: Int = 10,
        hash: Hash
    ) {
        precondition(method != .chosen, "a chosen sample is not drawn")
        frameDigest = hash(frame.bytes)
        seed = hash(chainHead + frameDigest + Array(String(draw).utf8))
        let size = method == .wholeFrame ? frame.count : min(max(size, 0), frame.count)
        let order = Self.order(of: frame.members, seed: seed, hash: hash)
        let picks: [Pick]
        switch method {
        case .simpleRandom, .wholeFrame, .chosen:
            picks = order.prefix(size).map { Pick(index: $0, chance: Double(size) / Double(max(1, frame.count))) }
        case .everyNth: picks = Self.everyNth(frame.members, size, seed)
        case .stratified: picks = Self.stratified(frame.members, size, order)
        case .riskWeighted: picks = Self.weighted(frame.members, size, order, seed)
        }
        cases = picks.map { Case(frame.members[$0.index], chance: $0.chance) }
        let taken = Set(picks.map(\.index))
        reserve = order.lazy.filter { !taken.contains($0) }.prefix(wanted).map {
            Case(frame.members[$0], chance: Double(size) / Double(max(1, frame.count)))
        }
    }

    struct Pick {
        let index: Int
        let chance: Double
    }

    /// Places in the frame, ascending by what is hashed of the seed and the child.
    private static func order(of members: [SamplingFrame.Member], seed: [UInt8], hash: Hash) -> [Int] {
        var keys: [(key: UInt64, rest: UInt64, index: Int)] = []
        keys.reserveCapacity(members.count)
        for (index, member) in members.enumerated() {
            let digest = hash(seed + Array(member.child.utf8))
            keys.append((number(digest[0..<8]), number(digest[8..<16]), index))
        }
        keys.sort { ($0.key, $0.rest, $0.index) < ($1.key, $1.rest, $1.index) }
        return keys.map(\.index)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    /// A share of one that the seed alone decides.
    private static func start(_ seed: [UInt8]) -> Double { Double(number(seed[0..<8]) >> 11) / Double(1 << 53) }

    /// By child, at equal distances from a start within the first.
    private static func everyNth(_ members: [SamplingFrame.Member], _ size: Int, _ seed: [UInt8]) -> [Pick] {
        guard size > 0 else { return [] }
        let step = Double(members.count) / Double(size)
        let start = start(seed) * step
        return (0..<size).map { turn in
            Pick(index: min(members.count - 1, Int(start + Double(turn) * step)), chance: 1 / step)
        }
    }

    /// As many of each group as its share of the frame, by largest remainder; a group that is not empty has at least one where
    /// there are cases enough.
    private static func stratified(_ members: [SamplingFrame.Member], _ size: Int, _ order: [Int]) -> [Pick] {
        var groups: [String: [Int]] = [:]
        for index in order { groups[members[index].stratum, default: []].append(index) }
        let shares = Allotment.bySize(groups.mapValues(\.count), places: size)
        var picks: [Int: Double] = [:]
        for (stratum, indices) in groups {
            let share = shares[stratum] ?? 0
            for index in indices.prefix(share) { picks[index] = Double(share) / Double(indices.count) }
        }
        return order.compactMap { index in picks[index].map { Pick(index: index, chance: $0) } }
    }

    /// Systematic and proportional to size. Whoever weighs more than a whole step is taken for certain, and the step is worked
    /// out again among the others.
    private static func weighted(
        _ members: [SamplingFrame.Member], _ size: Int, _ order: [Int], _ seed: [UInt8]
    ) -> [Pick] {
        var certain: Set<Int> = []
        var left = order.filter { members[$0].weight > 0 }
        while certain.count < size {
            let total = left.reduce(0) { $0 + members[$1].weight }
            let step = total / Double(size - certain.count)
            let heavy = left.filter { members[$0].weight >= step }
            guard !heavy.isEmpty else { break }
            certain.formUnion(heavy.prefix(size - certain.count))
            left.removeAll { certain.contains($0) }
        }
        var chances: [Int: Double] = Dictionary(uniqueKeysWithValues: certain.map { ($0, 1) })
        let places = size - certain.count
        if places > 0, !left.isEmpty {
            let step = left.reduce(0) { $0 + members[$1].weight } / Double(places)
            var next = start(seed) * step
            var passed = 0.0
            for index in left {
                passed += members[index].weight
                while next < passed, chances.count < size {
                    chances[index] = members[index].weight / step
                    next += step
                }
            }
        }
        return order.compactMap { index in chances[index].map { Pick(index: index, chance: $0) } }
    }
}

extension SampleDraw.Case {
    fileprivate init(_ member: SamplingFrame.Member, chance: Double) {
        self.init(child: member.child, stratum: member.stratum, chance: chance)
    }
}
