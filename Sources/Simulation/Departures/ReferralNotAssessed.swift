import ChildJourney
import WorkingDays

/// An accepted referral for which no assessment or enquiry was ever begun, though the child is visited.
struct ReferralNotAssessed: Departure {
    let name = "ReferralNotAssessed"
    let suits: [Story: Int] = [.underAssessment: 30, .inNeed: 10]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let onset = scene.practice.onset(scene.practice.assessmentStart, after: life.last.referral.receivedOn)
        guard life.last.isOpenInNeedThroughout, scene.stands(onset) else { return nil }
        life.last.forgetAssessment()
        return [Self.concern(life.last, onset: onset, scene)]
    }

    static func concern(_ episode: Episode, onset: Day, _ scene: Scene) -> PlannedConcern {
        PlannedConcern(
            "assessment-not-started", about: PlannedConcern.about(.referral, episode.referral.receivedOn),
            onset: onset, visibleIn: scene.formats(for: episode.referral))
    }
}

extension Episode {
    /// Takes away every assessment and enquiry, and what followed from them.
    mutating func forgetAssessment() {
        assessments = []
        strategyDiscussions = []
        enquiries = []
        conferences = []
        inNeedPlans = []
    }
}
