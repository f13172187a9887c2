import ChildJourney
import WorkingDays

/// An assessment was authorised although nobody had seen the child, and nobody has since.
struct AssessmentChildUnseen: Departure {
    let name = "AssessmentChildUnseen"
    let suits: [Story: Int] = [.inNeed: 20]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.isOpenInNeedThroughout, life.bornOn.map({ $0 <= life.last.referral.receivedOn }) ?? false,
            life.last.assessments.count == 1, let authorised = life.last.assessments[0].authorisedOn
        else { return nil }
        life.last.assessments[0].childSeen = false
        life.last.visits = []
        let stated = PlannedConcern(
            "assessment-child-unseen",
            about: PlannedConcern.about(.assessment, life.last.assessments[0].startedOn), onset: authorised,
            visibleIn: PlannedConcern.fullRecords)
        return [stated] + [scene.inNeedUnseen(life.last, of: life)].compactMap { $0 }
    }
}
