import ChildJourney
import WorkingDays

/// A child on a protection plan passed to somebody who is not a registered social worker.
struct UnregisteredLead: Departure {
    let name = "UnregisteredLead"
    let suits: [Story: Int] = [.onProtectionPlan: 14]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard let plan = life.last.runningPlan, let index = life.last.allocations.indices.last,
            let day = scene.workingDay(
                from: max(life.last.allocations[index].from + 2, life.last.protectionPlans[plan].startedOn + 3),
                through: scene.today - 1)
        else { return nil }
        life.handOver(to: TeamWorkers.practitioner(team: life.post.teamNumber), on: day)
        return [
            PlannedConcern(
                "child-unowned",
                about: PlannedConcern.about(.childProtectionPlan, life.last.protectionPlans[plan].startedOn),
                onset: day, visibleIn: PlannedConcern.fullRecords)
        ]
    }
}

extension Life {
    /// The last lead of the latest episode ends the day before another begins.
    mutating func handOver(to worker: String, on day: Day) {
        guard let index = last.allocations.indices.last else { return }
        let team = last.allocations[index].team
        last.allocations[index].until = day - 1
        let next = Allocation(worker: worker, team: team, role: .lead, from: day, changeReason: "Reallocated")
        last.allocations.append(Draft(next, id: ids.next("L")))
    }
}
