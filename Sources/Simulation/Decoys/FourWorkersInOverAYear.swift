import ChildJourney
import WorkingDays

/// Four leads one after another, the fourth a year and a day after the first began.
struct FourWorkersInOverAYear: Decoy {
    let name = "FourWorkersInOverAYear"
    let suits: [Story: Int] = [.onProtectionPlan: 5, .inCare: 5]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.episodes.count == 1, life.last.allocations.count == 1, let first = life.last.allocations.first,
            let worker = first.worker
        else { return nil }
        let fourth = first.from.adding(months: scene.practice.workerChanges.number) + 1
        guard fourth < scene.today else { return nil }
        let team = life.post.teamNumber
        life.handOver(to: TeamWorkers.relief(0, team: team), on: fourth - 240)
        life.handOver(to: TeamWorkers.relief(1, team: team), on: fourth - 120)
        life.handOver(to: worker, on: fourth)
        return []
    }
}
