import ChildJourney
import WorkingDays

/// The lead has left the council and still holds the child. A full record knows the day; an extract only no longer
/// lists the worker.
struct WorkerGone: Departure {
    let name = "WorkerGone"
    let suits: [Story: Int] = [.inNeed: 20]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let left = TeamWorkers.leftOn(block: life.post.block, setting: scene.setting)
        guard life.last.isOpenInNeedThroughout, let first = life.last.allocations.first, first.from < left - 10 else {
            return nil
        }
        let allocation = Allocation(
            worker: TeamWorkers.leaver(block: life.post.block), team: life.post.team, role: .lead, from: first.from)
        life.last.allocations = [Draft(allocation, id: first.id)]
        let about = PlannedConcern.about(.allocation, first.from)
        return [
            PlannedConcern("worker-gone", about: about, onset: scene.today, visibleIn: [.ssd]),
            PlannedConcern("worker-gone", about: about, onset: left, visibleIn: [.record]),
        ]
    }
}
