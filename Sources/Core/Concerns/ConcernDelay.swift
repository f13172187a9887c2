import ChildJourney
import WorkingDays

/// A delay of one concern, as lists say it: its reason out of the list, never anybody's own words.
package struct ConcernDelay: Hashable, Sendable {
    package let reason: DelayReason
    package let newDay: Day
    /// False while it waits for a manager.
    package let isAgreed: Bool

    package init(reason: DelayReason, newDay: Day, isAgreed: Bool) {
        self.reason = reason
        self.newDay = newDay
        self.isAgreed = isAgreed
    }

    /// How often a delay of one concern can be agreed.
    package static let most = 2

    /// "Delay explained: a report is not ready (ours). New day Tue 3 Mar 2026."
    package func words(on day: Day) -> String {
        let whose = reason.isRightForChild ? "right for the child" : "ours"
        let said = isAgreed ? "Delay explained" : "A delay is asked for, and no manager has agreed"
        let new =
            newDay < day
            ? "The new day, \(newDay.words), has passed."
            : "New day \(newDay.words)."
        return "\(said): \(reason.words) (\(whose)). \(new)"
    }

    static func of(_ concern: Concern, among delays: [Recorded<DelayExplained>]) -> [ConcernDelay] {
        delays.filter { $0.body.isAbout(concern) && $0.body.isAgreed != false }.map {
            ConcernDelay(reason: $0.body.reason, newDay: $0.body.newDay, isAgreed: $0.body.isAgreed == true)
        }
    }
}

extension DelayExplained {
    package func isAbout(_ concern: Concern) -> Bool {
        self.concern == concern.code.text && about == concern.about.id && aboutKind == concern.about.kind
            && clockStart == concern.clockStart
    }
}

extension Concern {
    /// Whether a delay of it can be asked for: never where a child is unseen and that is for today, never a third time, and
    /// not while one waits.
    package func mayBeDelayed(on day: Day) -> Bool {
        guard overOn.map({ day < $0 }) ?? true, !(kind == .unseen && level(on: day) == 1) else { return false }
        return delays.allSatisfy(\.isAgreed) && delays.count < ConcernDelay.most
    }

    /// What is said of its delays in a list: the last that was agreed, and one that waits.
    package func delayWords(on day: Day) -> [String] {
        [delays.last(where: \.isAgreed), delays.last { !$0.isAgreed }].compactMap { $0?.words(on: day) }
    }
}
