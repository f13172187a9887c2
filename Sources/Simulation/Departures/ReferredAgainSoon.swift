import ChildJourney
import WorkingDays

/// Closed, and referred again within ninety days: the two referrals themselves say so.
struct ReferredAgainSoon: Departure {
    let name = "ReferredAgainSoon"
    let suits: [Story: Int] = [.underAssessment: 20, .inNeed: 8, .ended: 10]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let gap = scene.chance.pick([0, 1, 14, 30, 60, 89, 90])
        return scene.shape { maker in maker.referredAgain(after: gap, reason: "RC8") }
    }

    /// What stands follows from the two referrals, as it does wherever one follows another: `NaturalPatterns` states it.
    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        life.episodes.count == 2 ? [] : nil
    }
}

extension ShapeMaker {
    /// The story's own episode, and one before it that closed so many days earlier.
    mutating func referredAgain(after gap: Int, reason: String) -> [EpisodeShape] {
        guard let latest = latest(), !["RC1", "RC2"].contains(latest.closureReason ?? "") else { return [] }
        let closed = latest.receivedOn - gap
        let received = practice.earlier(12, closed)
        guard received > setting.historyStart + 10 else { return [] }
        var before = shape(
            received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, reason: reason, need: need())
        before.authorisedOn = practice.earlier(2, closed)
        before.outcome = .noFurtherAction
        return [before, latest]
    }
}
