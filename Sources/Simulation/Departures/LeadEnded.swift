import ChildJourney
import WorkingDays

/// The lead's time with the child ended, and nobody followed.
struct LeadEnded: Departure {
    let name = "LeadEnded"
    let suits: [Story: Int] = [.inNeed: 20, .underAssessment: 8]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.isOpenInNeedThroughout, let index = life.last.allocations.indices.last,
            let last = scene.workingDay(
                from: max(life.last.allocations[index].from + 3, scene.today - 90), through: scene.today - 1)
        else { return nil }
        life.last.allocations[index].until = last
        life.last.allocations[index].changeReason = "Moved to another team"
        return [
            PlannedConcern(
                "child-unowned", about: PlannedConcern.about(.referral, life.last.referral.receivedOn),
                onset: last + 1, visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
