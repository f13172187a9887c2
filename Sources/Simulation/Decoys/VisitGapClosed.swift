import ChildJourney
import WorkingDays

/// Nobody saw the child on a plan for too long, some time ago; the child has been seen in time since.
struct VisitGapClosed: Decoy {
    let name = "VisitGapClosed"
    let suits: [Story: Int] = [.onProtectionPlan: 10]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard let index = life.last.runningPlan else { return nil }
        let plan = life.last.protectionPlans[index]
        let later = scene.today - 60
        guard let from = scene.workingDay(from: plan.startedOn + 20, through: later - 25) else { return nil }
        life.last.visits.removeAll { $0.plan == plan.id && $0.on > from && $0.on < from + 25 }
        return []
    }
}
