import WorkingDays

/// The three counts: kept apart, never added.
package struct ThreeCounts: Hashable, Sendable, Codable {
    /// Children somebody has flagged.
    package var unsafeNow = 0
    /// Children for whom a level 1 concern of kind unseen, undecided, unowned or unshared stands.
    package var leftAtPotentialRisk = 0
    /// Standing concerns that are neither.
    package var dutiesOverdue = 0

    package init(unsafeNow: Int = 0, leftAtPotentialRisk: Int = 0, dutiesOverdue: Int = 0) {
        self.unsafeNow = unsafeNow
        self.leftAtPotentialRisk = leftAtPotentialRisk
        self.dutiesOverdue = dutiesOverdue
    }

    /// Counts one child's concerns on a day; rows never shown in Today are not counted.
    package mutating func count(_ concerns: [Concern], on day: Day) {
        var atRisk = false
        var isFlagged = false
        for concern in concerns where concern.inToday && concern.stands(on: day) {
            if concern.isFlag {
                isFlagged = true
            } else if concern.leavesAtPotentialRisk(on: day) {
                atRisk = true
            } else {
                dutiesOverdue += 1
            }
        }
        if isFlagged { unsafeNow += 1 }
        if atRisk { leftAtPotentialRisk += 1 }
    }
}
