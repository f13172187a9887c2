import ChildJourney
import WorkingDays

/// An assessment open since before the census year. A census cannot tell whether it is the referral's first, so there
/// its clock runs from its own start and the concern begins some days later than in a full record.
struct AssessmentOpenSinceLastYear: Departure {
    let name = "AssessmentOpenSinceLastYear"
    let suits: [Story: Int] = [.inNeed: 6]

    func outlines(_ scene: inout Scene) -> [EpisodeShape]? {
        let received = scene.practice.earlier(0, scene.setting.yearStart - 5 - scene.chance.below(60))
        return [
            scene.shape { maker in
                var shape = maker.shape(received, [Phase(.inNeed, from: received)], need: maker.need())
                shape.mayHaveEnquiry = false
                return shape
            }
        ]
    }

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.episodes.count == 1, life.last.isOpenInNeedThroughout, !life.last.assessments.isEmpty else {
            return nil
        }
        let practice = scene.practice
        let received = life.last.referral.receivedOn
        let adrift = practice.onset(practice.inNeedStep, after: received)
        guard scene.stands(adrift) else { return nil }
        life.last.leaveAssessmentOpen()
        let started = life.last.assessments[0].startedOn
        let about = PlannedConcern.about(.assessment, started)
        return [
            PlannedConcern(
                "assessment-late", about: about, onset: practice.onset(practice.assessment, after: started),
                visibleIn: [.census]),
            PlannedConcern(
                "assessment-late", about: about, onset: practice.onset(practice.assessment, after: received),
                visibleIn: PlannedConcern.fullRecords),
            PlannedConcern(
                "in-need-drift", about: PlannedConcern.about(.referral, received), onset: adrift,
                visibleIn: PlannedConcern.fullRecords),
        ]
    }
}
