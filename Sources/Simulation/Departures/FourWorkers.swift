import ChildJourney
import WorkingDays

/// Four leads one after another within twelve months, the fourth not long ago.
struct FourWorkers: Departure {
    let name = "FourWorkers"
    let suits: [Story: Int] = [.inNeed: 14, .onProtectionPlan: 8]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.episodes.count == 1, life.last.allocations.count == 1, let first = life.last.allocations.first,
            let worker = first.worker, first.from > scene.today.adding(months: -11), scene.today - first.from > 75,
            let fourth = scene.workingDay(from: max(first.from + 60, scene.today - 75), through: scene.today - 2)
        else { return nil }
        let third = fourth - (fourth - first.from) / 3
        let second = fourth - (fourth - first.from) * 2 / 3
        let team = life.post.teamNumber
        life.handOver(to: TeamWorkers.relief(0, team: team), on: second)
        life.handOver(to: TeamWorkers.relief(1, team: team), on: third)
        life.handOver(to: worker, on: fourth)
        return [
            PlannedConcern(
                "worker-changes", about: PlannedConcern.about(.allocation, fourth), onset: fourth,
                visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
