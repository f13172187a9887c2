import ChildJourney
import WorkingDays

/// Referred again a year and a day after the referral before: no longer a re-referral. On the day itself it still is.
struct ReferredAgainAfterAYear: Decoy {
    let name = "ReferredAgainAfterAYear"
    let suits: [Story: Int] = [.underAssessment: 6, .inNeed: 6]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let extra = scene.chance.below(2)
        let months = scene.practice.reReferral.number
        return scene.shape { maker in
            guard let latest = maker.latest() else { return [] }
            var received = latest.receivedOn.adding(months: -months) - extra
            if received.adding(months: months) > latest.receivedOn { received = received - 1 }
            guard received > maker.setting.historyStart + 5 else { return [] }
            let closed = maker.practice.later(30, received)
            var before = maker.shape(
                received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, reason: "RC8",
                need: maker.need())
            before.authorisedOn = maker.practice.earlier(3, closed)
            before.outcome = .noFurtherAction
            return closed < latest.receivedOn ? [before, latest] : []
        }
    }
}
