import ChildJourney
import WorkingDays

/// Assessed as in need, and no plan was made.
struct NoPlanAfterAssessment: Departure {
    let name = "NoPlanAfterAssessment"
    let suits: [Story: Int] = [.inNeed: 22]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.isOpenInNeedThroughout, life.last.assessments.count == 1,
            life.last.assessments[0].outcome == .other, let authorised = life.last.assessments[0].authorisedOn
        else { return nil }
        let onset = scene.practice.onset(scene.practice.inNeedPlan, after: authorised)
        guard scene.stands(onset) else { return nil }
        life.last.inNeedPlans = []
        return [
            PlannedConcern(
                "in-need-without-plan",
                about: PlannedConcern.about(.assessment, life.last.assessments[0].startedOn), onset: onset,
                visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
