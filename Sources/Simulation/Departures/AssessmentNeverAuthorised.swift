import ChildJourney
import WorkingDays

/// The first assessment was begun in time and never finished.
struct AssessmentNeverAuthorised: Departure {
    let name = "AssessmentNeverAuthorised"
    let suits: [Story: Int] = [.inNeed: 30]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let received = life.last.referral.receivedOn
        let onset = scene.practice.onset(scene.practice.assessment, after: received)
        guard life.last.isOpenInNeedThroughout, scene.stands(onset), received >= scene.setting.yearStart,
            !life.last.assessments.isEmpty
        else { return nil }
        life.last.leaveAssessmentOpen()
        return [
            PlannedConcern(
                "assessment-late", about: PlannedConcern.about(.assessment, life.last.assessments[0].startedOn),
                onset: onset, visibleIn: PlannedConcern.everywhere)
        ]
    }
}

extension Episode {
    /// The first assessment stays open: no later one, no outcome, no plan after it.
    mutating func leaveAssessmentOpen() {
        assessments = Array(assessments.prefix(1))
        inNeedPlans = []
        assessments[0].authorisedOn = nil
        assessments[0].outcome = nil
        assessments[0].noFurtherAction = nil
        assessments[0].childSeen = nil
        assessments[0].factors = nil
    }
}
