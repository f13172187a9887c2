import ChildJourney
import WorkingDays

/// Closed on the very day its late assessment was authorised: the day before, a late concern stood.
struct ClosedWithAssessmentLate: Departure {
    let name = "ClosedWithAssessmentLate"
    let suits: [Story: Int] = [.earlierYears: 10]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let setting = scene.setting
        let practice = scene.practice
        let delay = 2 + scene.chance.below(20)
        return [
            scene.shape { maker in
                let received = maker.closingDay(from: setting.historyStart + 10, to: setting.yearStart - 120)
                let due = practice.due(practice.assessment, after: received)
                let closed = practice.later(delay, due)
                var shape = maker.shape(
                    received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, reason: "RC8",
                    need: maker.need())
                shape.authorisedOn = closed
                shape.outcome = .noFurtherAction
                return shape
            }
        ]
    }

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.episodes.count == 1, let closed = life.last.referral.closedOn, closed < scene.setting.yearStart,
            scene.practice.onset(scene.practice.assessment, after: life.last.referral.receivedOn) < closed
        else { return nil }
        return [
            PlannedConcern(
                "closed-too-soon", about: PlannedConcern.about(.referral, life.last.referral.receivedOn),
                onset: closed, visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
