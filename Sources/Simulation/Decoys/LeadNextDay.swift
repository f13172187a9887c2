import ChildJourney
import WorkingDays

/// The lead was named on the last day in time.
struct LeadNextDay: Decoy {
    let name = "LeadNextDay"
    let suits: [Story: Int] = [.inNeed: 4, .underAssessment: 4]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let due = scene.practice.due(scene.practice.lead, after: life.last.referral.receivedOn)
        guard due <= scene.today, !life.last.allocations.isEmpty, life.last.allocations[0].from < due else {
            return nil
        }
        if let until = life.last.allocations[0].until, until < due { return nil }
        life.last.allocations[0].from = due
        return []
    }
}
