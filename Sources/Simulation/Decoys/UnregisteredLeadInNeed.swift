import ChildJourney
import WorkingDays

/// A child in need, on no plan and not in care, is led by a practitioner who is not a registered social worker.
struct UnregisteredLeadInNeed: Decoy {
    let name = "UnregisteredLeadInNeed"
    let suits: [Story: Int] = [.inNeed: 8]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.isOpenInNeedThroughout, let lead = life.last.allocations.last,
            let day = scene.workingDay(from: lead.from + 10, through: scene.today - 1)
        else { return nil }
        life.handOver(to: TeamWorkers.practitioner(team: life.post.teamNumber), on: day)
        return []
    }
}
