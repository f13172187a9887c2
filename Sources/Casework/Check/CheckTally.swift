import ChildJourney
import Concerns
import Duties
import WorkingDays

/// What checking found for one child that has something to show.
package struct CheckedChild: Sendable {
    package let id: String
    package let rank: Rank?
    /// Those that stand on the day, most urgent first.
    package let standing: [Concern]
    /// Those that have cleared or ended by the day; empty unless asked for.
    package let over: [Concern]
}

/// A limb that could not be answered for some children.
package struct PartlyCheckable: Sendable, Hashable {
    package let concern: ConcernCode
    package let children: Int
    package let because: String
}

/// Everything a check counts as children go by; two tallies of different children can be merged.
struct CheckTally {
    let day: Day
    let lastCovered: Day
    let withOver: Bool
    private(set) var children = 0
    private(set) var found = PackedChildren()
    private(set) var counts: [ConcernCode: Int] = [:]
    private(set) var three = ThreeCounts()
    private var unanswered: [NotChecked: Int] = [:]
    /// Limbs of concerns that would only have begun after the last day the source covers.
    private var tooLate: [Limb: Int] = [:]
    private(set) var caseloads = CaseloadOver()
    private(set) var thresholds: ThresholdsInconsistent

    init(day: Day, cover: Cover, withOver: Bool) {
        self.day = day
        self.lastCovered = min(day, cover.until ?? day)
        self.withOver = withOver
        thresholds = ThresholdsInconsistent(on: lastCovered)
    }

    mutating func add(_ child: SourceChild, _ findings: Findings) {
        children += 1
        caseloads.add(child.journey)
        thresholds.add(child.journey)
        countUnchecked(findings)
        var standing: [Concern] = []
        var over: [Concern] = []
        for concern in findings.concerns where concern.onset <= lastCovered {
            if concern.stands(on: day) {
                standing.append(concern)
                counts[concern.code, default: 0] += 1
            } else if withOver {
                over.append(concern)
            }
        }
        guard !standing.isEmpty || !over.isEmpty else { return }
        three.count(standing, on: day)
        standing.sort { Concern.isBefore($0, $1, on: day) }
        found.append(
            CheckedChild(
                id: child.id,
                rank: Rank(
                    standing, on: day, harmAlleged: standing.contains(where: child.journey.isHarmAlleged)),
                standing: standing, over: over))
    }

    /// Each reason is counted once a child, however many records it came from.
    private mutating func countUnchecked(_ findings: Findings) {
        for (index, unchecked) in findings.notChecked.enumerated()
        where !findings.notChecked[..<index].contains(unchecked) {
            unanswered[unchecked, default: 0] += 1
        }
        for concern in findings.concerns
        where concern.onset > lastCovered && concern.stands(on: day) {
            tooLate[Limb(code: concern.code, words: concern.limb), default: 0] += 1
        }
    }

    /// Children by what could not be answered for them, and why.
    var notChecked: [NotChecked: Int] {
        let because = "it would only have begun after \(lastCovered.words), the last day the source covers"
        var all = unanswered
        for (limb, count) in tooLate {
            all[NotChecked(code: limb.code, limb: limb.words, because: because), default: 0] += count
        }
        return all
    }

    private struct Limb: Hashable {
        let code: ConcernCode
        let words: String
    }

    mutating func merge(_ other: CheckTally) {
        children += other.children
        found.merge(other.found)
        counts.merge(other.counts, uniquingKeysWith: +)
        three.leftAtPotentialRisk += other.three.leftAtPotentialRisk
        three.dutiesOverdue += other.three.dutiesOverdue
        unanswered.merge(other.unanswered, uniquingKeysWith: +)
        tooLate.merge(other.tooLate, uniquingKeysWith: +)
        caseloads.merge(other.caseloads)
        thresholds.merge(other.thresholds)
    }
}
