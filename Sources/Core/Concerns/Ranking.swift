import ChildJourney
import WorkingDays

/// The order in which children are shown on a day. Its parts are shown beside the child; there is no hidden score.
package struct Rank: Hashable, Sendable, Comparable {
    /// 0 for a child somebody has flagged unsafe now.
    package let flagged: Int
    package let level: Int
    /// 0 where harm is alleged, within level 1.
    package let harm: Int
    /// The place of the kind within level 1; 0 in levels 2 and 3.
    package let kind: Int
    /// Within level 1 the newest onset comes first; in levels 2 and 3 the most days over.
    package let urgency: Int
    /// Minus the number of concerns standing.
    package let fewer: Int

    /// Nil when nothing stands and nobody has flagged the child.
    package init?(_ concerns: [Concern], on day: Day, isFlagged: Bool = false, harmAlleged: Bool = false) {
        let standing = concerns.filter { $0.stands(on: day) }
        let isFlagged = isFlagged || standing.contains(where: \.isFlag)
        guard isFlagged || !standing.isEmpty else { return nil }
        let level = standing.map { $0.level(on: day) }.min() ?? 1
        let best = standing.filter { $0.level(on: day) == level }
        self.flagged = isFlagged ? 0 : 1
        self.level = level
        self.harm = level == 1 && harmAlleged ? 0 : 1
        let places = best.map { Rank.place($0.kind) }
        let place = places.min() ?? 0
        self.kind = level == 1 ? place : 0
        if level == 1 {
            self.urgency = best.filter { Rank.place($0.kind) == place }.map { -Int($0.onset.number) }.min() ?? 0
        } else {
            self.urgency = best.map { -$0.daysOver(on: day) }.min() ?? 0
        }
        self.fewer = -standing.count
    }

    private static func place(_ kind: ConcernKind) -> Int { ConcernKind.allCases.firstIndex(of: kind) ?? 0 }

    private var parts: (Int, Int, Int, Int, Int, Int) { (flagged, level, harm, kind, urgency, fewer) }

    package static func < (left: Rank, right: Rank) -> Bool { left.parts < right.parts }
}

extension Journey {
    /// Whether harm was alleged by the referral that was open when the concern began.
    package func isHarmAlleged(for concern: Concern) -> Bool {
        referrals.contains { referral in
            referral.harmAlleged == true && referral.receivedOn <= concern.onset
                && (referral.closedOn.map { concern.onset < $0 } ?? true)
        }
    }
}

extension Concern {
    /// The order of one child's concerns: level, then kind, then most days over, then code and day.
    package static func isBefore(_ left: Concern, _ right: Concern, on day: Day) -> Bool {
        let places = (
            ConcernKind.allCases.firstIndex(of: left.kind) ?? 0, ConcernKind.allCases.firstIndex(of: right.kind) ?? 0
        )
        return (left.level(on: day), places.0, left.onset.number, left.code.text, left.about.key)
            < (right.level(on: day), places.1, right.onset.number, right.code.text, right.about.key)
    }
}
