import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// What sealing something on one child's record would end, or put off, for a child: the same one or another of the family.
package struct WouldEnd: Sendable {
    package let child: SubjectID
    /// At level 1, and gone, later or less urgent without what would be sealed. Never empty.
    package let concerns: [Concern]

    /// Nil where nothing at level 1 would end.
    ///
    /// - Parameters:
    ///   - before: what stands, or will, as everything is recorded now.
    ///   - after: the same without what would be sealed.
    package init?(_ child: SubjectID, before: [Concern], after: [Concern], on today: Day) {
        let urgent = before.filter { concern in
            (concern.baseLevel == 1 || concern.level(on: today) == 1) && concern.overOn.map { today < $0 } ?? true
        }
        let ended = urgent.filter { before in
            !after.contains { after in
                after.code == before.code && after.limb == before.limb && after.about == before.about
                    && after.onset <= before.onset && after.overOn.map { today < $0 } ?? true
                    && after.level(on: max(today, before.onset)) <= before.level(on: max(today, before.onset))
            }
        }
        if ended.isEmpty { return nil }
        self.child = child
        concerns = ended
    }
}

/// What became of entries that seal something.
package enum Sealed: Sendable {
    case appended(Appended)
    /// They end something at level 1, and nothing is recorded.
    case wouldEnd([WouldEnd])
}

package protocol SealingKeeping: Sendable {
    /// What recording these entries would end at level 1, for the children they are about and for every child whose evaluation
    /// reads one of them: those they are about first. `access` is to the first. It is worked out just as recording works it out, and nothing is recorded.
    ///
    /// NB: it names children of whom the reader may not be told: whoever shows it asks for each.
    func wouldEnd(by entries: [NewEntry], access: Access, at moment: Moment) async throws(StoreFailure) -> [WouldEnd]
    /// Records them unless they would end something at level 1: found out and recorded in one transaction, so that of two
    /// that are sealed at the same moment the second is tried without the first.
    func appendUnlessItEnds(
        _ entries: [NewEntry], access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Sealed
}
