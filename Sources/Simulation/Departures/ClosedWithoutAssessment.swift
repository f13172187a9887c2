import ChildJourney
import WorkingDays

/// Referred for abuse or neglect, accepted, and closed with no assessment.
struct ClosedWithoutAssessment: Departure {
    let name = "ClosedWithoutAssessment"
    let suits: [Story: Int] = [.ended: 10, .assessedNotInNeed: 8, .earlierYears: 6]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let setting = scene.setting
        let isEarlier = scene.story == .earlierYears
        let first = isEarlier ? setting.historyStart + 60 : setting.yearStart + 5
        let last = isEarlier ? setting.yearStart - 2 : setting.today - 1
        let wait = 1 + scene.chance.below(24)
        return [
            scene.shape { maker in
                let closed = maker.closingDay(from: first, to: last)
                let received = maker.practice.earlier(wait, closed)
                var shape = maker.shape(
                    received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, reason: "RC7",
                    need: "N1")
                shape.isAssessed = false
                shape.mayHaveEnquiry = false
                return shape
            }
        ]
    }

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard let closed = life.last.referral.closedOn, life.last.assessments.isEmpty else { return nil }
        return [
            PlannedConcern(
                "closed-too-soon", about: PlannedConcern.about(.referral, life.last.referral.receivedOn),
                onset: closed, visibleIn: scene.formats(for: life.last.referral))
        ]
    }
}
