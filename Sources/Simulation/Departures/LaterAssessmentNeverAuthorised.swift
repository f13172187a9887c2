import ChildJourney
import WorkingDays

/// A second assessment, begun while the plan ran, was never finished: its clock runs from its own start.
struct LaterAssessmentNeverAuthorised: Departure {
    let name = "LaterAssessmentNeverAuthorised"
    let suits: [Story: Int] = [.inNeed: 12]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.isOpenInNeedThroughout, life.last.assessments.count == 1, life.last.inNeedPlans.count == 1,
            let authorised = life.last.assessments[0].authorisedOn
        else { return nil }
        let earliest = max(authorised, life.last.inNeedPlans[0].startedOn, scene.setting.yearStart) + 3
        let latest = scene.practice.earlier(scene.practice.assessment.number + 1, scene.today)
        guard let started = scene.workingDay(from: earliest, through: latest) else { return nil }
        let onset = scene.practice.onset(scene.practice.assessment, after: started)
        guard scene.stands(onset) else { return nil }
        let assessment = Assessment(
            referral: life.last.id, kind: .single, startedOn: started, team: life.post.team,
            worker: life.post.worker(on: started))
        life.last.assessments.append(Draft(assessment, id: life.ids.next("A")))
        return [
            PlannedConcern(
                "assessment-late", about: PlannedConcern.about(.assessment, started), onset: onset,
                visibleIn: PlannedConcern.everywhere)
        ]
    }
}
