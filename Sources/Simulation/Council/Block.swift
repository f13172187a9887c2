/// Forty children numbered one after another, with exactly the mix of stories that keeps a caseload, and a team's
/// decisions, within bounds: sixteen are open on the reference day, in every block.
struct Block {
    static let size = 40

    let number: Int
    private let step: Int
    private let shift: Int

    /// Steps that visit all forty places.
    private static let steps = [1, 3, 7, 9, 11, 13, 17, 19, 21, 23, 27, 29, 31, 33, 37, 39]

    init(of child: Int, seed: UInt64) { self.init(number: (child - 1) / Self.size, seed: seed) }

    init(number: Int, seed: UInt64) {
        var chance = Chance(seed: seed, purpose: .block, number: number)
        self.number = number
        step = chance.pick(Self.steps)
        shift = chance.below(Self.size)
    }

    static func children(of block: Int, council children: Int) -> ClosedRange<Int> {
        (block * size + 1)...min((block + 1) * size, children)
    }

    /// The child's place among the forty, shuffled by the seed.
    func slot(of child: Int) -> Int { ((child - 1) % Self.size * step + shift) % Self.size }

    /// What happens to the child in a slot. The shares are those of the national profile: see docs/simulation.md.
    func story(ofSlot slot: Int) -> Story {
        switch slot {
        case 0...2: .underAssessment
        case 3...4: .onProtectionPlan
        case 5...8: .inCare
        case 9...15: .inNeed
        case 16...26: .ended
        case 27...32: .assessedNotInNeed
        case 33: number.isMultiple(of: 2) ? .assessedNotInNeed : .noFurtherAction
        case 34: .noFurtherAction
        case 35...37: .earlierYears
        default: .contactsOnly
        }
    }
}
