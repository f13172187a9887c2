import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// Whether sealing entries as about another child would end, or put off, something at level 1.
enum SealingUrgent {
    static func silences(_ sealed: Set<Int64>, of opened: OpenedChild, on today: Day) -> Bool {
        let urgent = opened.concerns.filter { concern in
            (concern.baseLevel == 1 || concern.level(on: today) == 1) && concern.overOn.map { today < $0 } ?? true
        }
        guard !urgent.isEmpty else { return false }
        var left = opened.history
        left.entries.removeAll { sealed.contains($0.sequence) }
        var journey = left.journey()
        if !opened.surroundings.isEmpty { journey.family = opened.surroundings.family() }
        var findings = Findings(opened.setting)
        Evaluator(opened.setting).evaluate(journey, into: &findings)
        return urgent.contains { before in
            !findings.concerns.contains { after in
                after.code == before.code && after.limb == before.limb && after.about == before.about
                    && after.onset <= before.onset && after.overOn.map { today < $0 } ?? true
            }
        }
    }
}
