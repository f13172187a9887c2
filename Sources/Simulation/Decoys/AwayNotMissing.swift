import ChildJourney
import WorkingDays

/// Away without permission, but where the child is is known; or missing and back today.
struct AwayNotMissing: Decoy {
    let name = "AwayNotMissing"
    let suits: [Story: Int] = [.inCare: 12, .inNeed: 3]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let day = scene.today - 1 - scene.chance.below(6)
        guard let born = life.bornOn, born.completedYears(on: day) >= 9,
            let phase = life.last.shape.phases.last, phase.from < day - 20
        else { return nil }
        let isAway = scene.chance.happens(perThousand: 500)
        life.missing = [MissingEpisode(kind: isAway ? .away : .missing, from: day, until: isAway ? nil : scene.today)]
        return []
    }
}
