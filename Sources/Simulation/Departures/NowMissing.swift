import ChildJourney
import WorkingDays

/// A child went missing not long ago and has not come back.
struct NowMissing: Departure {
    let name = "NowMissing"
    let suits: [Story: Int] = [.inNeed: 8, .onProtectionPlan: 6, .inCare: 20]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let day = scene.today - scene.chance.below(9)
        guard let born = life.bornOn, born.completedYears(on: day) >= 9,
            let phase = life.last.shape.phases.last, phase.from < day - 20
        else { return nil }
        let kind: MissingKind = scene.chance.happens(perThousand: 800) ? .missing : .unstated
        life.missing = [MissingEpisode(kind: kind, from: day)]
        return [
            PlannedConcern(
                "missing-now", about: PlannedConcern.about(.missingEpisode, day), onset: day,
                visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
