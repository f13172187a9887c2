import ChildJourney
import WorkingDays

/// A child came with a child in need plan from elsewhere and has been in need for over a year, and nothing changed.
struct YearWithoutStep: Departure {
    let name = "YearWithoutStep"
    let suits: [Story: Int] = [.inNeed: 26]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let latest = scene.today.adding(months: -scene.practice.inNeedStep.number) - 2
        let room = max(1, min(600, latest - scene.setting.historyStart - 5))
        let received = scene.practice.earlier(0, latest - scene.chance.below(room))
        return [
            scene.shape { maker in
                var shape = maker.shape(received, [Phase(.inNeed, from: received)], need: maker.need())
                shape.broughtInNeedPlan = true
                return shape
            }
        ]
    }

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.episodes.count == 1, life.last.inNeedPlans.count == 1 else { return nil }
        let received = life.last.referral.receivedOn
        let onset = scene.practice.onset(scene.practice.inNeedStep, after: received)
        guard scene.stands(onset) else { return nil }
        return [
            PlannedConcern(
                "in-need-drift", about: PlannedConcern.about(.referral, received), onset: onset,
                visibleIn: scene.setting.censusHasInNeedPlans
                    ? PlannedConcern.everywhere : PlannedConcern.fullRecords)
        ]
    }
}
